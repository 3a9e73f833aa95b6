/** What the team works with: the desk, the insights, who works here; and the audit around all of it. */
import { createAudit, createStandingOf, peopleRoutes, type Sessions } from './access/index.js';
import type { Clock, Config, Log, Timers } from './base/index.js';
import { createRelieve, type Knowledge, type Relay, type Sealing } from './bot/index.js';
import { createDeskFeed, createStanding, deskRoutes } from './desk/index.js';
import type { Http, Person, Route } from './http/index.js';
import { insightsRoutes } from './insights/index.js';
import type { Store } from './store/index.js';

interface House {
  readonly config: Pick<Config, 'AGENT_CAPACITY'>;
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly relay: Relay;
  readonly sealing: Sealing;
  readonly http: Http;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

interface Door {
  readonly sessions: Sessions;
  /** Of the sign-in. */
  readonly routes: readonly Route[];
  /** Told of everyone who signs out. */
  readonly left: (person: Person) => Promise<unknown>;
}

type Audit = ReturnType<typeof createAudit>;

/** Who works here, for admins. What was done to a person is heard of by all processes. */
function mountPeople({ http, store, config, knowledge }: House, door: Door, audit: Audit): void {
  const chosen = { queues: knowledge.hours.queues, capacity: config.AGENT_CAPACITY };
  const relieve = createRelieve({ queue: store.queue, speech: knowledge.speech });
  http.add(...audit.watch(peopleRoutes({ people: store.people, ...door, ...chosen, relieve })));
  store.changes.listenAll((ring) => {
    if (ring === undefined) http.doubt();
    else if (ring.state === 'person') http.doubt(ring.conversation);
  });
}

/** Answers how to end what it keeps open. */
export function mountTeam(house: House, door: Door): { close(): void } {
  const { http, store, relay, sealing, clock, timers, log, knowledge } = house;
  const { queue, conversations, ledger, changes, dataset, people } = store;
  const { hours, faq, privacy } = knowledge;
  const standing = { ticket: createStanding(queue), person: createStandingOf(people) };
  const audit = createAudit({ store: store.audit, standing, log });
  http.add(...audit.watch(door.routes));
  mountPeople(house, door, audit);
  const feed = createDeskFeed({ queue, changes, hours, health: dataset.health, clock, timers, log });
  const ports = { queue, conversations, ledger, relay, feed, faq, hours, privacy, sealing, clock, log };
  http.add(...audit.watch(deskRoutes(ports)), ...audit.routes);
  const titleOf = (entry: string) => faq.entry(entry)?.title;
  http.add(...audit.watch(insightsRoutes({ ledger, conversations, clock, hours, titleOf })));
  return feed;
}
