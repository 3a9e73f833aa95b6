/** How a customer's messages read: as the assistant read them, until a person of the team corrects that. */
import type { Correction, Entry, Level } from '../types.js';

export interface Corrected {
  readonly reads: Correction['reads'];
  readonly by: string;
  readonly at: number;
}

/** The last correction of each message, by its number. */
export const corrections = (entries: readonly Entry[]): ReadonlyMap<number, Corrected> =>
  new Map(
    entries.flatMap(({ role, about, reads, by = 'The team', at }) =>
      role === 'note' && about !== undefined && reads !== undefined ? [[about, { reads, by, at }] as const] : [],
    ),
  );

const levels: Readonly<Record<Correction['reads'], Level>> = { calm: 0, frustrated: -2 };

/** The level that holds; nothing for a message in which none was read. */
export const levelOf = ({ feeling }: Entry, corrected: Corrected | undefined): Level | undefined =>
  feeling === undefined ? undefined : corrected === undefined ? feeling.level : levels[corrected.reads];
