/** The managers' words for what the server names, and the order in which things are told. */
import type { EpisodeRow, Outcome, Reason, Summary } from './types.js';

export const outcomes: readonly Outcome[] = ['solved', 'assumed', 'helped', 'unanswered', 'gave-up'];

const outcomeNames: Readonly<Record<Outcome, { readonly name: string; readonly means: string }>> = {
  solved: { name: 'Solved', means: 'the customer said so' },
  assumed: { name: 'Assumed', means: 'answered, then silence' },
  helped: { name: 'Helped by a person', means: 'closed by an agent' },
  unanswered: { name: 'Unanswered', means: 'left after a question without an answer' },
  'gave-up': { name: 'Gave up', means: 'left before a person came' },
};
export const outcomeName = (outcome: Outcome): string => outcomeNames[outcome].name;
export const outcomeMeans = (outcome: Outcome): string => outcomeNames[outcome].means;

export type Promised = keyof Summary['promise'];

const promisedNames: Readonly<Record<Promised, { readonly name: string; readonly means: string }>> = {
  kept: { name: 'Held', means: 'served within the range' },
  sooner: { name: 'Sooner', means: 'served before it' },
  later: { name: 'Later', means: 'waited longer than we said' },
};
/** How promised waits turned out, the best first. */
export const promised: readonly Promised[] = ['kept', 'sooner', 'later'];
export const promisedName = (one: Promised): string => promisedNames[one].name;
export const promisedMeans = (one: Promised): string => promisedNames[one].means;

const reasonNames: Readonly<Record<Reason, string>> = {
  asked: 'Asked for a person',
  frustrated: 'Frustrated',
  unanswered: 'No answer found',
  fault: 'A fault on our side',
  message: 'Left a message',
  undelivered: 'Not delivered',
};
export const reasons: readonly Reason[] = ['asked', 'frustrated', 'unanswered', 'fault', 'message', 'undelivered'];
export const reasonName = (reason: Reason): string => reasonNames[reason];

const stateNames: Readonly<Record<EpisodeRow['state'], string>> = {
  bot: 'With the assistant',
  waiting: 'Waiting for a person',
  assigned: 'With a person',
  closed: 'Ended',
};
/** How an episode ended, or where it is. */
export const standing = (row: Pick<EpisodeRow, 'state' | 'outcome'>): string =>
  row.outcome ? outcomeName(row.outcome) : stateNames[row.state];

export type Band = 'low' | 'some' | 'high';

/** From 50 an effort counts as high; the same bar as in the server's figure. */
export const effortBand = (effort: number): Band => (effort >= 50 ? 'high' : effort >= 25 ? 'some' : 'low');

const bandNames: Readonly<Record<Band, string>> = { low: 'low', some: 'some', high: 'high' };
export const bandName = (band: Band): string => bandNames[band];
