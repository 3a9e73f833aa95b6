/** The promises, and the check of each. A report reads like this list. */
import * as accounts from './accounts.js';
import { oneOfSeveral, staysErased } from './erased.js';
import type { Evidence, Rule } from './evidence.js';
import * as hands from './hands.js';
import * as messages from './messages.js';

export type { Evidence } from './evidence.js';

export const rules = {
  'a message that was acknowledged is there': messages.keptOnce,
  'no message is there twice': messages.neverTwice,
  'a transcript counts from 1 without gaps': messages.gapless,
  'messages stand in the order in which they were sent': messages.inOrder,
  'nothing is there that nobody said': messages.fromSomebody,
  'a message is answered': messages.answered,
  'a message is answered soon, whatever the load': messages.answeredSoon,
  'a message is answered once': messages.answeredOnce,
  'a customer sees the transcript, once, in order, to its end': messages.delivered,
  'the desk shows what is': ({ stale }) => stale,
  'no internal note reaches a customer': messages.noNotes,
  'what an agent wrote is there, once': messages.writtenOnce,
  'a ticket only changes hands as it may': hands.legal,
  'every change of hands raises the epoch': hands.epochsRise,
  'no epoch is given to two agents': hands.oneHolder,
  'an agent speaks only while holding the ticket': hands.withinSpan,
  'what an agent let go is let go': hands.movedOnce,
  'what an agent lets go of is told once, or undone and never told': hands.toldOrUndone,
  'nobody lets go of a ticket over words they have not read': hands.readFirst,
  'a ticket is as its log says': hands.lastLogged,
  'who waits is in the line, and nobody else': hands.inLine,
  'a person has one place in the line': hands.onePlace,
  'what is assigned is leased, and nothing else': hands.leased,
  'no agent holds more than their capacity': hands.withinCapacity,
  'the stints of an episode add up to its life': accounts.stintsAddUp,
  'the effort of an episode is what its drivers add up to': accounts.effortIsItsDrivers,
  'an episode is scored at most once': accounts.scoredOnce,
  'a score that was given is kept': accounts.scoreKept,
  'the hours add up to the log': accounts.talliesAddUp,
  'what was erased stays erased': staysErased,
  'of one of several nothing is left, and of the others every word': oneOfSeveral,
  'the house comes to rest': ({ restless }) => restless,
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof rules;

/** The breaches of every promise that was broken. */
export function check(evidence: Evidence): ReadonlyMap<RuleName, readonly string[]> {
  const found = Object.entries(rules).map(([name, rule]) => [name as RuleName, rule(evidence)] as const);
  return new Map(found.filter(([, breaches]) => breaches.length > 0));
}
