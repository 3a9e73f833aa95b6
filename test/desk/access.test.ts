/** Every address of the desk, and what becomes of a call of everyone: nobody is shown or writes what is not theirs to see. */
import { expect } from 'chai';
import { createTimers, systemClock } from '../../src/base/index.js';
import { createRelay } from '../../src/bot/index.js';
import type { Effect } from '../../src/conversation/index.js';
import type { Line } from '../../src/desk/contract.js';
import { createDeskFeed, deskRoutes } from '../../src/desk/index.js';
import type { Person, Route } from '../../src/http/index.js';
import type { Store } from '../../src/store/index.js';
import { closeHouses, openHouse, post, signIn } from '../http/house.js';
import { knowledge } from '../support/mind.js';
import { embedded, onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';
import { readAll, readOne } from '../support/tickets.js';

const people: readonly Person[] = [
  { id: 'ana', name: 'Ana', role: 'agent' },
  { id: 'rita', name: 'Rita', role: 'agent', queues: ['returns'] },
  { id: 'sam', name: 'Sam', role: 'supervisor' },
  { id: 'maya', name: 'Maya', role: 'manager' },
];
/** Ana serves every queue, Rita only that of returns, and Sam supervises. */
const asking = ['ana', 'rita', 'sam'] as const;
const ben = { id: 'ben', name: 'Ben', queues: ['main'] };

interface Target {
  readonly id: string;
  readonly epoch: number;
}
/** For Ana, Rita and Sam: the status of the answer, or its kind where it has one. */
type Answers = readonly [ana: string, rita: string, sam: string];

interface Row {
  readonly route: string;
  readonly what: string;
  readonly body?: (target: Target) => object;
  /** Without a ticket; or with one that waits in the main queue, one that Ben holds, and one that is not there. */
  readonly answers: Answers | { readonly waiting: Answers; readonly held: Answers; readonly none: Answers };
}

let count = 0;
const next = (prefix: string) => `${prefix}-${(count += 1)}-of-the-table`;
const all = (answer: string): Answers => [answer, answer, answer];
const say = (note: boolean) => (target: Target) => ({ id: next('say'), epoch: target.epoch, text: 'a word', note });
const move = (action: string, force?: true) => (target: Target) => ({
  ...(action === 'close' ? readOne : { seen: readOne.seen }),
  epoch: target.epoch,
  action,
  ...(force && { force }),
});
const fenced = { waiting: all('fenced'), held: all('fenced'), none: all('fenced') };
const gone = { ...fenced, none: all('404') };
const reading = { waiting: ['200', '403', '200'], held: all('200'), none: all('404') } as const;
const leading: Answers = ['403', '403', 'moved'];
const ticket = '/api/desk/tickets/:id';
const reads = (of: string): Row => ({ route: `GET ${ticket}${of}`, what: 'the ticket', answers: reading });

const table: readonly Row[] = [
  { route: 'GET /api/desk/line', what: 'the line', answers: all('200') },
  { route: 'GET /api/desk/feed', what: 'the feed', answers: all('200') },
  { route: 'GET /api/desk/team', what: 'the team', answers: all('200') },
  { route: 'GET /api/desk/answers', what: 'prepared answers', answers: all('200') },
  { route: 'POST /api/desk/presence', what: 'going away', body: () => ({ state: 'away' }), answers: all('200') },
  { route: 'POST /api/desk/presence', what: 'a heartbeat', body: () => ({ state: 'here' }), answers: all('200') },
  { route: 'POST /api/desk/claim', what: 'the next', body: () => ({ token: next('token') }), answers: all('empty') },
  {
    route: 'POST /api/desk/claim',
    what: 'this ticket',
    body: ({ id }) => ({ token: next('token'), ticket: id }),
    answers: { waiting: ['claimed', '403', 'claimed'], held: all('taken'), none: all('gone') },
  },
  {
    route: 'POST /api/desk/claim',
    what: 'this ticket from whoever holds it',
    body: ({ id }) => ({ token: next('token'), ticket: id, takeOver: true }),
    answers: {
      waiting: ['403', '403', 'claimed'],
      held: ['403', '403', 'claimed'],
      none: ['403', '403', 'gone'],
    },
  },
  ...['', '/entries', '/history', '/history/:case'].map(reads),
  { route: `POST ${ticket}/say`, what: 'words to the customer', body: say(false), answers: fenced },
  {
    route: `POST ${ticket}/say`,
    what: 'a note',
    body: say(true),
    answers: { waiting: ['said', '403', 'said'], held: all('said'), none: all('fenced') },
  },
  { route: `POST ${ticket}/move`, what: 'release', body: move('release'), answers: gone },
  { route: `POST ${ticket}/move`, what: 'hand back', body: move('hand-back'), answers: gone },
  { route: `POST ${ticket}/move`, what: 'close', body: move('close'), answers: gone },
  {
    route: `POST ${ticket}/move`,
    what: 'close over the head of its holder',
    body: move('close', true),
    answers: { waiting: leading, held: leading, none: ['403', '403', '404'] },
  },
  { route: `POST ${ticket}/undo`, what: 'back again', body: ({ epoch }) => ({ epoch }), answers: fenced },
  {
    route: `POST ${ticket}/pass`,
    what: 'to another queue',
    body: ({ epoch }) => ({ epoch, seen: readOne.seen, queue: 'returns' }),
    answers: fenced,
  },
  {
    route: `POST ${ticket}/pass`,
    what: 'to a colleague',
    body: ({ epoch }) => ({ epoch, seen: readOne.seen, to: 'ben' }),
    answers: fenced,
  },
];

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
        relay: createRelay({ queue, words: knowledge.words, privacy: knowledge.privacy }),
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

    const targets = {
      async waiting(): Promise<Target> {
        const id = await waiting();
        return { id, epoch: (await store.queue.ticket(id))!.epoch };
      },
      async held(): Promise<Target> {
        const id = await waiting();
        const claim = { agent: ben, token: next('token'), conversation: id, notice: { text: '' } };
        const claimed = await store.queue.claim(claim);
        if (claimed.kind !== 'claimed') throw new Error(claimed.kind);
        return { id, epoch: claimed.epoch };
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
      const states = 'waiting' in row.answers ? row.answers : { none: row.answers };
      for (const [state, answers] of Object.entries(states) as [keyof typeof targets, Answers][]) {
        const about = 'waiting' in row.answers ? `, ${state}` : '';
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
