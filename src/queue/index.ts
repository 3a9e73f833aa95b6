export type { Claim, Claimed, Fenced, Holder, Queue, Release, Speech, Ticket } from './port.js';
export { waitRange, type WaitRange } from './wait.js';
