/** What is promised about tickets: whose they are, and that they are somewhere. */
import { groupBy, only } from '../history.js';
import type { Logged, Talk } from '../world.js';
import { changesHands, customerLines, givesTo, kept, markOf, type Rule, spansOf, wroteBy } from './evidence.js';

interface Step {
  readonly from: readonly string[];
  readonly to: string;
}

/** Every transition there is. What does not change hands is not here. */
const steps: Readonly<Record<string, Step>> = {
  open: { from: ['none', 'closed'], to: 'bot' },
  queue: { from: ['bot'], to: 'waiting' },
  claim: { from: ['waiting'], to: 'assigned' },
  'take-over': { from: ['assigned'], to: 'assigned' },
  pass: { from: ['assigned'], to: 'assigned' },
  undo: { from: ['assigned'], to: 'assigned' },
  reopen: { from: ['closed'], to: 'assigned' },
  // a supervisor may also move what waits
  release: { from: ['assigned', 'waiting'], to: 'waiting' },
  'hand-back': { from: ['assigned', 'waiting'], to: 'bot' },
  expire: { from: ['assigned'], to: 'waiting' },
  leave: { from: ['waiting'], to: 'bot' },
  end: { from: ['bot', 'waiting', 'assigned'], to: 'closed' },
};

const handsOf = ({ log }: Talk): readonly Logged[] => log.filter(changesHands);

export const legal: Rule = ({ world }) =>
  world.talks.flatMap((talk) => {
    let state = 'none';
    return handsOf(talk).flatMap(({ what, epoch }) => {
      const [before, step] = [state, steps[what]];
      state = step?.to ?? state;
      return step?.from.includes(before) === true ? [] : [`${talk.id}: ${what} (epoch ${epoch}) from ${before}`];
    });
  });

export const epochsRise: Rule = ({ world }) =>
  world.talks.flatMap((talk) => {
    const hands = handsOf(talk);
    const stuck = hands.filter(({ epoch }, i) => epoch <= (hands[i - 1]?.epoch ?? 0));
    return stuck.map(({ what, epoch }) => `${talk.id}: ${what} left the epoch at ${epoch}`);
  });

export const oneHolder: Rule = ({ history }) => {
  const certain = kept(history);
  const claims = only(history, 'claimed').filter(certain);
  const groups = groupBy(claims, ({ conversation, epoch }) => `${conversation} epoch ${epoch}`);
  return [...groups].flatMap(([key, told]) => {
    const agents = [...new Set(told.map(({ agent }) => agent))];
    return agents.length > 1 ? [`${key} was given to ${agents.join(' and ')}`] : [];
  });
};

export const withinSpan: Rule = ({ history, world }) => {
  const wrote = wroteBy(history);
  return world.talks.flatMap((talk) => {
    const spans = spansOf(talk.log);
    return talk.lines.flatMap(({ role, text, at, seq }) => {
      const word = role === 'a' ? wrote.get(markOf(text)) : undefined;
      if (word === undefined) return [];
      const held = spans.some(
        ({ agent, epoch, from, to }) => agent === word.agent && epoch === word.epoch && from <= at && at <= to,
      );
      return held ? [] : [`${talk.id}: ${word.agent} spoke at ${seq} without holding epoch ${word.epoch}`];
    });
  });
};

export const lastLogged: Rule = ({ world }) =>
  world.talks.flatMap((talk) => {
    const [last, now] = [handsOf(talk).at(-1), talk.episodes.at(-1)];
    if (last === undefined || now === undefined) return last === now ? [] : [`${talk.id} has no log, or no episode`];
    const state = steps[last.what]?.to ?? '';
    const agent = state === 'assigned' ? last.who : '';
    const logged = `${state} ${last.epoch}${state === 'closed' ? '' : ` ${agent}`}`;
    const stored = `${now['st'] ?? ''} ${now['ep'] ?? ''}${state === 'closed' ? '' : ` ${now['ag'] ?? ''}`}`;
    return logged === stored ? [] : [`${talk.id} is "${stored}", its log says "${logged}"`];
  });

/** Those in a state are exactly those in a list. */
const listed =
  (state: string, list: 'waiting' | 'leased'): Rule =>
  ({ world }) => {
    const there = new Set(world[list]);
    const meant = new Set(world.talks.filter(({ episodes }) => episodes.at(-1)?.['st'] === state).map(({ id }) => id));
    const missing = [...meant].filter((id) => !there.has(id)).map((id) => `${id} is ${state}, but not ${list}`);
    const extra = [...there].filter((id) => !meant.has(id)).map((id) => `${id} is ${list}, but not ${state}`);
    return [...missing, ...extra, ...(world[list].length > there.size ? ['somebody stands in two lines'] : [])];
  };

export const inLine = listed('waiting', 'waiting');
export const leased = listed('assigned', 'leased');

const hold = (conversation: string, epoch: number): string => `${conversation} ${epoch}`;

/**
 * Walks through the log and counts what everybody holds. What the server confirmed to an agent as let go is not held,
 * though a disk forgot it: their place for it was free before that, and is taken again with their next heartbeat.
 */
