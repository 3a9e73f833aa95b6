/**
 * Mutants that change nothing anybody could notice, each with the reason. One is known by its line, so that it is read
 * again when that changes.
 */
import type { Mutant } from './mutant.js';

/** The changed text, what it becomes, and why nobody could notice. */
type Change = readonly [from: string, to: string, because: string];

/** By file, and by the line (compiled TypeScript, or Lua) without the space around it. */
const equivalents: Readonly<Record<string, Readonly<Record<string, readonly Change[]>>>> = {
  'src/store/lua/paced.lua': {
    'return 1': [['1', '2', 'nobody reads it']],
  },
  'src/store/lua/unsay.lua': {
    "local carries = string.find(head, '\\t', 1, true) or #head + 1": [
      ['1', '2', 'an entry begins with the letter of who wrote it, and a cut beyond the end is one at the end'],
    ],
  },
  'src/effort/entries.ts': {
    'const name = /^faq:(shown|solved|unsolved|clarified|escalated|ended|effort):(.+)$/s;': [
      [
        '/^faq:(shown|solved|unsolved|clarified|escalated|ended|effort):(.+)$/s',
        '/^faq:(shown|solved|unsolved|clarified|escalated|ended|effort):(.+)/s',
        'what is taken greedily to its end ends there',
      ],
    ],
    'const none = { shown: 0, solved: 0, unsolved: 0, clarified: 0, escalated: 0, ended: 0, effort: 0 };': [
      ['0', '1', 'the effort is only told of ended episodes, which bring their own'],
    ],
    'const [, what, id] = name.exec(counter) ?? [];': [['[]', '["Stryker was here"]', 'the first place is left out']],
    'if (what !== undefined && id !== undefined)': [
      [
        'what !== undefined && id !== undefined',
        'what !== undefined || id !== undefined',
        'both groups are there or neither: the second look is for the compiler',
      ],
      ['what !== undefined', 'true', 'both groups are there or neither: the second look is for the compiler'],
      ['id !== undefined', 'true', 'both groups are there or neither: the second look is for the compiler'],
    ],
    '.sort((one, other) => other.shown - one.shown || other.clarified - one.clarified || (one.id < other.id ? -1 : 1));':
      [
        ['one.id < other.id', 'one.id <= other.id', 'no id is there twice'],
        ['1', '2', 'only the sign of an order counts'],
      ],
  },
  'src/effort/tallies.ts': {
    'return buckets.find(({ count }) => (left -= count) <= 0)?.at ?? 0;': [
      [
        'buckets.find(({ count }) => (left -= count) <= 0)?.at',
        'buckets.find(({ count }) => (left -= count) <= 0).at',
        'a rank is never beyond the last bucket',
      ],
      ['0', '1', 'a rank is never beyond the last bucket; and no count is a fraction'],
    ],
  },
  'src/queue/hours.ts': {
    'const [, fromHour, fromMinute, toHour, toMinute] = (span.exec(text) ?? []).map(Number);': [
      ['[]', '["Stryker was here"]', 'the first place is left out'],
    ],
    'const at = /^\\d{4}-\\d\\d-\\d\\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : NaN;': [
      ['/^\\d{4}-\\d\\d-\\d\\d$/', '/\\d{4}-\\d\\d-\\d\\d$/', 'the date that is made of it must begin with it, too'],
      ['/^\\d{4}-\\d\\d-\\d\\d$/', '/^\\d{4}-\\d\\d-\\d\\d/', 'the date that is made of it must begin with it, too'],
    ],
    'const minute = Math.floor(at / 60_000);': [
      ['at / 60_000', 'at * 60_000', 'what is remembered of a minute only saves looking it up again'],
    ],
    'if (found?.minute === minute)': [
      ['found?.minute === minute', 'false', 'what is remembered of a minute only saves looking it up again'],
    ],
    'if (queue in queues)': [
      ['queue in queues', 'true', 'what is remembered of a minute only saves looking it up again'],
      ['queue in queues', 'false', 'what is remembered of a minute only saves looking it up again'],
    ],
    'known.set(queue, { minute, open });': [
      ['{ minute, open }', '{}', 'what is remembered of a minute only saves looking it up again'],
    ],
  },
  'src/queue/local-time.ts': {
    'catch {': [['{ return false; }', '{}', 'no answer is none']],
    'const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;': [
      ['0', '1', 'the platform tells all parts; the defaults are for the compiler'],
      ['1', '2', 'the platform tells all parts; the defaults are for the compiler'],
    ],
  },
  'src/channels/bot-framework/round.ts': {
    'const about = { conversation: post.conversation, seq: entry.seq, why: result.why };': [
      ['{ conversation: post.conversation, seq: entry.seq, why: result.why }', '{}', 'for the log'],
    ],
    'const known = entry.seq <= (unrecorded.get(conversation) ?? 0);': [
      ['0', '1', 'the first entry of a post is never the first of a transcript, which is the customer’s'],
    ],
    'return entries[0] === entry && failingSince > 0 ? now - failingSince : 0;': [
      ['0', '1', 'a millisecond more or less of six hours, or of no time'],
    ],
    'if (now - renewedAt > leaseMs - patienceMs)': [
      [
        'now - renewedAt > leaseMs - patienceMs',
        'now - renewedAt >= leaseMs - patienceMs',
        'both are in time: one asks once more',
      ],
    ],
  },
  'src/channels/bot-framework/delivery.ts': {
    'const mostDue = 200;': [['200', '180', 'what is left is due at the next look']],
    'const post = await deliveries.collect(conversation, { leaseMs, ...(fence === undefined ? {} : { fence }) });': [
      ['fence === undefined', 'false', 'a fence that is undefined is none'],
    ],
    'await work.finally(() => running.delete(work));': [
      ['() => running.delete(work)', '() => undefined', 'work that is done is waited for in no time'],
    ],
    'const round = createRound(options, () => stops.size > 0);': [['0', '1', 'there are two ways to stop, or none']],
    'for (let more = stops.size > 0; more;) {': [['0', '1', 'there are two ways to stop, or none']],
  },
  'src/channels/bot-framework/backoff.ts': {
    'export function pauseMs(tries, chance, askedMs = 0) {': [['0', '1', 'no pause is as short as a millisecond']],
    'const whole = Math.min(first * 2 ** Math.min(tries - 1, 30), longest);': [
      ['30', '27', 'both are far beyond five minutes'],
    ],
  },
  'src/escalation/repeats.ts': {
    'return then.size >= 2 && likeness(now, then) >= similar;': [
      ['then.size >= 2', 'true', 'one word of two or more is never alike enough'],
    ],
  },
  'src/escalation/replay.ts': {
    "const ranks = { stay: 0, offer: 1, 'hand-off': 2 };": [['2', '3', 'only the order counts']],
    'const count = (test) => actions.filter((action, i) => test(action, log[i]?.label)).length;': [
      ['log[i]?.label', 'log[i].label', 'both lists are as long'],
    ],
  },
  'src/bot/assistant.ts': {
    'function gist(effects) {': [
      [
        "{\n    const felt = effects.find((effect) => effect.kind === 'feel')?.feeling;\n    const acts = effects.filter((effect) => effect.kind !== 'feel' && effect.kind !== 'remember');\n    return {\n        level: felt?.level,\n        frustration: felt?.frustration,\n        acts: acts.map((effect) => ('what' in effect ? effect.what : effect.kind)),\n    };\n}",
        '{}',
        'for the log',
      ],
    ],
    "const felt = effects.find((effect) => effect.kind === 'feel')?.feeling;": [
      ["effect.kind === 'feel'", 'true', 'for the log'],
    ],
  },
  'src/bot/thinkable.ts': {
    'for (let at = 0; at < text.length; at += 1) {': [
      ['at < text.length', 'at <= text.length', 'there is nothing behind the end that is like anything'],
    ],
  },
  'src/desk/access.ts': {
    "export const holding = () => ({ kind: 'hold' });": [
      ["{ kind: 'hold' }", '{}', 'nothing is looked for either way'],
    ],
    "const ticket = need.kind === 'see' ? await queue.ticket(need.ticket) : undefined;": [
      ["need.kind === 'see'", 'true', 'there is no ticket without an id'],
    ],
  },
};

export const isEquivalent = ({ file, text, from, to }: Mutant): boolean =>
  equivalents[file]?.[text]?.some((one) => one[0] === from && one[1] === to) ?? false;
