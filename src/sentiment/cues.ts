/** Plain acts in a message: asking for a person, threatening to leave, giving up. The ways are in phrases.ts. */
import type { Cue } from '../conversation/index.js';
import { inside } from './asides.js';
import { anywhere, entire } from './match.js';
import { type Phrases, phrases, politeness, troubles } from './phrases.js';
import type { Sign, SignName, Span } from './signs.js';
import { spanOf, type Texts } from './tokens.js';

type Told = Extract<Cue, SignName>;

interface Way {
  readonly cue: Told;
  readonly patterns: readonly RegExp[];
}

const wayOf = (cue: Told, { any, whole = [] }: Phrases): Way => ({
  cue,
  patterns: whole.length > 0 ? [anywhere(any), entire(whole)] : [anywhere(any)],
});

const ways: readonly Way[] = (Object.keys(phrases) as Told[]).flatMap((cue) => {
  const found = phrases[cue];
  return found ? [wayOf(cue, found)] : [];
});
const quiet = [
  { name: 'polite', pattern: anywhere([politeness]) },
  { name: 'trouble', pattern: anywhere([troubles]) },
] as const;
/** "I don't want to talk to a person" asks for none. */
const declined =
  /(?:don't|dont|do not|no need|without|never|not) (?:really |yet )?(?:wish|want|need|have|like|having)?(?: to)? ?$/;

function found({ cue, patterns }: Way, lower: string, aside: readonly Span[]): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(lower);
    if (!match || inside(aside, match.index)) continue;
    if (cue === 'asks-person' && declined.test(lower.slice(Math.max(0, match.index - 24), match.index))) continue;
    return match;
  }
  return undefined;
}

/** Each cue counts once, by the first way it was found. */
export function readCues({ lower }: Texts, aside: readonly Span[]): readonly Sign[] {
  const signs = ways.flatMap((way): readonly Sign[] => {
    const match = found(way, lower, aside);
    return match ? [{ name: way.cue, value: 1, seen: spanOf(match), cue: way.cue }] : [];
  });
  const rest = quiet.flatMap(({ name, pattern }): readonly Sign[] => {
    const match = pattern.exec(lower);
    return match && !inside(aside, match.index) ? [{ name, value: 1, seen: spanOf(match) }] : [];
  });
  return [...signs, ...rest];
}
