/** A desk over a store, with two queues and four of the team, whose calls are answered as the server would. */
import { expect } from 'chai';
import { createTimers, SupportError, systemClock } from '../../src/base/index.js';
import { createRelay, createSealing } from '../../src/bot/index.js';
import { createDeskFeed, type DeskFeed, deskRoutes } from '../../src/desk/index.js';
import type { Call, Person, Route } from '../../src/http/index.js';
import { checkHours, type Hours, type Ticket } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { knowledge } from '../support/mind.js';
import { embedded, onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';
import { enterLine, readAll } from '../support/tickets.js';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const queues = ['queues:', '  main: { title: Support }', '  returns: { title: Returns }'];

/** Two queues that are open at these times of every day. */
export function hoursOf(times: string): Hours {
  const text = ['zone: Europe/London', 'week:', ...days.map((day) => `  ${day}: ${times}`), ...queues].join('\n');
  const checked = checkHours({ name: 'hours.yaml', text });
  if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
  return checked.value;
}
const hours = hoursOf('00:00-24:00');

export const ana: Person = { id: 'ana', name: 'Ana', role: 'agent', queues: ['main'] };
export const rita: Person = { id: 'rita', name: 'Rita', role: 'agent', queues: ['returns', 'closed-down'] };
export const omar: Person = { id: 'omar', name: 'Omar', role: 'agent' };
export const sam: Person = { id: 'sam', name: 'Sam', role: 'supervisor', queues: ['main'] };

interface Asked {
  readonly id?: string;
  /** Another case of the person. */
  readonly earlier?: string;
  readonly query?: object;
  readonly body?: object;
}

export interface Floor {
  readonly store: () => Store;
  readonly feed: () => DeskFeed;
  readonly routes: () => readonly Route[];
  /** What a route answers this person: the body, or the code of the refusal. */
  ask(person: Person | undefined, place: string, asked?: Asked): Promise<unknown>;
  /** An id that was not used before. */
  token(): string;
  ticketOf(id: string): Promise<Ticket>;
  /** The body of a note. */
  note(epoch?: number): object;
  /** How many of them are written. */
  written(id: string): Promise<number>;
  claims(person: Person, id: string): Promise<unknown>;
  /** A ticket that waits for those who serve returns. */
  waiting(): Promise<string>;
  /** One that somebody holds. */
  held(by: Person): Promise<string>;
}

/** A suite on a floor of its own. */
export function onFloor(title: string, suite: (floor: Floor) => void): void {
  onEveryEngine(
    title,
    (start) => {
      let house: StoreHouse;
      let store: Store;
      let feed: DeskFeed;
      let routes: readonly Route[];
      before(async () => {
        house = await start();
        store = await house.open({ capacity: 100 });
        const { queue, conversations, ledger, changes } = store;
        const ports = { queue, conversations, ledger, faq: knowledge.faq, hours, clock: systemClock };
        feed = createDeskFeed({
          ...ports,
          changes: changes,
          health: () => ({}),
          timers: createTimers(quiet),
          log: quiet,
        });
        routes = deskRoutes({
          ...ports,
          relay: createRelay({ queue, speech: knowledge.speech, privacy: knowledge.privacy }),
          ...{
            privacy: knowledge.privacy,
            sealing: createSealing({ privacy: knowledge.privacy, secrets: undefined }),
            log: quiet,
          },
          feed,
        });
      });
      after(() => {
        feed.close();
        return house.close();
      });

      const ask: Floor['ask'] = async (person, place, { id = '', earlier = '', query = {}, body } = {}) => {
        const route = routes.find(
          ({ method, path }) =>
            `${method} ${path}` === `GET /api/desk${place}` || `${method} ${path}` === `POST /api/desk${place}`,
        );
        if (route === undefined) throw new Error(`no route ${place}`);
        const call = { params: { id, case: earlier }, query, headers: {}, body } as unknown as Call<
          unknown,
          Record<string, string>
        >;
        try {
          const answer = await route.answer(call, person);
          return answer.kind === 'json' ? answer.body : answer.kind;
        } catch (fault) {
          if (fault instanceof SupportError) return fault.code;
          throw fault;
        }
      };
      let count = 0;
      const token = () => `token-${(count += 1)}-of-a-claim`;
      const ticketOf = async (id: string) => (await store.queue.ticket(id))!;
      const note = (epoch = 0) => ({ id: token(), epoch, text: 'for the team', note: true });
      const written = async (id: string) =>
        (await store.conversations.entries(id, 0)).filter(({ text }) => text === 'for the team').length;
      const claims = (person: Person, id: string) => ask(person, '/claim', { body: { token: token(), ticket: id } });

      /** A ticket that waits for those who serve returns. */
      async function waiting(): Promise<string> {
        const id = await enterLine(store);
        const claimed = await store.queue.claim({
          agent: { ...omar, queues: ['main'] },
          token: token(),
          conversation: id,
          notice: { text: '' },
        });
        const epoch = claimed.kind === 'claimed' ? claimed.epoch : 0;
        const back = {
          conversation: id,
          agent: omar,
          epoch,
          seen: readAll.seen,
          action: 'release',
          queue: 'returns',
          notice: { text: '' },
        } as const;
        expect(await store.queue.release(back)).to.deep.equal({ kind: 'moved' });
        return id;
      }
      async function held(by: Person): Promise<string> {
        const id = await waiting();
        expect(await claims(by, id)).to.include({ kind: 'claimed' });
        return id;
      }
      suite({
        store: () => store,
        feed: () => feed,
        routes: () => routes,
        ask,
        token,
        ticketOf,
        note,
        written,
        claims,
        waiting,
        held,
      });
    },
    [embedded],
  );
}
