/** What this agent has just let go of, in words, and how it comes back. */
import { claimed } from './line.js';
import { type DeskState, type Leaving, type LeavingAction, looking } from './state.js';

const done: Readonly<Record<LeavingAction, string>> = {
  close: 'Closed',
  'hand-back': 'Handed back',
  release: 'Back in the line',
  pass: 'Passed on',
};
export const leavingText = ({ action }: Leaving): string => done[action];

/** Whole seconds that are left. */
export const secondsLeft = ({ till }: Leaving, now: number): number =>
  Math.min(5, Math.max(1, Math.ceil((till - now) / 1000)));

function uncount(state: DeskState, { counted }: Leaving): void {
  const line = state.line.value;
  if (counted) state.line.value = { ...line, doneToday: Math.max(0, line.doneToday - 1) };
}

/** It is theirs again, as if nothing had been done. */
export function putBack(state: DeskState, leaving: Leaving, now: number): void {
  uncount(state, leaving);
  state.line.value = claimed(state.line.value, leaving.ticket, looking(state, now));
  state.leaving.value = undefined;
}

/** The customer wrote before they were told: the ticket came back by itself. */
export function cameBack(state: DeskState): void {
  const leaving = state.leaving.value;
  if (leaving === undefined) return;
  const row = state.line.value.mine.find(({ id }) => id === leaving.ticket.id);
  if (row === undefined || row.seq <= leaving.seen) return;
  uncount(state, leaving);
  state.leaving.value = undefined;
  state.notice.value = `${row.customer} wrote before anything was done, and is still with you.`;
}
