/** Lays a transcript out: a heading for each day, and one head for what somebody says in a row. */
import type { Entry } from '../types.js';

export interface Laid {
  readonly entry: Entry;
  /** A new day begins here. */
  readonly day: boolean;
  /** Someone else begins to speak here, or the same person after a pause. */
  readonly head: boolean;
}

const pause = 5 * 60_000;

export function lay(entries: readonly Entry[], dayOf: (at: number) => string): readonly Laid[] {
  return entries.map((entry, index) => {
    const before = entries[index - 1];
    const day = before === undefined || dayOf(before.at) !== dayOf(entry.at);
    const voice = before?.role === entry.role && before.by === entry.by && before.speaker?.id === entry.speaker?.id;
    const same = voice && entry.at - before.at < pause;
    return { entry, day, head: day || !same };
  });
}
