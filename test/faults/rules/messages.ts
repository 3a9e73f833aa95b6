/** What is promised about messages: kept, once, in order, answered, delivered, and never to the wrong eyes. */
import { visible } from '../../../src/conversation/index.js';
import type { Entry, Mark } from '../../../src/conversation/index.js';
import { type DeedOf, groupBy, type Happened, only } from '../history.js';
import type { Line, Talk, World } from '../world.js';
import { customerLines, kept, markOf, type Rule, wroteBy } from './evidence.js';

const activities = (talk: Talk): readonly string[] => customerLines(talk).map(({ activity }) => activity);

export const keptOnce: Rule = ({ history, world }) => {
  const certain = kept(history);
  const stored = new Map(world.talks.map((talk) => [talk.id, new Set(activities(talk))]));
  const lost = only(history, 'kept').filter(
    (deed) => certain(deed) && !stored.get(deed.conversation)?.has(deed.activity),
  );
  return lost.map(({ conversation, activity }) => `${conversation} lost ${activity}`);
};

export const neverTwice: Rule = ({ world }) =>
  world.talks.flatMap((talk) =>
    [...groupBy(activities(talk), (one) => one)]
      .filter(([, times]) => times.length > 1)
      .map(([activity, times]) => `${talk.id} has ${activity} ${times.length} times`),
  );

export const gapless: Rule = ({ world }) =>
  world.talks.flatMap(({ id, lines, fields }) => {
    const wrong = lines.find(({ seq }, i) => seq !== i + 1);
    if (wrong !== undefined) return [`${id} jumps to ${wrong.seq}`];
    return Number(fields['n']) === lines.length ? [] : [`${id} counts ${fields['n'] ?? 0}, has ${lines.length}`];
  });

/** A message that was kept before another was sent stands before it. */
export const inOrder: Rule = ({ history, world }) => {
  // the first time counts, and a map keeps what is put last
  const told = only(history, 'kept').filter(kept(history)).toReversed();
  const keptAt = new Map(told.map(({ activity, at }) => [activity, at]));
  const sentAt = new Map(only(history, 'sent').map(({ activity, at }) => [activity, at]));
  return world.talks.flatMap((talk) => {
    const order = activities(talk);
    return order.flatMap((activity, i) => {
      const early = sentAt.get(activity) ?? 0;
      const overtaken = order.slice(i + 1).find((later) => (keptAt.get(later) ?? Infinity) < early);
      return overtaken === undefined ? [] : [`${talk.id}: ${activity} stands before ${overtaken}`];
    });
  });
};

