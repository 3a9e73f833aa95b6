/** Who may see and do what at the desk: by role, by the queues they serve, and by who holds the ticket. */
import { expect } from 'chai';
import { createTimers, SupportError, systemClock } from '../../src/base/index.js';
import { createRelay } from '../../src/bot/index.js';
import type { FeedEvent, Line, TicketView } from '../../src/desk/contract.js';
import { createDeskFeed, deskRoutes } from '../../src/desk/index.js';
import type { Call, Person } from '../../src/http/index.js';
import { checkHours } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { mind } from '../support/mind.js';
import { embedded, onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';
import { enterLine } from '../support/tickets.js';

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(
  (day) => `  ${day}: 00:00-24:00`,
);
const queues = ['queues:', '  main: { title: Support }', '  returns: { title: Returns }'];
const checked = checkHours({
  name: 'hours.yaml',
  text: ['zone: Europe/London', 'week:', ...week, ...queues].join('\n'),
});
if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
const hours = checked.value;

const ana: Person = { id: 'ana', name: 'Ana', role: 'agent', queues: ['main'] };
const rita: Person = { id: 'rita', name: 'Rita', role: 'agent', queues: ['returns', 'closed-down'] };
const omar: Person = { id: 'omar', name: 'Omar', role: 'agent' };
const sam: Person = { id: 'sam', name: 'Sam', role: 'supervisor', queues: ['main'] };

onEveryEngine(
  'access to the desk',
  (start) => {
    let house: StoreHouse;
    let store: Store;
    let feed: ReturnType<typeof createDeskFeed>;
    let routes: ReturnType<typeof deskRoutes>;
    before(async () => {
      house = await start();
      store = await house.open({ capacity: 100 });
      const { queue, conversations, ledger, bell } = store;
      const ports = { queue, conversations, ledger, faq: mind.faq, hours, clock: systemClock };
      feed = createDeskFeed({
        ...ports,
        bells: bell,
        health: () => ({}),
        timers: createTimers(quiet),
        log: quiet,
      });
      routes = deskRoutes({ ...ports, relay: createRelay({ queue, words: mind.words }), feed });
    });
    after(() => {
      feed.close();
      return house.close();
    });

    interface Asked {
      readonly id?: string;
      readonly query?: object;
      readonly body?: object;
    }
    /** What a route answers this person: the body, or the code of the refusal. */
    async function ask(person: Person | undefined, place: string, { id = '', query = {}, body }: Asked = {}) {
      const route = routes.find(
        ({ method, path }) =>
          `${method} ${path}` === `GET /api/desk${place}` || `${method} ${path}` === `POST /api/desk${place}`,
      );
      if (route === undefined) throw new Error(`no route ${place}`);
      const call = { params: { id }, query, headers: {}, body } as unknown as Call<unknown, Record<string, string>>;
      try {
        const answer = await route.answer(call, person);
        return answer.kind === 'json' ? answer.body : answer.kind;
      } catch (fault) {
        if (fault instanceof SupportError) return fault.code;
        throw fault;
      }
    }
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
        seam: { text: '' },
      });
      const epoch = claimed.kind === 'claimed' ? claimed.epoch : 0;
      const back = {
        conversation: id,
        agent: omar,
        epoch,
        action: 'release',
        queue: 'returns',
        seam: { text: '' },
      } as const;
      expect(await store.queue.release(back)).to.deep.equal({ kind: 'moved' });
      return id;
    }
    async function held(by: Person): Promise<string> {
      const id = await waiting();
      expect(await claims(by, id)).to.include({ kind: 'claimed' });
      return id;
    }

    it('is for agents and supervisors who have signed in, in every one of its routes', async () => {
      expect(routes).to.have.length.above(8);
      for (const { path, roles } of routes) expect(roles, path).to.deep.equal(['agent', 'supervisor']);
      expect(await ask(undefined, '/line')).to.equal('unauthorized');
    });

    for (const place of ['/tickets/:id', '/tickets/:id/entries']) {
      it(`lets nobody read at ${place} what waits in a queue they do not serve, and everybody what somebody holds`, async () => {
        const id = await waiting();
        expect(await ask(ana, place, { id })).to.equal('forbidden');
        for (const one of [rita, omar, sam]) expect(await ask(one, place, { id }), one.name).to.be.an('object');
        await claims(rita, id);
        expect(await ask(ana, place, { id })).to.be.an('object');
      });

      it(`says at ${place} that a ticket is closed, or that it was erased`, async () => {
        expect(await ask(sam, place, { id: 'web-nowhere' })).to.equal('gone');
        const id = await held(rita);
        const { generation, epoch } = await ticketOf(id);
        await ask(rita, '/tickets/:id/move', { id, body: { epoch, action: 'close' } });
        expect(await ask(rita, place, { id })).to.equal('not-found');
        expect(await ask(rita, place, { id, query: { generation } })).to.equal('not-found');
        expect(await ask(rita, place, { id, query: { generation: generation - 1 } })).to.equal('gone');
      });
    }

    it('gives the entries after a number, and the whole story of a ticket', async () => {
      const id = await held(rita);
      const { seq, generation } = await ticketOf(id);
      const answer = await ask(ana, '/tickets/:id/entries', { id, query: { after: seq - 1, generation } });
      expect(answer).to.include({ generation });
      expect((answer as { entries: readonly unknown[] }).entries).to.have.length(1);
      const view = (await ask(ana, '/tickets/:id', { id })) as TicketView;
      expect(view.ticket).to.include({ id, agentId: 'rita' });
      expect(view.entries).to.have.length(seq);
    });

    it('lets nobody write a note on what waits in a queue they do not serve', async () => {
      const id = await waiting();
      const { epoch } = await ticketOf(id);
      expect(await ask(ana, '/tickets/:id/say', { id, body: note(epoch) })).to.equal('forbidden');
      expect(await written(id)).to.equal(0);
      expect(await ask(rita, '/tickets/:id/say', { id, body: note(epoch) })).to.include({ kind: 'said' });
      expect(await ask(sam, '/tickets/:id/say', { id, body: note(epoch) })).to.include({ kind: 'said' });
      await claims(rita, id);
      expect(await ask(ana, '/tickets/:id/say', { id, body: note() })).to.include({ kind: 'said' });
      expect(await written(id)).to.equal(3);
    });

    it('lets nobody but its holder speak to the customer', async () => {
      const id = await held(rita);
      const { epoch } = await ticketOf(id);
      const say = (one: Person) => ask(one, '/tickets/:id/say', { id, body: { ...note(epoch), note: false } });
      for (const other of [ana, omar, sam]) expect(await say(other)).to.deep.equal({ kind: 'fenced', by: 'Rita' });
      expect(await say(rita)).to.include({ kind: 'said' });
    });

    it('lets only a note correct how a message reads', async () => {
      const id = await held(rita);
      const { epoch } = await ticketOf(id);
      const corrects = { about: 1, reads: 'calm' };
      const say = (more: object) => ask(rita, '/tickets/:id/say', { id, body: { ...note(epoch), ...more } });
      expect(await say({ note: false, corrects })).to.equal('bad-request');
      expect(await say({ corrects })).to.include({ kind: 'said' });
    });

    it('gives what waits only to those who serve its queue', async () => {
      const id = await waiting();
      expect(await claims(ana, id)).to.equal('forbidden');
      expect(await claims(rita, id)).to.include({ kind: 'claimed' });
      expect(await claims(ana, id)).to.deep.equal({ kind: 'taken', by: 'Rita' });
    });

    it('lets only a supervisor take a ticket over, and only one that is named', async () => {
      const id = await held(rita);
      const take = (one: Person, body: object) =>
        ask(one, '/claim', { body: { token: token(), takeOver: true, ...body } });
      expect(await take(omar, { ticket: id })).to.equal('forbidden');
      expect(await take(sam, {})).to.equal('bad-request');
      expect((await ticketOf(id)).agent?.id).to.equal('rita');
      expect(await take(sam, { ticket: id })).to.include({ kind: 'claimed' });
      expect((await ticketOf(id)).agent?.id).to.equal('sam');
      const seams = (await store.conversations.entries(id, 0)).filter(({ mark }) => mark === 'joined');
      expect(seams.at(-1)?.text).to.contain('Sam').and.contain('Rita');
    });

    it('lets only a supervisor move what somebody else holds', async () => {
      const id = await held(rita);
      const { epoch } = await ticketOf(id);
      const move = (one: Person, force?: true) =>
        ask(one, '/tickets/:id/move', { id, body: { epoch, action: 'close', ...(force ? { force } : {}) } });
      expect(await move(omar, true)).to.equal('forbidden');
      expect(await move(rita, true)).to.equal('forbidden');
      expect(await move(omar)).to.deep.equal({ kind: 'fenced', by: 'Rita' });
      expect(await move(sam)).to.deep.equal({ kind: 'fenced', by: 'Rita' });
      expect(await move(sam, true)).to.deep.equal({ kind: 'moved' });
      expect(await store.queue.ticket(id)).to.equal(undefined);
      expect(await move(rita)).to.equal('not-found');
      expect(await ask(sam, '/tickets/:id/move', { id: 'web-nowhere', body: { epoch, action: 'close' } })).to.equal(
        'not-found',
      );
    });

    it('passes a ticket to a queue that is there or a colleague who is there, and to nobody else', async () => {
      const id = await held(rita);
      const { epoch } = await ticketOf(id);
      const pass = (to: object) => ask(rita, '/tickets/:id/pass', { id, body: { epoch, ...to } });
      await ask(rita, '/presence', { body: { state: 'here' } });
      for (const to of [{ to: 'rita' }, { to: 'nobody' }, { queue: 'nowhere' }, {}]) {
        expect(await pass(to), JSON.stringify(to)).to.equal('bad-request');
      }
      await ask(ana, '/presence', { body: { state: 'here' } });
      expect(await pass({ to: 'ana' })).to.deep.equal({ kind: 'moved' });
      expect((await ticketOf(id)).agent).to.deep.equal({ id: 'ana', name: 'Ana' });
      expect(await pass({ queue: 'main' })).to.deep.equal({ kind: 'fenced', by: 'Ana' });
      const next = { epoch: (await ticketOf(id)).epoch, queue: 'main' };
      expect(await ask(ana, '/tickets/:id/pass', { id, body: next })).to.deep.equal({ kind: 'moved' });
      expect(await ticketOf(id)).to.include({ state: 'waiting', queue: 'main' });
      await claims(ana, id);
    });

    it('shows each their own line: what waits in their queues, what they hold, and to a supervisor what others hold', async () => {
      const [waits, holds] = [await waiting(), await held(rita)];
      const line = async (one: Person) => (await ask(one, '/line')) as Line;
      const ids = (rows: readonly { id: string }[] | undefined) => rows?.map(({ id }) => id);
      expect(ids((await line(ana)).waiting)).to.not.include(waits);
      for (const one of [rita, omar, sam]) expect(ids((await line(one)).waiting), one.name).to.include(waits);
      expect(ids((await line(rita)).mine)).to.include(holds);
      expect(ids((await line(omar)).mine)).to.not.include(holds);
      expect(ids((await line(sam)).assigned)).to.include(holds);
      expect(await line(rita)).to.not.have.property('assigned');
      const queuesOf = async (one: Person) => (await line(one)).queues;
      expect(await queuesOf(rita)).to.deep.equal([{ id: 'returns', title: 'Returns', open: true }]);
      expect(await queuesOf(omar)).to.have.length(2);
      expect(await queuesOf(sam)).to.have.length(2);
      expect((await line(ana)).waitingTotal).to.equal(await store.queue.size(['main']));
      expect((await line(rita)).waitingTotal).to.equal(await store.queue.size(['returns']));
      await claims(rita, waits);
    });

    it('tells the open pages of a change as each may see it', async () => {
      const told = new Map<string, FeedEvent[]>();
      const waits: (() => void)[] = [];
      const open = [ana, rita, sam].map((person) => {
        const events: FeedEvent[] = [];
        told.set(person.id, events);
        const supervises = person.role === 'supervisor';
        const served = supervises ? ['main', 'returns'] : person.id === 'ana' ? ['main'] : ['returns'];
        return feed.open({ id: person.id, name: person.name, queues: served, supervises }, (event) => {
          events.push(event);
          for (const wake of waits.splice(0)) wake();
        });
      });
      const heard = async (who: string, wanted: (event: FeedEvent) => boolean) => {
        for (;;) {
          const found = told.get(who)!.find(wanted);
          if (found !== undefined) return found;
          await new Promise<void>((resolve) => waits.push(resolve));
        }
      };
      for (const { id } of [ana, rita, sam]) await heard(id, ({ kind }) => kind === 'line');
      const id = await waiting();
      const isRow = (state: string) => (event: FeedEvent) =>
        event.kind === 'ticket' &&
        event.ticket.id === id &&
        event.ticket.state === state &&
        event.ticket.queue === 'returns';
      await heard('rita', isRow('waiting'));
      await heard('sam', isRow('waiting'));
      const gone = await heard('ana', (event) => event.kind === 'gone' && event.id === id);
      expect(gone).to.deep.include({ waitingTotal: await store.queue.size(['main']) });
      expect(told.get('ana')!.some(isRow('waiting'))).to.equal(false);
      await claims(rita, id);
      await heard('ana', isRow('assigned'));
      for (const close of open) close();
    });

    it('shows who could be given a ticket: colleagues with the seats they have free, and all queues', async () => {
      await ask(sam, '/presence', { body: { state: 'here' } });
      const team = (await ask(rita, '/team')) as {
        colleagues: { id: string; free: number }[];
        queues: { id: string }[];
      };
      expect(team.colleagues.map(({ id }) => id))
        .to.include('sam')
        .and.not.include('rita');
      const free = team.colleagues.find(({ id }) => id === 'sam')?.free;
      expect(free).to.equal(100 - (await store.queue.held('sam')).length);
      expect(team.queues.map(({ id }) => id)).to.deep.equal(['main', 'returns']);
    });

    it('answers a heartbeat with what is held and the queues that are served', async () => {
      const id = await held(rita);
      const beat = (await ask(rita, '/presence', { body: { state: 'here' } })) as {
        held: string[];
        queues: { id: string }[];
      };
      expect(beat.held).to.include(id);
      expect(beat.queues.map((queue) => queue.id)).to.deep.equal(['returns']);
      const here = async () => (await store.queue.colleagues()).find((one) => one.id === 'rita')?.here;
      expect(await here()).to.equal(true);
      await ask(rita, '/presence', { body: { state: 'away' } });
      expect(await here()).to.equal(false);
    });

    it('finds at most eight answers of the knowledge base', async () => {
      const { answers } = (await ask(ana, '/answers', { query: { q: 'delivery' } })) as {
        answers: { id: string; title: string; text: string }[];
      };
      expect(answers.length).to.equal(8);
      for (const one of answers) expect(one).to.have.all.keys('id', 'title', 'text');
    });

    it('keeps to what a call may carry', async () => {
      const id = await held(rita);
      const { epoch } = await ticketOf(id);
      const say = (more: object) => ask(rita, '/tickets/:id/say', { id, body: { ...note(epoch), ...more } });
      for (const more of [
        { text: ' ' },
        { text: 'x'.repeat(8001) },
        { id: 'short' },
        { id: 'x'.repeat(101) },
        { epoch: -1 },
        { epoch: 0.5 },
        { more: 1 },
      ]) {
        expect(await say(more), JSON.stringify(more).slice(0, 40)).to.equal('bad-request');
      }
      for (const more of [
        { text: 'x' },
        { text: 'x'.repeat(8000) },
        { id: `${token()}${'x'.repeat(100)}`.slice(0, 100) },
      ]) {
        expect(await say(more)).to.include({ kind: 'said' });
      }
      for (const body of [
        { token: 'short' },
        { token: 'x'.repeat(101) },
        { token: token(), ticket: 'x'.repeat(401) },
        {},
      ]) {
        expect(await ask(rita, '/claim', { body }), JSON.stringify(body).slice(0, 40)).to.equal('bad-request');
      }
      expect(await ask(rita, '/presence', { body: { state: 'asleep' } })).to.equal('bad-request');
      expect(await ask(rita, '/answers', { query: { q: 'x'.repeat(201) } })).to.equal('bad-request');
      expect(await ask(rita, '/tickets/:id/move', { id, body: { epoch, action: 'burn' } })).to.equal('bad-request');
      expect(await ask(rita, '/tickets/:id', { id, query: { generation: -1 } })).to.equal('bad-request');
      expect(await ask(rita, '/tickets/:id/entries', { id, query: { after: -1 } })).to.equal('bad-request');
    });
  },
  [embedded],
);
