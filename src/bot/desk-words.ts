/** The line and the desk in words: "You are third in line. The wait is about 4–7 minutes." "It opens today at 09:00 GMT." */
import type { DeskFacts, LineFacts, PlaceWords, Turn, WaitPace, Words } from '../conversation/index.js';
import { type Hours, waitPace, type WaitRange, waitRange } from '../queue/index.js';

const number = '{number}';
/** How places are said, first to last; the last of them for all that come after. */
const ordinalsOf = (words: Words): readonly string[] =>
  words('ordinals', { number })
    .split('|')
    .map((one) => one.trim());

/** How the place is said that a ticket gets when it is stored. */
export const placeWords = (words: Words): PlaceWords => ({ ordinals: ordinalsOf(words) });

interface Desk {
  readonly hours: Hours;
  readonly words: Words;
  /** Of the words, ISO 639-1. */
  readonly language: string;
}

/** Whether a person can be promised when this turn is decided. */
export function deskFacts({ line, now }: Pick<Turn, 'line' | 'now'>, { hours, words, language }: Desk): DeskFacts {
  if (hours.isOpen(now)) return { somebody: line.agents > 0 };
  const opens = hours.opensAt(now);
  const at = words('at-time', { day: '{day}', time: '{time}' });
  return { somebody: false, opens: opens === undefined ? '' : hours.say(opens, now, { language, at }) };
}

/** The wait that can be promised; undefined when no agent is at the desk. */
export const promise = (line: LineFacts, desk: DeskFacts): WaitRange | undefined =>
  desk.somebody ? waitRange(line) : undefined;

/** The same for each place. */
export const promisedPace = (line: LineFacts, desk: DeskFacts): WaitPace | undefined =>
  desk.somebody ? waitPace(line) : undefined;

type Values = Readonly<Record<'place' | 'wait' | 'opens', string>>;

interface Said {
  readonly ordinal: string;
  /** Minutes. */
  readonly wait?: { readonly low: number | string; readonly high: number | string };
}

const sentences = (words: Words, { ordinal, wait }: Said, desk: DeskFacts): Values => ({
  place: words('place', { ordinal }),
  wait: wait === undefined ? '' : words('wait-range', wait),
  opens: desk.opens ? words('opens-again', { when: desk.opens }) : '',
});

/** What a sentence about the line may be filled in with. */
export function lineWords(words: Words, line: LineFacts, desk: DeskFacts): Values {
  const ordinals = ordinalsOf(words);
  const said = ordinals[Math.min(line.ahead, ordinals.length - 1)] ?? number;
  const ordinal = said.replace(number, String(line.ahead + 1));
  const range = promise(line, desk);
  const minutes = (milliseconds: number) => Math.round(milliseconds / 60_000);
  const wait = range && { low: minutes(range.low), high: minutes(range.high) };
  return sentences(words, { ordinal, ...(wait === undefined ? {} : { wait }) }, desk);
}

/** The same for a ticket that is about to be stored: see PlaceWords. */
export function placeSlots(words: Words, line: LineFacts, desk: DeskFacts): Values {
  const wait = promisedPace(line, desk) && { low: '{low}', high: '{high}' };
  return sentences(words, { ordinal: '{ordinal}', ...(wait === undefined ? {} : { wait }) }, desk);
}

/** The name of a sentence that has a variant for each state of the desk. */
export function byDesk<Name>(desk: DeskFacts, names: { somebody: Name; nobody: Name; closed: Name }): Name {
  return desk.somebody ? names.somebody : desk.opens === undefined ? names.nobody : names.closed;
}
