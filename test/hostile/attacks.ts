/** Texts made for one pattern, to make it backtrack: a way in, something to repeat, and an end that does not fit. */
import { type AST, RegExpParser } from '@eslint-community/regexpp';

export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

type Node =
  AST.Pattern | AST.Alternative | AST.Element | AST.CharacterClassElement | AST.CharacterUnicodePropertyCharacterSet;

/** A letter, one beyond ASCII (no word to `\b`), a digit, spaces, marks, half a pair, and what widens or joins. */
const usual = ['a', 'é', '0', ' ', '!', '.', '\n', '_', '"', '[', '漢', '😀', '\u0301', '\u200d'];
/** Repeated more often than this, a part is worth repeating. */
const often = 8;
const mostOfSet = 6;
const mostOfGroup = 4;

const both = (one: readonly string[], other: readonly string[], most: number): readonly string[] =>
  one.flatMap((head) => other.map((tail) => head + tail)).slice(0, most);

/** What is written out in the pattern, next to the usual suspects. */
function alphabetOf(source: string): readonly string[] {
  return [...new Set([...usual, ...Array.from(source)])].filter((char) => char !== '\\');
}

/** Texts a part accepts; the first is the plainest. */
function createSamples(alphabet: readonly string[], flags: string) {
  const sets = new Map<string, readonly string[]>();
  /** The characters of a set are found by asking it. */
  function ofSet(raw: string): readonly string[] {
    const known = sets.get(raw);
    if (known !== undefined) return known;
    const one = new RegExp(`^(?:${raw})$`, flags.replace(/[gym]/g, ''));
    const found = alphabet.filter((char) => one.test(char));
    const rare = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code));
    const members = (found.length > 0 ? found : rare.filter((char) => one.test(char))).slice(0, mostOfSet);
    sets.set(raw, members);
    return members;
  }
  function samples(node: Node): readonly string[] {
    switch (node.type) {
      case 'Character':
        return [String.fromCodePoint(node.value)];
      case 'CharacterSet':
      case 'CharacterClass':
        return ofSet(node.raw);
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup':
        return [...new Set(node.alternatives.flatMap((one) => samples(one).slice(0, 2)))].slice(0, mostOfGroup);
      case 'Alternative':
        return node.elements.reduce<readonly string[]>((all, one) => both(all, samples(one), mostOfGroup), ['']);
      case 'Quantifier': {
        const some = samples(node.element);
        return node.min === 0
          ? ['', ...some].slice(0, mostOfSet)
          : some.map((one) => one.repeat(Math.min(node.min, 9)));
      }
      default:
        return ['']; // anchors and backreferences
    }
  }
  return samples;
}

/** Every part that may repeat often, with a way in from the start of the pattern. */
function* repeated(node: Node, way: string, samples: (node: Node) => readonly string[]): Generator<[string, string]> {
  switch (node.type) {
    case 'Quantifier':
      if (node.max >= often) for (const text of samples(node.element)) if (text !== '') yield [way, text];
      yield* repeated(node.element, way, samples);
      break;
    case 'Alternative': {
      let before = way;
      for (const [at, element] of node.elements.entries()) {
        yield* repeated(element, before, samples);
        const next = samples(element);
        before += next.find((text) => text !== '') ?? '';
        // the start itself, over and over
        if (at > 0 && before !== '') for (const gap of ['', ' ']) yield ['', before.slice(-60) + gap];
      }
      break;
    }
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
    case 'Assertion':
      if ('alternatives' in node) for (const one of node.alternatives) yield* repeated(one, way, samples);
      break;
    default:
  }
}

/** All attacks on a pattern, each once. */
export function attacksOn(source: string, flags: string): readonly Attack[] {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: /[uv]/.test(flags) });
  const samples = createSamples(alphabetOf(source), flags);
  const general = usual.flatMap((one) => [one, ...usual.slice(0, 6).map((other) => one + other)]);
  const pumps = [...general.map((pump) => ['', pump] as const), ...repeated(pattern, '', samples)];
  const whole = pumps.flatMap(([before, pump]) => ['', '\0x'].map((after) => ({ before, pump, after })));
  return [...new Map(whole.map((attack) => [JSON.stringify(attack), attack])).values()];
}

/** `size` characters of it. */
export const textOf = ({ before, pump, after }: Attack, size: number): string =>
  before + pump.repeat(Math.max(1, Math.round((size - before.length) / pump.length))) + after;
