/** How a customer's messages read: as the assistant read them, until a person of the team corrects that. */
import type { Correction, Entry, Level } from '../types.js';

export interface Corrected {
  readonly reads: Correction['reads'];
  readonly by: string;
  readonly at: number;
}

const isCorrection = ({ role, reads }: Entry): boolean => role === 'note' && reads !== undefined;

/** The last correction of each message, by its number. */
export const corrections = (entries: readonly Entry[]): ReadonlyMap<number, Corrected> =>
  new Map(
    entries
      .filter(isCorrection)
      .flatMap(({ about, reads, by = 'The team', at }) =>
        about === undefined || reads === undefined ? [] : [[about, { reads, by, at }] as const],
      ),
  );

/** What has a place of its own in the transcript; a correction stands with the message it is about, when that is shown. */
export function placed(entries: readonly Entry[]): readonly Entry[] {
  const shown = new Set(entries.map(({ seq }) => seq));
  return entries.filter((entry) => !isCorrection(entry) || !shown.has(entry.about ?? 0));
}

/** The choices that came too late, by their numbers: the assistant's answer to each names it. */
export const latePresses = (entries: readonly Entry[]): ReadonlySet<number> =>
  new Set(entries.flatMap(({ role, about }) => (role === 'assistant' && about !== undefined ? [about] : [])));

const levels: Readonly<Record<Correction['reads'], Level>> = { calm: 0, frustrated: -2 };

/** The level that holds; nothing for a message in which none was read. */
export const levelOf = ({ feeling }: Entry, corrected: Corrected | undefined): Level | undefined =>
  feeling === undefined ? undefined : corrected === undefined ? feeling.level : levels[corrected.reads];
