/** The line and the desk in words: "You are third in line. The wait is about 4–7 minutes." "It opens today at 09:00 GMT." */
import type { DeskFacts, LineFacts, Turn, Words } from '../conversation/index.js';
import { type Hours, type WaitRange, waitRange } from '../queue/index.js';

const ordinals = ['next', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** Whether a person can be promised when this turn is decided. */
export function deskFacts({ line, now }: Pick<Turn, 'line' | 'now'>, hours: Hours): DeskFacts {
  if (hours.isOpen(now)) return { somebody: line.agents > 0 };
  const opens = hours.opensAt(now);
  return { somebody: false, opens: opens === undefined ? '' : hours.say(opens, now) };
}

/** The wait that may be promised; none when nobody is there to keep the promise. */
export const promise = (line: LineFacts, desk: DeskFacts): WaitRange | undefined =>
  desk.somebody ? waitRange(line) : undefined;

type Values = Readonly<Record<'place' | 'wait' | 'opens', string>>;

/** What a sentence about the line may be filled in with. */
export function lineWords(words: Words, line: LineFacts, desk: DeskFacts): Values {
  const ordinal = ordinals[line.ahead] ?? `number ${line.ahead + 1}`;
  const range = promise(line, desk);
  const minutes = (milliseconds: number) => Math.round(milliseconds / 60_000);
  return {
    place: words('place', { ordinal }),
    wait: range === undefined ? '' : words('wait-range', { low: minutes(range.low), high: minutes(range.high) }),
    opens: desk.opens ? words('opens-again', { when: desk.opens }) : '',
  };
}

/** The name of a sentence that has a variant for each state of the desk. */
export function byDesk<Name>(desk: DeskFacts, names: { somebody: Name; nobody: Name; closed: Name }): Name {
  return desk.somebody ? names.somebody : desk.opens === undefined ? names.nobody : names.closed;
}
