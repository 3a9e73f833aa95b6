/** Other languages: named honestly, and read by what people say in them and by how the message is written. */
import type { Cue } from '../conversation/index.js';
import { worth } from './lexicon.js';
import type { Sign, SignName, Span } from './signs.js';
import { spanOf, type Texts, type Token, tokenSpan } from './tokens.js';
import { english, scripts, tongues, type Way } from './tongues/index.js';

export interface Foreign {
  readonly name: string;
  readonly signs: readonly Sign[];
}

const special: Readonly<Record<string, string>> = { ß: 's', ł: 'l', ø: 'o', œ: 'o', æ: 'a', ı: 'i' };
const accented = /[^\0-\x7f]/g;
const plainLetter = (letter: string): string => special[letter] ?? letter.normalize('NFD').charAt(0);
/** Without accents, every letter where it was. */
const fold = (text: string): string => text.replace(accented, plainLetter);

/** For each everyday word, the tongues it belongs to; `here` is English. */
const here = tongues.length;
const owners = new Map<string, number[]>();
const learn = (words: Iterable<string>, tongue: number): void => {
  for (const word of words) owners.set(word, [...(owners.get(word) ?? []), tongue]);
};
learn(english, here);
tongues.forEach(({ common }, i) => learn(common.split(/\s+/), i));
/** "j'attends", "quell'ordine" */
const elided: readonly (readonly [number, RegExp])[] = (
  [
    ['French', /^(?:j|n|d|c|s|m|t|qu|jusqu|lorsqu)'/],
    ['Italian', /^(?:dell|nell|all|sull|dall|quell|quest|un|c)'/],
  ] as const
).map(([name, pattern]) => [tongues.findIndex((tongue) => tongue.name === name), pattern]);

interface Bad {
  readonly tongue: number;
  readonly word: string;
  readonly whole: boolean;
  readonly strong: boolean;
}
/** By their first letters, so that most words are done with one look. */
const first = 4;
const bads = new Map<string, Bad[]>();
tongues.forEach(({ strong, bad }, tongue) => {
  for (const [words, hot] of [[strong, true] as const, [bad, false] as const])
    for (const told of words.split(/\s+/)) {
      const word = told.replace('*', '');
      const key = word.slice(0, first);
      bads.set(key, [...(bads.get(key) ?? []), { tongue, word, whole: word === told, strong: hot }]);
    }
});
/** Of "d'incompetents" what stands behind the article. */
function badsOf(told: string): readonly Bad[] {
  const word = told.slice(told.lastIndexOf("'") + 1);
  const known = bads.get(word.slice(0, first)) ?? [];
  return known.filter((bad) => (bad.whole ? word === bad.word : word.startsWith(bad.word)));
}

const wayNames: readonly Exclude<Way, 'calm'>[] = [
  'asks-person',
  'giving-up',
  'waiting',
  'threat',
  'repetition',
  'not-understood',
  'sarcasm',
  'profanity',
  'thanks',
  'let-down',
  'outrage',
  'trouble',
];
const patternOf = (ways: readonly string[] | undefined, flags: string): RegExp =>
  new RegExp(ways === undefined ? '(?!)' : `(?<![\\p{L}\\p{N}])(?:${ways.join('|')})(?![\\p{L}\\p{N}])`, flags);
const ways = tongues.map((tongue) => ({
  calm: patternOf(tongue.ways.calm, 'gu'),
  told: wayNames.map((name) => [name, patternOf(tongue.ways[name], 'u')] as const),
}));

/** Letters outside Latin; the counting below is only worth it when there are any. */
const exotic = /[\u0370-\u1cff\u3040-\ud7af]/;

function byScript(text: string): Foreign | undefined {
  if (!exotic.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters === 0 || latin * 2 > letters) return undefined;
  const script = scripts.find(([, pattern]) => pattern.test(text));
  if (!script) return { name: 'another language', signs: [] };
  const person = script[2].exec(text);
  const signs = person ? [{ name: 'asks-person', value: 1, seen: spanOf(person), cue: 'asks-person' } as const] : [];
  return { name: script[0], signs };
}

/** A call for a person is short, often too short to name its language by: words without one of which none is made. */
const callWords = new Set(
  `mensch menschen mitarbeiter jemand jemandem chef vorgesetzten verantwortlichen ansprechpartner rufen ruf ruft anrufen
  zuruckrufen verbinden quelqu'un humain conseiller conseillere responsable rappelez persona agente humano persoon mens
  medewerker operatore czlowiekiem czlowieka konsultantem konsultanta pessoa atendente operador qualcuno alguien alguem`.split(
    /\s+/,
  ),
);
const calls = ways.flatMap(({ told }) => told.filter(([name]) => name === 'asks-person').map(([, pattern]) => pattern));

/** Calls for a person in other languages, where the language is not named. */
export function readCall({ lower }: Texts, tokens: readonly Token[]): readonly Sign[] {
  const text = fold(lower);
  if (!tokens.some(({ word }) => callWords.has(fold(word)))) return [];
  const match = calls.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  return match ? [{ name: 'asks-person', value: 1, seen: spanOf(match), cue: 'asks-person' }] : [];
}

/** Of so few words, one that is not English and not short tells. */
const briefest = 4;
const shortest = 3;

/** A word of anger that English does not know names its language as two others do. */
function tongueOf(words: readonly string[]): number | undefined {
  const votes = new Array<number>(here + 1).fill(0);
  const vote = (tongue: number, by: number): void => {
    votes[tongue] = (votes[tongue] ?? 0) + by;
  };
  for (const word of words) {
    for (const owner of owners.get(word) ?? []) vote(owner, 1);
    if (word.includes("'")) for (const [tongue, pattern] of elided) if (pattern.test(word)) vote(tongue, 1);
    const found = badsOf(word);
    if (found.length > 0 && worth(word) === undefined)
      for (const tongue of new Set(found.map((bad) => bad.tongue))) vote(tongue, 2);
  }
  const most = Math.max(...votes.slice(0, here));
  const telling = words.some((word) => word.length > shortest && owners.has(word));
  const least = words.length <= briefest && votes[here] === 0 && telling ? 1 : 2;
  return most < least || most <= (votes[here] ?? 0) ? undefined : votes.indexOf(most);
}

const negators = new Set(
  `nicht nie kein keine keinen pas jamais sans no nunca sin nao nem sem non mai senza niet geen nooit zonder nie bez ani ohne`.split(
    ' ',
  ),
);

/** A word of displeasure in a language that is not English. */
export const isForeignBad = (word: string): boolean => worth(word) === undefined && badsOf(fold(word)).length > 0;

/** What the words of displeasure come to: one that nobody uses calmly says more than all others. */
function badWords(tongue: number, words: readonly string[], tokens: readonly Token[]): readonly Sign[] {
  const found = words.flatMap((word, i) => {
    const bad = badsOf(word).find((one) => one.tongue === tongue);
    const token = tokens[i];
    if (bad === undefined || token === undefined) return [];
    const negated = negators.has(words[i - 1] ?? '') || negators.has(words[i - 2] ?? '');
    return negated && !bad.strong ? [] : [{ strong: bad.strong, seen: tokenSpan(token) }];
  });
  const signs = found.slice(0, 3).map(({ seen }): Sign => ({ name: 'bad-word', value: 0.5, seen }));
  const strong = found.find((one) => one.strong);
  return strong ? [...signs, { name: 'outrage', value: 1, seen: strong.seen }] : signs;
}

const signOf = (name: Exclude<Way, 'calm'>, seen: Span): readonly Sign[] => {
  if (name === 'let-down') return [{ name: 'bad-word', value: 0.8, seen }];
  if (name === 'trouble') return [{ name, value: 0.7, seen }];
  if (name === 'outrage')
    return [
      { name, value: 0.8, seen },
      { name: 'bad-word', value: 0.6, seen },
    ];
  const sign: Sign = { name: name satisfies SignName, value: 1, seen, cue: name satisfies Cue };
  if (name === 'thanks') return [sign, { name: 'good-word', value: 0.5, seen }];
  return name === 'waiting' ? [sign, { name: 'bad-word', value: 0.2, seen }] : [sign];
};

/** What is told in so many words, after what only sounds like it was taken out. */
function readWays(tongue: number, text: string): { readonly signs: readonly Sign[]; readonly rest: string } {
  const { calm, told } = ways[tongue] ?? { calm: /(?!)/g, told: [] };
  const calmly = [...text.matchAll(calm)].slice(0, 2);
  const rest = calmly.length === 0 ? text : text.replace(calm, (words) => ' '.repeat(words.length));
  const signs = told.flatMap(([name, pattern]) => {
    const match = pattern.exec(rest);
    return match ? signOf(name, spanOf(match)) : [];
  });
  const quiet = calmly.map((match): Sign => ({ name: 'calm', value: 0.5, seen: spanOf(match) }));
  return { signs: [...signs, ...quiet], rest };
}

/** The language, when it is not English; `undefined` for English and for texts too short to tell. */
export function readForeign({ lower, source }: Texts, tokens: readonly Token[]): Foreign | undefined {
  const script = byScript(source);
  if (script) return script;
  const words = tokens.map(({ word }) => fold(word));
  const tongue = tongueOf(words);
  if (tongue === undefined) return undefined;
  const { signs, rest } = readWays(tongue, fold(lower));
  const kept = words.map((word, i) => (rest.charAt(tokens[i]?.at ?? 0) === ' ' ? '' : word));
  return { name: tongues[tongue]?.name ?? '', signs: [...badWords(tongue, kept, tokens), ...signs] };
}

/** Shape says more where words say less: marks are a raised voice, unless they thank. */
export function foreignShape(shape: readonly Sign[], signs: readonly Sign[]): readonly Sign[] {
  const glad = signs.some(({ name }) => name === 'thanks');
  return shape.flatMap((sign): readonly Sign[] => {
    const raised = sign.name === 'exclaim' || sign.name === 'doubled';
    return raised && !glad ? [{ ...sign, name: 'shouting', value: Math.min(0.6, sign.value / 2) }] : [sign];
  });
}
