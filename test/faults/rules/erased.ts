/** What is promised to a customer who was erased: nothing leads to them, and nothing opens what was theirs. */
import { type Happened, only } from '../history.js';
import { customerLines, kept, type Rule } from './evidence.js';

/** Not those whose erasure a disk may have forgotten: they may be there again, as they were. */
const erasedIn = (history: readonly Happened[]): ReadonlySet<string> =>
  new Set(
    only(history, 'erased')
      .filter(kept(history))
      .map(({ conversation }) => conversation),
  );

/** What happened to everybody else: the other promises are made to them. */
export function withoutErased(history: readonly Happened[]): readonly Happened[] {
  const erased = erasedIn(history);
  return history.filter((deed) => {
    if (deed.kind === 'erased' || deed.kind === 'opened' || !('conversation' in deed)) return true;
    return !erased.has(deed.conversation);
  });
}

export const staysErased: Rule = ({ history, world }) => {
  const certain = kept(history);
  return only(history, 'erased')
    .filter(certain)
    .flatMap(({ at, conversation, customer }) => {
      const opened = only(history, 'opened').filter((one) => one.conversation === conversation && one.asked > at);
      const traces = world.traces.filter((text) => text.includes(conversation) || text.includes(customer));
      return [
        ...opened.map(({ path }) => `${conversation} was opened by ${path}`),
        ...traces.map((text) => `${conversation} is still in ${text.slice(0, 200)}`),
      ];
    });
};

/** Of one of several nothing is left, and of the others every word. */
export const oneOfSeveral: Rule = ({ history, world }) => {
  const certain = kept(history);
  const talks = new Map(world.talks.map((talk) => [talk.id, talk]));
  const texts = new Map(only(history, 'sent').map(({ activity, text }) => [activity, text]));
  return only(history, 'unsaid')
    .filter(certain)
    .flatMap(({ conversation, customer, traces }) => {
      const left = world.traces.flatMap((text) => {
        const found = [customer, ...traces].find((trace) => text.includes(trace));
        return found === undefined ? [] : [`${conversation}: "${found}" is still in ${text.slice(0, 200)}`];
      });
      const talk = talks.get(conversation);
      const there = new Map((talk ? customerLines(talk) : []).map((line) => [line.activity, line.text]));
      const lost = only(history, 'kept')
        .filter((deed) => deed.conversation === conversation && certain(deed))
        .filter(({ activity }) => there.get(activity) !== texts.get(activity));
      return [...left, ...lost.map(({ activity }) => `${conversation} lost ${activity}, which somebody else wrote`)];
    });
};