export const withinCapacity: Rule = ({ history, world, capacity }) => {
  const certain = kept(history);
  // a disk may have forgotten that it was let go, or the seat it was claimed with
  const uncertain = [...only(history, 'moved'), ...only(history, 'claimed')].filter((deed) => !certain(deed));
  const forgotten = new Set(uncertain.map(({ conversation, epoch }) => hold(conversation, epoch)));
  const stepped = only(history, 'fault').some(({ name }) => name.startsWith('clock'));
  // a clock that stepped back orders nothing; within a shard the log has an order of its own
  const logs = stepped
    ? [...groupBy(world.log, ({ shard }) => shard).values()]
    : [world.log.toSorted((a, b) => a.at - b.at)];
  return logs.flatMap((log) => {
    const holder = new Map<string, string>();
    return log.flatMap((one) => {
      const { conversation, who, at } = one;
      if (changesHands(one)) holder.delete(conversation);
      if (!givesTo(one) || forgotten.has(hold(conversation, one.epoch))) return [];
      holder.set(conversation, who);
      const count = [...holder.values()].filter((agent) => agent === who).length;
      return count > capacity ? [`${who} held ${count} of ${capacity} with ${conversation} at ${at}`] : [];
    });
  });
};

const logName: Readonly<Record<string, string>> = { close: 'end', queue: 'release' };

/** What the server confirmed as let go is let go, once, by the epoch it was held in. */
export const movedOnce: Rule = ({ history, world }) => {
  const certain = kept(history);
  const logs = new Map(world.talks.map((talk) => [talk.id, handsOf(talk)]));
  return only(history, 'moved').flatMap((deed) => {
    const { agent, conversation, epoch, action } = deed;
    const log = logs.get(conversation) ?? [];
    const before = log.findIndex((one) => one.epoch === epoch);
    const done = log[before + 1]?.what === (logName[action] ?? action);
    return done || !certain(deed) ? [] : [`${conversation}: ${agent} was told "${action}" of epoch ${epoch}`];
  });
};

const lettingGo = ['end', 'hand-back', 'release'];
const endsLeaving = [...lettingGo, 'undo', 'take-over', 'pass'];

/**
 * What can be undone is done when it is due, or undone and never done: after an undo, nothing is let go of that its agent
 * did not ask for again. Who writes meanwhile is not let go of.
 */
export const toldOrUndone: Rule = ({ history, world }) => {
  const certain = kept(history);
  const talks = new Map(world.talks.map((talk) => [talk.id, talk]));
  const lost = only(history, 'leaving').flatMap((deed) => {
    const { agent, conversation, epoch, seen, action } = deed;
    const talk = talks.get(conversation);
    if (talk === undefined || !certain(deed) || customerLines(talk).some(({ seq }) => seq > seen)) return [];
    const log = handsOf(talk);
    const next = log[log.findIndex((one) => one.epoch === epoch) + 1]?.what ?? 'nothing';
    return endsLeaving.includes(next)
      ? []
      : [`${conversation}: ${agent} did "${action}" of epoch ${epoch}, then ${next}`];
  });
  const wished = new Set(only(history, 'wished').map(({ conversation, epoch }) => hold(conversation, epoch)));
  const anyway = world.talks.flatMap((talk) => {
    const log = handsOf(talk);
    return log.flatMap(({ what, epoch }, i) => {
      const next = log[i + 1];
      if (what !== 'undo' || next === undefined || !lettingGo.includes(next.what)) return [];
      return wished.has(hold(talk.id, epoch)) ? [] : [`${talk.id}: undone at epoch ${epoch}, then ${next.what}`];
    });
  });
  return [...lost, ...anyway];
};

/** Nothing is let go of over words that its agent had not read. */
export const readFirst: Rule = ({ history, world }) => {
  const certain = kept(history);
  const talks = new Map(world.talks.map((talk) => [talk.id, talk]));
  return only(history, 'moved').flatMap((deed) => {
    const { agent, conversation, epoch, seen, action } = deed;
    const talk = talks.get(conversation);
    const log = talk === undefined ? [] : handsOf(talk);
    const done = log[log.findIndex((one) => one.epoch === epoch) + 1];
    if (talk === undefined || done === undefined || !certain(deed)) return [];
    const unread = customerLines(talk).filter(({ seq, at }) => seq > seen && at < done.at);
    return unread.map(({ seq }) => `${conversation}: ${agent} had read ${seen} and did "${action}" over ${seq}`);
  });
};

/** Nobody enters a line, or is given to an agent, while another conversation of theirs has a place. */
export const onePlace: Rule = ({ world }) => {
  const people = new Map(world.talks.map(({ id, fields }) => [id, fields['cu'] || id]));
  const places = new Map<string, string>();
  return world.log.flatMap(({ what, conversation, epoch }) => {
    const [person, to] = [people.get(conversation), steps[what]?.to];
    if (person === undefined || to === undefined) return []; // erased, or no change of hands
    const place = places.get(person);
    if (to !== 'waiting' && to !== 'assigned') {
      if (place === conversation) places.delete(person);
      return [];
    }
    if (place !== undefined && place !== conversation)
      return [`${person}: ${what} (epoch ${epoch}) in ${conversation}, with a place in ${place}`];
    places.set(person, conversation);
    return [];
  });
};
