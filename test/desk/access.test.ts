/** Every address of the desk, and what becomes of a call of everyone: nobody is shown or writes what is not theirs to see. */
import { expect } from 'chai';
import { createTimers, systemClock } from '../../src/base/index.js';
import { createRelay, createSealing } from '../../src/bot/index.js';
import type { Effect } from '../../src/conversation/index.js';
import type { Line } from '../../src/desk/contract.js';
import { createDeskFeed, deskRoutes } from '../../src/desk/index.js';
import type { Person, Route } from '../../src/http/index.js';
import type { Store } from '../../src/store/index.js';
import { closeHouses, openHouse, post, signIn } from '../http/house.js';
import { knowledge } from '../support/mind.js';
import { embedded, onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';
import { readAll } from '../support/tickets.js';
import { type Answers, next, type Row, table, type Target } from './access-table.js';

const people: readonly Person[] = [
  { id: 'ana', name: 'Ana', role: 'agent' },
  { id: 'rita', name: 'Rita', role: 'agent', queues: ['returns'] },
  { id: 'sam', name: 'Sam', role: 'supervisor' },
  { id: 'maya', name: 'Maya', role: 'manager' },
];
/** Ana serves every queue, Rita only that of returns, and Sam supervises. */
const asking = ['ana', 'rita', 'sam'] as const;
const ben = { id: 'ben', name: 'Ben', queues: ['main'] };

onEveryEngine(
  'access to the desk',
  (start) => {
    let house: StoreHouse;
    let store: Store;
    let url: string;
    let routes: readonly Route[];
    const cookies = new Map<string, string>();

    before(async () => {
      house = await start();
      store = await house.open({ capacity: 50 });
      const { queue, conversations, ledger, changes } = store;
      const ports = { queue, conversations, ledger, faq: knowledge.faq, hours: knowledge.hours, clock: systemClock };
      const timers = createTimers(quiet);
      const feed = createDeskFeed({ ...ports, changes: changes, health: () => ({}), timers, log: quiet });
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
      ({ url } = await openHouse({ routes, people }));
      for (const { id } of people) cookies.set(id, await signIn(url, id));
      await queue.present(ben, true);
    });
    after(async () => {
      await closeHouses();
      await house.close();
    });

    const saying = (id: string, text: string) =>
      ({ conversation: id, channel: 'web', activity: next('a'), customer: { id: `customer of ${id}` }, text }) as const;
    async function waiting(): Promise<string> {
      const id = next('web');
      const heard = await store.conversations.receive(saying(id, 'help'));
      if (heard.kind !== 'turn') throw new Error(heard.kind);
      const effects: readonly Effect[] = [{ kind: 'open' }, { kind: 'queue', boostMs: 0, reason: 'asked' }];
      await store.conversations.commit(heard.turn, effects);
      return id;
    }

    async function heldBy(agent: typeof ben): Promise<Target> {
      const id = await waiting();
      const claimed = await store.queue.claim({ agent, token: next('token'), conversation: id, notice: { text: '' } });
      if (claimed.kind !== 'claimed') throw new Error(claimed.kind);
      return { id, epoch: claimed.epoch };
    }

    const targets = {
      async waiting(): Promise<Target> {
        const id = await waiting();
        return { id, epoch: (await store.queue.ticket(id))!.epoch };
      },
      held: () => heldBy(ben),
      async closed(): Promise<Target> {
        const anas = await heldBy({ id: 'ana', name: 'Ana', queues: ['main'] });
        await end(anas.id);
        return anas;
      },
      async none(): Promise<Target> {
        const id = next('web');
        const heard = await store.conversations.receive(saying(id, 'hi'));
        if (heard.kind === 'turn') await store.conversations.commit(heard.turn, [{ kind: 'open' }]);
        return { id, epoch: 0 };
      },
    };

    async function call({ route, body }: Row, who: string, target: Target): Promise<string> {
      const [method = '', path = ''] = route.split(' ');
      const place = url + path.replace(':id', encodeURIComponent(target.id)).replace(':case', `1:${target.id}`);
      const cookie = cookies.get(who) ?? '';
      const leave = new AbortController();
      const answer =
        method === 'POST'
          ? await post(place, body?.(target) ?? {}, { cookie })
          : await fetch(place, { headers: { cookie }, signal: leave.signal });
      if (answer.status !== 200 || method === 'GET') {
        leave.abort();
        return String(answer.status);
      }
      const { kind } = (await answer.json()) as { kind?: string };
      return kind ?? '200';
    }

    /** What still waits would be the next of the line for another row. */
    async function end(id: string): Promise<void> {
      const left = await store.queue.ticket(id);
      if (left === undefined) return;
      const agent = { id: 'sam', name: 'Sam' };
      const effects: readonly Effect[] = [{ kind: 'end', outcome: 'helped' }];
      const close = { ...readAll, agent, force: true, action: 'close', notice: { text: '' }, effects } as const;
      await store.queue.release({ ...close, conversation: id, epoch: left.epoch });
    }
    const met: string[] = [];
    afterEach(async () => {
      for (const id of met.splice(0)) await end(id);
    });

    it('is asked in the table at every address there is', () => {
      const known = [...new Set(table.map(({ route }) => route))].sort();
      expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).to.deep.equal(known);
    });

    for (const row of table) {
      const states = 'length' in row.answers ? { none: row.answers } : row.answers;
      for (const [state, answers] of Object.entries(states) as [keyof typeof targets, Answers][]) {
        const about = 'waiting' in states ? `, ${state}` : '';
        it(`${row.route}: ${row.what}${about}: ${answers.join(' ')}`, async () => {
          expect(await call(row, 'nobody', { id: 'x', epoch: 0 }), 'without a sign-in').to.equal('401');
          expect(await call(row, 'maya', { id: 'x', epoch: 0 }), 'a manager').to.equal('403');
          for (const [i, who] of asking.entries()) {
            const target = await targets[state]();
            met.push(target.id);
            const before = await store.conversations.entries(target.id, 0);
            expect(await call(row, who, target), who).to.equal(answers[i]);
            if (answers[i] === '403') {
              expect(await store.conversations.entries(target.id, 0), 'nothing was written').to.deep.equal(before);
            }
          }
        });
      }
    }

    it('shows in the line what waits in the queues that one serves, and nothing else', async () => {
      const { id } = await targets.waiting();
      const shown = async (who: string) => {
        const answer = await fetch(`${url}/api/desk/line`, { headers: { cookie: cookies.get(who) ?? '' } });
        const { waiting: rows, waitingTotal } = (await answer.json()) as Line;
        return { rows: rows.map((row) => row.id), waitingTotal };
      };
      expect(await shown('ana')).to.deep.equal({ rows: [id], waitingTotal: 1 });
      expect(await shown('sam')).to.deep.equal({ rows: [id], waitingTotal: 1 });
      expect(await shown('rita')).to.deep.equal({ rows: [], waitingTotal: 0 });
    });
  },
  [embedded],
);
