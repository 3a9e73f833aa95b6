/** How long a customer has waited, and how loud that should be. Spans are milliseconds. */
import type { TicketRow } from './types.js';

const warmAfter = 2 * 60_000;
const alarmAfter = 5 * 60_000;

export type Loudness = 'quiet' | 'warm' | 'alarm';

export const loudness = (wait: number): Loudness => (wait > alarmAfter ? 'alarm' : wait > warmAfter ? 'warm' : 'quiet');

/** Since when this customer waits for somebody: for a place in the line, or for the agent's answer. */
const waitsSince = (row: TicketRow): number | undefined => (row.state === 'waiting' ? row.since : row.owedSince);

/** The wait so far, never negative; undefined when the customer does not wait. */
export function waitOf(row: TicketRow, now: number): number | undefined {
  const since = waitsSince(row);
  return since === undefined ? undefined : Math.max(0, now - since);
}
