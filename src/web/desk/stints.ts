/** The stints of the open episode: what the server knew when it was opened, carried on by the entries since. */
import type { Entry, Stint, StintSpan } from './types.js';

/** Entries after `known` (a number) are new to `stints`. */
export function carryOn(stints: readonly StintSpan[], entries: readonly Entry[], known: number): readonly StintSpan[] {
  const found = [...stints];
  for (const { seq, at, stint } of entries) {
    const running = found.at(-1);
    if (seq <= known || stint === 'none' || (running && running.to === undefined && running.kind === stint)) continue;
    if (running && running.to === undefined) found.splice(-1, 1, { ...running, to: at });
    if (stint !== 'closed') found.push({ kind: stint, from: at });
  }
  return found;
}

/** Milliseconds of each kind up to `now`, in the order they first came. */
export function spent(
  stints: readonly StintSpan[],
  now: number,
): readonly { readonly kind: Stint; readonly span: number }[] {
  const sums = new Map<Stint, number>();
  for (const { kind, from, to } of stints) {
    sums.set(kind, (sums.get(kind) ?? 0) + Math.max(0, (to ?? Math.max(now, from)) - from));
  }
  return [...sums].map(([kind, span]) => ({ kind, span }));
}
