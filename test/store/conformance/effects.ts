/** Effects as a turn may have them, by the state its episode is in. */
import {
  type Count,
  type Effect,
  freshMood,
  type Outcome,
  type Reason,
  type Turn,
} from '../../../src/conversation/index.js';
import type { Chance } from './chance.js';

const counts: readonly Count[] = ['turns', 'answers', 'misses', 'offers', 'faults'];
const outcomes: readonly Outcome[] = ['solved', 'assumed', 'gave-up', 'unanswered'];
const reasons: readonly Reason[] = ['asked', 'frustrated', 'unanswered'];
/** Bytes that a protocol, a file or a script could stumble over. */
export const texts: readonly string[] = [
  'where is my parcel',
  '',
  'naïve – 漢字 😀',
  'line\r\nline',
  '*1\r\n$4\r\nPING\r\n',
  'nul \u0000 and \u001f',
  '"quoted" \\ and %s %d {x}',
  '-1',
  'x'.repeat(700),
];

const say = (chance: Chance): Effect => {
  const text = chance.pick(texts);
  return { kind: 'say', reply: chance.once(3) ? { text, faq: 'delivery', by: 'é' } : { text } };
};

function feel(chance: Chance): readonly Effect[] {
  const frustration = chance.below(1000) / 1000;
  const feeling = { valence: -frustration, frustration, level: chance.pick([-2, 0, 1] as const), evidence: [] };
  const mood = { ...freshMood, smooth: frustration / 3, turns: chance.below(9) };
  const place = chance.once(2) ? { place: { flow: 'offer', step: 'answer' } } : {};
  return [
    { kind: 'feel', feeling, peak: frustration },
    { kind: 'remember', memory: { mood, failures: chance.below(3), ...place } },
  ];
}

/** Into the line, and what the customer is told of it. */
function enter(chance: Chance): readonly Effect[] {
  const low = 1 + chance.below(200_000_000);
  const promised = chance.once(2) ? { promised: { low, high: low * 3 } } : {};
  const text = chance.pick(texts);
  const ordinals = ['next', 'second', 'number {number}'].slice(chance.below(3));
  return [
    { kind: 'queue', boostMs: chance.pick([0, 0, 90_000, 1.001]), reason: chance.pick(reasons), ...promised },
    { kind: 'say', reply: { text: `${text}{ordinal} {low}–{high} {ordinal}${text}` }, place: { ordinals } },
  ];
}

const end = (chance: Chance): Effect => ({
  kind: 'end',
  outcome: chance.pick(outcomes),
  ...(chance.once(2) ? { notice: { text: chance.pick(texts) } } : {}),
});

function survey(chance: Chance): readonly Effect[] {
  return chance.pick<readonly Effect[]>([
    [{ kind: 'rate', score: 1 + chance.below(7) }, say(chance)],
    [{ kind: 'comment', text: chance.pick(texts) }, say(chance)],
    [],
  ]);
}

function talk(chance: Chance): readonly Effect[] {
  const said = [say(chance), { kind: 'count', what: chance.pick(counts) } as const];
  if (chance.once(3)) return [...said, ...enter(chance)];
  return chance.once(5) ? [...said, end(chance), say(chance)] : said;
}

/** What the assistant might decide for this turn. */
export function drawEffects(turn: Turn, chance: Chance): readonly Effect[] {
  const state = turn.episode?.state ?? 'closed';
  const silent = turn.seq === 0;
  if (state === 'bot') return silent ? [end(chance), say(chance)] : [...feel(chance), ...talk(chance)];
  if (state === 'closed' && (silent || (turn.episode && chance.once(3)))) return survey(chance);
  if (state === 'closed') return [{ kind: 'open' }, ...feel(chance), ...talk(chance)];
  if (state === 'assigned') return chance.pick([[], feel(chance), [...feel(chance), { kind: 'no-answer' }]]);
  if (silent) return chance.once(2) ? feel(chance) : [];
  const waiting: readonly Effect[] = [{ kind: 'contact', text: chance.pick(texts) }, say(chance)];
  return chance.pick([feel(chance), waiting, [{ kind: 'leave-line' }, say(chance)], [end(chance)]]);
}
