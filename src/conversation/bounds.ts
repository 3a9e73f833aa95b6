/**
 * The numbers at which a meaning changes, each with what it means. Nothing is imported here, so that the pages may read
 * them, too; test/rules/bounds.test.ts holds that no other file writes one of them again.
 */

/** Earlier episodes of a customer count as contacts when they began within so many hours before the episode. */
export const contactHours = 72;
/** The same in words. */
export const contactTime = 'three days';

/** Hourly counters, which name no customer, are kept for so many days; no longer period can be asked for. */
export const counterDays = 400;

/** From these on an effort (0..100) counts as some, and as high. */
export const efforts = { some: 25, high: 50 } as const;

/** Of fewer cases no share and no mean is told, and of fewer no percentile. */
export const fewest = { share: 10, percentile: 20 } as const;

/** The answers to the survey, hardest first, and the first of them that says that it was easy. */
export const scores = [1, 2, 3, 4, 5, 6, 7] as const;
export const easyScore = 5;

/** Characters that are kept of a customer's message; the chat takes no more. */
export const longestMessage = 20_000;

/** The page of an agent sends a heartbeat so often, milliseconds; sleeping tabs may only do so once a minute. */
export const heartbeatMs = 15_000;
/** An agent whose page sent none for so long is gone, and so is their hold on their tickets, milliseconds. */
export const presenceMs = 75_000;
/** Whoever is served within so long was served promptly; who leaves within so short a time hardly waited, milliseconds. */
export const promptMs = 120_000;
export const shortMs = 10_000;

/** An agent can undo a move for so long, before the customer is told, milliseconds. */
export const undoMs = 5000;
/** A closed case can be reopened for so many hours after its end. */
export const reopenHours = 24;

/** Of the wait that is promised before anything was measured: one agent takes a ticket so often, milliseconds. */
export const firstPaceMs = 180_000;
