/** What is promised about figures: every second and every score is in them, once. */
import { countNames } from '../../../src/conversation/index.js';
import { stands } from '../../../src/effort/index.js';
import { effortOf } from '../../store/conformance/laws.js';
import { groupBy } from '../history.js';
import type { Fields, Logged, Talk, World } from '../world.js';
import { customerLines, type Rule } from './evidence.js';

const waits = ['wb', 'wq', 'wa', 'wc'] as const;

export const stintsAddUp: Rule = ({ world }) =>
  world.talks.flatMap(({ id, episodes }) =>
    episodes.flatMap((episode, i) => {
      const sum = waits.reduce((total, name) => total + Number(episode[name] ?? 0), 0);
      const life = Number(episode['at']) - Number(episode['born']);
      return sum === life ? [] : [`${id} episode ${i + 1}: stints ${sum} µs, life ${life} µs`];
    }),
  );

/** What an episode that ended cost is what its drivers add up to, those of erased customers as well. */
export const effortIsItsDrivers: Rule = ({ world: { talks, nobodys } }) =>
  [...talks.flatMap(({ episodes }) => episodes), ...nobodys].flatMap((hash) => {
    if (hash['ef'] === undefined) return hash['oc'] === undefined ? [] : ['an episode ended without its effort'];
    const due = effortOf(hash);
    return due === Number(hash['ef']) ? [] : [`the effort is ${hash['ef']}, its drivers add up to ${due}`];
  });

const ratings = ({ log }: Talk, episode: number) => log.filter((one) => one.what === 'ces' && one.episode === episode);

export const scoredOnce: Rule = ({ world }) =>
  world.talks.flatMap((talk) =>
    talk.episodes.flatMap((episode, i) => {
      const scores = ratings(talk, i + 1).map(({ who }) => who);
      const stored = episode['ces'] === undefined ? [] : [episode['ces']];
      return scores.join() === stored.join()
        ? []
        : [`${talk.id} episode ${i + 1}: log "${scores.join()}", kept "${stored.join()}"`];
    }),
  );

/** Each question for the score in a transcript, the episode it is about, and what the customer said to it. */
function asked(talk: Talk) {
  const questions = talk.lines.filter(({ role, carries }) => role === 'b' && carries['o'] === 'scale');
  const ended = talk.episodes.map((fields, i) => ({ fields, number: i + 1 })).filter(({ fields }) => fields['end']);
  return questions.flatMap(({ seq, at }) => {
    // by number, too: after a clock stepped back, several episodes may end at the same time
    const before = (fields: Fields) => Number(fields['end']) <= at && Number(fields['from']) <= seq;
    const about = ended.findLast(({ fields }) => before(fields));
    const reply = customerLines(talk).find((line) => line.seq > seq);
    return about === undefined || reply === undefined ? [] : [{ about, reply }];
  });
}

/** A score that was tapped as the first thing after the question is the score of its episode. */
export const scoreKept: Rule = ({ world }) =>
  world.talks.flatMap((talk) =>
    asked(talk).flatMap(({ about, reply }) => {
      const next: Fields | undefined = talk.episodes[about.number];
      const void_ = next !== undefined && Number(next['from']) < reply.seq; // an earlier message had opened the next one
      const score = /^[1-7]$/.exec(reply.carries['v'] ?? '')?.[0];
      if (score === undefined || void_ || about.fields['ces'] === score) return [];
      return [`${talk.id}: ${score} at ${reply.seq} is not the score of episode ${about.number}`];
    }),
  );

/** Ends that were none, because the case was reopened; `helped`: whoever reopened it was counted for it. */
function takenBack(log: World['log']): readonly { readonly end: Logged; readonly helped: boolean }[] {
  return [...groupBy(log, ({ conversation }) => conversation).values()].flatMap((own) =>
    own.flatMap(({ what, who }, i) => {
      const at = own.findLastIndex((one, before) => before < i && one.what === 'end');
      const [end, before] = [own[at], own[at - 1]];
      if (what !== 'reopen' || end === undefined) return [];
      return [{ end, helped: before?.what === 'helped' && before.who === who }];
    }),
  );
}

/** What the hours must add up to: from the log, and from the counters of the episodes. */
function expected({ log, talks, nobodys }: World): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (name: string, by = 1) => sums.set(name, (sums.get(name) ?? 0) + by);
  for (const { what, who } of log) {
    if (what === 'open') add('episodes');
    if (what === 'end') add(`outcome:${who}`);
    if (what === 'end') add('effort:n');
    if (what === 'helped') add('done');
  }
  for (const { end, helped } of takenBack(log)) {
    add(`outcome:${end.who}`, -1);
    add('effort:n', -1);
    if (helped) add('done', -1);
  }
  for (const episode of [...talks.flatMap(({ episodes }) => episodes), ...nobodys]) {
    const ended = episode['ef'] !== undefined;
    for (const name of countNames) {
      if (episode[name] !== undefined && (ended || name !== 'asked-ces')) add(name, Number(episode[name]));
    }
    if (ended) add('effort:sum', Number(episode['ef']));
    if (ended && episode['ces'] !== undefined) add(`ces:${episode['ces']}`);
    if (episode['fr'] !== undefined) add('reply');
    if (episode['so'] !== undefined) add('stood');
    if (episode['ak'] !== undefined) {
      add('asked');
      add(`reason:${episode['rs'] ?? ''}`);
    }
  }
  return sums;
}

const families = ['episodes', 'asked', 'reason', ...stands, 'ces', 'outcome', 'effort', 'done', 'reply', ...countNames];

/** Histograms count as their number of values, and agents together. */
function hours({ tallies }: World): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [cell, value] of tallies) {
    const [family = ''] = cell.split(':');
    const stood = stands.some((one) => one === family);
    const name = stood ? 'stood' : ['reply', 'done'].includes(family) ? family : cell;
    if (families.includes(family) && cell !== 'effort:high') sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return sums;
}

export const talliesAddUp: Rule = ({ world }) => {
  const [due, found] = [expected(world), hours(world)];
  return [...new Set([...due.keys(), ...found.keys()])]
    .filter((name) => (due.get(name) ?? 0) !== (found.get(name) ?? 0))
    .map((name) => `${name}: the hours say ${found.get(name) ?? 0}, the log ${due.get(name) ?? 0}`);
};