export const fromSomebody: Rule = ({ history, world }) => {
  const sent = new Map(only(history, 'sent').map((one) => [one.activity, one.text]));
  const wrote = wroteBy(history);
  const words = (text: string) => text.replace(/^.*?\[/, '[');
  const known = ({ role, text, activity }: Line) => {
    if (role === 'c') return sent.get(activity) === text;
    return wrote.has(markOf(text)) && words(text) === `[${markOf(text)}]`;
  };
  return world.talks.flatMap(({ id, lines }) =>
    lines
      .filter((one) => 'can'.includes(one.role) && !known(one))
      .map((one) => `${id} has at ${one.seq} what nobody said: ${one.text}`),
  );
};

const sum = (talk: Talk, count: string) => talk.episodes.reduce((all, one) => all + Number(one[count] ?? 0), 0);

/** A choice that was tapped before anything else was said opens no episode, and is told that it comes too late. */
function tooEarly({ lines, episodes }: Talk): number {
  const begun = Number(episodes[0]?.['from'] ?? Infinity);
  const heard = lines.find(({ role }) => role === 'c')?.seq ?? Infinity;
  return lines.filter(({ role, seq }) => role === 'b' && seq > heard && seq < begun).length;
}

/** Turns that show in no feeling: of what only answered a question of ours, and of a fault. */
const otherTurns = (talk: Talk): number => sum(talk, 'replies') + sum(talk, 'faults') + tooEarly(talk);

export const answered: Rule = ({ world }) =>
  world.talks.flatMap((talk) => {
    const [heard, turns] = [customerLines(talk).length, talk.felt.length + otherTurns(talk)];
    if (heard > turns) return [`${talk.id} heard ${heard} messages and had ${turns} turns`];
    return Number(talk.fields['nx'] ?? 0) > 0 ? [`${talk.id} still owes ${talk.fields['nx'] ?? ''}`] : [];
  });

/** By the clock of the store, so that nothing of the customers' own slowness is in it. */
export const answeredSoon: Rule = ({ world, soonMs }) =>
  world.talks.flatMap(({ id, lines }) =>
    lines.flatMap((line, i) => {
      if (line.role !== 'c' || line.stint !== 'b') return [];
      const answer = lines.slice(i + 1).find(({ role }) => role === 'b' || role === 's');
      const waited = answer === undefined ? 0 : Math.round((answer.at - line.at) / 1000);
      return waited > soonMs ? [`${id} waited ${waited} ms for an answer to ${line.seq}`] : [];
    }),
  );

/** Handing back may owe the last message to the agent a second turn: the assistant's. */
function handedBack({ log }: Talk): number {
  return log.filter(({ what }) => what === 'hand-back').length;
}

/** Where one of several was erased, how their messages read is gone as well, and no message is left to count turns by. */
export const answeredOnce: Rule = ({ history, world }) => {
  const unsaid = new Set(only(history, 'unsaid').map(({ conversation }) => conversation));
  return world.talks.flatMap((talk) => {
    if (unsaid.has(talk.id)) return [];
    const [turns, replies] = [sum(talk, 'turns'), sum(talk, 'replies')];
    const [felt, unfelt] = [talk.felt.length, customerLines(talk).length - talk.felt.length];
    return [
      ...(turns > felt + handedBack(talk) ? [`${talk.id} had ${turns} turns for ${felt} messages`] : []),
      ...(replies > unfelt + handedBack(talk) ? [`${talk.id} took ${replies} replies from ${unfelt} messages`] : []),
    ];
  });
};

/** As the product decides it; that notes are hidden is a rule of its own, which does not ask the product. */
function shown(line: Line): boolean {
  const role = ({ c: 'customer', b: 'assistant', a: 'agent', n: 'note', s: 'system' } as const)[line.role] ?? 'note';
  const entry: Entry = { seq: line.seq, at: line.at, role, text: line.text, stint: 'none' };
  const mark = line.carries['k'] as Mark | undefined;
  return line.role !== 'n' && visible(mark === undefined ? entry : { ...entry, mark });
}

function seenWrong(talk: Talk, seen: readonly DeedOf<'saw'>[]): string | undefined {
  const due = talk.lines.filter(shown);
  const wrong = seen.findIndex(({ seq, text }, i) => due[i]?.seq !== seq || due[i].text !== text);
  return wrong < 0
    ? undefined
    : `${talk.id} showed ${seen[wrong]?.seq ?? 0} where ${due[wrong]?.seq ?? 'nothing'} was due`;
}

/**
 * What each customer saw; not where the disk forgot what was seen or acknowledged, because its numbers were given out
 * again, and a page goes on after the last that it received.
 */
function seenBy(history: readonly Happened[]): (talk: Talk) => readonly DeedOf<'saw'>[] | undefined {
  const certain = kept(history);
  const seen = groupBy(only(history, 'saw'), ({ conversation }) => conversation);
  const told = [...only(history, 'saw'), ...only(history, 'kept')];
  const forgotten = new Set(told.filter((deed) => !certain(deed)).map(({ conversation }) => conversation));
  return ({ id }) => (forgotten.has(id) ? undefined : (seen.get(id) ?? []));
}

/** What customers who listen have not been shown yet. */
export function unseen(history: readonly Happened[], world: World, listening: readonly string[]): readonly string[] {
  const seen = seenBy(history);
  const behind = world.talks.map((talk) => ({ talk, due: talk.lines.findLast(shown), seen: seen(talk) }));
  return behind
    .filter((one) => listening.includes(one.talk.id) && one.seen !== undefined)
    .filter((one) => one.due !== undefined && one.due.seq > (one.seen?.at(-1)?.seq ?? 0))
    .map((one) => `${one.talk.id} was never shown ${one.due?.seq ?? 0}`);
}

export const delivered: Rule = (evidence) => {
  const seen = seenBy(evidence.history);
  return [...evidence.unseen, ...evidence.world.talks.flatMap((talk) => seenWrong(talk, seen(talk) ?? []) ?? [])];
};

export const noNotes: Rule = ({ history }) => {
  const notes = new Set(only(history, 'wrote').flatMap(({ mark, note }) => (note ? [mark] : [])));
  const told = [
    ...only(history, 'saw').map(({ conversation, text }) => ({ conversation, text })),
    ...only(history, 'read').map(({ conversation, body }) => ({ conversation, text: body })),
  ];
  return told.flatMap(({ conversation, text }) =>
    [...text.matchAll(/\[([^[\]]+)\]/g)]
      .filter(([, mark = '']) => notes.has(mark))
      .map(([mark]) => `${conversation} showed its customer the note ${mark}`),
  );
};

export const writtenOnce: Rule = ({ history, world }) => {
  const certain = kept(history);
  const times = groupBy(
    world.talks.flatMap(({ lines }) => lines.filter(({ role }) => 'an'.includes(role)).map(({ text }) => markOf(text))),
    (mark) => mark,
  );
  const lost = only(history, 'written').filter((deed) => certain(deed) && !times.has(deed.mark));
  const twice = [...times].filter(([, found]) => found.length > 1);
  return [...lost.map(({ mark }) => `${mark} is lost`), ...twice.map(([mark]) => `${mark} stands twice`)];
};
