/** The managers' words for what the server names. */
import { efforts } from '../../conversation/bounds.js';
import { closeReasons, outcomes, reasons } from '../../conversation/names.js';
import type { EpisodeRow, Outcome, Reason, Summary } from './types.js';

export const outcomeName = (outcome: Outcome): string => outcomes[outcome].name;
export const outcomeMeans = (outcome: Outcome): string => outcomes[outcome].means;

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

export const reasonName = (reason: Reason): string => reasons[reason].name;

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

export const effortBand = (effort: number): Band =>
  effort >= efforts.high ? 'high' : effort >= efforts.some ? 'some' : 'low';

const bandNames: Readonly<Record<Band, string>> = { low: 'low', some: 'some', high: 'high' };
export const bandName = (band: Band): string => bandNames[band];

/** Why a case was closed while an answer was owed. */
export const owingText = ({ reason, words }: NonNullable<EpisodeRow['closedOwing']>): string =>
  `${closeReasons[reason].name}${words === undefined ? '' : `: “${words}”`}`;
