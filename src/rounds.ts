/** What is looked for again and again, because nothing tells of it. */
import type { Clock, Config, Log, startRounds } from './base/index.js';
import { type Assistant, type BaseWatch, type Knowledge, type Relay, watchBacklog } from './bot/index.js';
import { openContent } from './content.js';
import { createLearning } from './learning.js';
import type { Store } from './store/index.js';

/** How often something is looked for that nothing else tells of, milliseconds. */
export interface Rounds {
  /** Owed turns. */
  readonly wakeMs: number;
  /** Tickets of lost agents. */
  readonly sweepMs: number;
  /** What is older than the retention, and tickets of queues that are not there any more. */
  readonly tidyMs: number;
  /** A line that nobody serves. */
  readonly watchMs: number;
  /** What use taught. */
  readonly learnMs: number;
}

const usualRounds: Rounds = { wakeMs: 1000, sweepMs: 2000, tidyMs: 10_000, watchMs: 60_000, learnMs: 10_000 };

/** What the rounds are made with. */
interface Serving {
  readonly config: Config;
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly assistant: Assistant;
  readonly relay: Relay;
  readonly clock: Clock;
  readonly log: Log;
  /** Other rounds than the usual. */
  readonly rounds?: Partial<Rounds>;
}

/** How often what use taught is gathered from the transcripts, milliseconds. */
const gatherMs = 10 * 60_000;

/** What is done again and again, and how often. */
export function roundsOf(house: Serving, baseWatch: BaseWatch): Parameters<typeof startRounds>[1] {
  const { store, assistant, relay, knowledge, clock, log } = house;
  const rounds = { ...usualRounds, ...house.rounds };
  const read = openContent(house.config.CONTENT_DIR).faq;
  const learning = createLearning({ store, baseWatch, read, clock, log, gatherMs });
  return [
    [rounds.wakeMs, assistant.wake],
    [rounds.sweepMs, relay.sweep],
    [1000, store.dataset.look],
    [rounds.tidyMs, store.retire],
    [rounds.tidyMs, () => store.queue.reassign(knowledge.hours.queues.map(({ id }) => id))],
    [2000, baseWatch.look],
    ...(house.config.LEARN_FROM_USE === 'on' ? [[rounds.learnMs, learning.look] as const] : []),
    [rounds.watchMs, () => watchBacklog({ ledger: store.ledger, hours: knowledge.hours, clock, log })],
  ];
}
