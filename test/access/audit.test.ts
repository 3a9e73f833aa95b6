/** The audit as the store keeps it: in order, for as long as it is kept; and that no deed of the team goes round it. */
import { expect } from 'chai';
import { setTimeout as pause } from 'node:timers/promises';
import { deeds, others } from '../../src/access/deeds.js';
import type { Deed } from '../../src/access/contract.js';
import { createAudit } from '../../src/access/index.js';
import { randomIds, SupportError } from '../../src/base/index.js';
import { json, personRoute, type Route } from '../../src/http/index.js';
import { createAuditStore, type Noted } from '../../src/store/audit.js';
import { keys } from '../../src/store/keys.js';
import type { About, Store } from '../../src/store/index.js';
import { createRun, type Run } from '../../src/store/run.js';
import { onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';
import { enterLine } from '../support/tickets.js';

async function all(found: AsyncIterable<Noted>): Promise<string[]> {
  const deeds: string[] = [];
  for await (const { deed } of found) deeds.push(deed);
  return deeds;
}

onEveryEngine('the audit', (start) => {
  let house: StoreHouse;
  let opened: Store;
  before(async () => {
    house = await start();
    opened = await house.open();
  });
  after(() => house.close());

  /** `again`: how often everything is asked, as by a client whose connection broke before the answer. */
  async function open(keepMs = 60_000, again = 1) {
    const { redis, cluster } = await house.connect();
    const once = createRun({ redis, cluster });
    const run: Run = async (...asked) => {
      for (let n = 1; n < again; n += 1) await once(...asked);
      return once(...asked);
    };
    return createAuditStore({ redis, run, ids: randomIds, shards: Number(await redis.get(keys.shards)), keepMs });
  }

  it('is told in order, a part of it by its times, however much there is', async () => {
    const store = await open();
    const deeds = Array.from({ length: 1203 }, (_, n) => `deed ${n}`);
    for (const deed of deeds.slice(0, 3)) await store.note(deed);
    await pause(5);
    await Promise.all(deeds.slice(3).map((deed) => store.note(deed)));
    const now = 8.64e15;
    expect(await all(store.between(0, now))).to.deep.equal(deeds);
    const noted: Noted[] = [];
    for await (const one of store.between(0, now)) noted.push(one);
    const first = noted.slice(0, 3).map(({ at }) => at);
    expect(await all(store.between(0, Math.max(...first)))).to.deep.equal(deeds.slice(0, 3));
  });

  it('is told a page at a time, the newest first, whatever is wanted of it and however rare that is', async () => {
    const store = await open();
    const deeds = Array.from({ length: 5600 }, (_, n) => `${n % 7 === 0 ? 'seventh' : 'other'} ${n}`);
    await Promise.all(deeds.map((deed) => store.note(deed)));
    const last = await all(store.between(0, 8.64e15));
    const pages = async (fits: (deed: string) => boolean, most: number) => {
      const [told, sizes]: [string[], number[]] = [[], []];
      for (let before: string | undefined, more = true; more;) {
        const asked = { from: 0, to: 8.64e15, most, ...(before === undefined ? {} : { before }) };
        const { found, next } = await store.page({ ...asked, wanted: ({ deed }) => fits(deed) });
        told.push(...found.map(({ deed }) => deed));
        sizes.push(found.length);
        [before, more] = [next, next !== undefined];
      }
      return { told, sizes };
    };
    const sevenths = await pages((deed) => deed.startsWith('seventh'), 300);
    expect(sevenths.told).to.deep.equal(last.filter((deed) => deed.startsWith('seventh')).reverse());
    expect(Math.max(...sevenths.sizes)).to.equal(300);
    const first = deeds[0] ?? '';
    const rare = await pages((deed) => deed === first, 50);
    expect(rare.told).to.deep.equal([first]);
    expect(rare.sizes.length, 'looked for in parts').to.be.greaterThan(1);
  });

  it('forgets what is older than it is kept, when something new is noted', async () => {
    const store = await open(200);
    await store.note('old');
    await pause(250);
    await store.note('new');
    expect(await all(store.between(0, 8.64e15))).to.deep.equal(['new']);
  });

  it('has a deed once that is noted again because its answer was lost', async () => {
    const store = await open(60_000, 2);
    for (const deed of ['again one', 'again one', 'again two']) await store.note(deed);
    const found = (await all(store.between(0, 8.64e15))).filter((deed) => deed.startsWith('again'));
    expect(found).to.deep.equal(['again one', 'again one', 'again two']);
  });

  it('leads to the conversation until that is erased, and tells of the deed after that', async () => {
    const store = await open();
    const [conversation, other] = [await enterLine(opened), await enterLine(opened)];
    await store.note('about no one');
    await store.note('of a ticket', { conversation });
    await store.note('of an episode', { conversation, episode: 1 });
    await store.note('of another', { conversation: other });
    const told = async () => {
      const found: Noted[] = [];
      for await (const one of store.between(0, 8.64e15)) found.push(one);
      return found.slice(-5).map(({ deed, about }) => [deed, about]);
    };
    await store.note('of nothing', { conversation: 'web-never' });
    const rest = [
      ['of another', { conversation: other }],
      ['of nothing', 'forgotten'],
    ];
    expect(await told()).to.deep.equal([
      ['about no one', undefined],
      ['of a ticket', { conversation }],
      ['of an episode', { conversation, episode: 1 }],
      ...rest,
    ]);
    await opened.erase(`customer of ${conversation}`);
    await store.note('late', { conversation }); // what was under way meanwhile
    expect(await told()).to.deep.equal([
      ['of a ticket', 'forgotten'],
      ['of an episode', 'forgotten'],
      ...rest,
      ['late', 'forgotten'],
    ]);
  });
});

describe('the audit of routes', () => {
  const person = { id: 'maya', name: 'Maya', role: 'manager' } as const;
  const store = {
    note: () => Promise.reject(new Error('away')),
    between: () => [] as unknown as AsyncIterable<Noted>,
    page: () => Promise.resolve({ found: [] }),
  };
  const nothing = () => Promise.resolve(undefined);
  const { watch } = createAudit({ store, standing: { ticket: nothing, person: nothing }, log: quiet });
  const handle = () => Promise.resolve(json({ kind: 'moved' }));

  it('keeps what a deed is about apart from the deed', async () => {
    const noted: unknown[] = [];
    const keeping = { ...store, note: (...all: unknown[]) => Promise.resolve(void noted.push(all)) };
    const audit = createAudit({ store: keeping, standing: { ticket: nothing, person: nothing }, log: quiet });
    const routes = [
      personRoute({ method: 'POST', path: '/api/desk/tickets/:id/move', roles: ['agent'], handle }),
      personRoute({ method: 'GET', path: '/api/insights/episodes/:id', roles: ['manager'], handle }),
      personRoute({ method: 'GET', path: '/api/audit', roles: ['admin'], handle }),
    ];
    const call = (id: string) => ({ params: { id }, body: {}, query: {}, remote: '127.0.0.1' }) as never;
    const ids = ['teams-1', '2:teams-1', ''];
    for (const [i, route] of audit.watch(routes).entries()) await route.answer(call(ids[i] ?? ''), person);
    expect(noted.map((all) => (all as unknown[])[1])).to.deep.equal([
      { conversation: 'teams-1' },
      { conversation: 'teams-1', episode: 2 },
      undefined,
    ]);
    for (const [deed] of noted as [string][]) expect(deed).to.include('maya').and.not.include('teams-1');
  });

  it('takes no route of which it does not say whether it is a deed', () => {
    const burn = personRoute({ method: 'POST', path: '/api/desk/burn', roles: ['agent'], handle });
    expect(() => watch([burn])).to.throw('POST /api/desk/burn is not in the table of deeds.');
    const peek = personRoute({ method: 'GET', path: '/api/desk/peek', roles: ['agent'], handle });
    expect(() => watch([peek])).to.throw('GET /api/desk/peek is not in the table of deeds.');
  });

  it('says of each either what it is called, or why it is none', () => {
    expect(Object.keys(deeds).filter((name) => name in others)).to.deep.equal([]);
  });

  async function noted(path: string, body: object, answer: Route['answer']): Promise<readonly Deed[]> {
    const written: Deed[] = [];
    const kept = {
      ...store,
      note: (deed: string, about?: About) =>
        Promise.resolve(void written.push({ ...(JSON.parse(deed) as Deed), about: about?.conversation ?? '' })),
    };
    const stands = () => Promise.resolve({ state: 'assigned' });
    const audit = createAudit({ store: kept, standing: { ticket: stands, person: stands }, log: quiet });
    const plain = personRoute({ method: 'POST', path, roles: ['agent'], handle });
    const call = { params: { id: 'x' }, body, query: {}, remote: '127.0.0.1' } as never;
    const [route] = audit.watch([{ ...plain, answer }]);
    await route?.answer(call, person).catch(() => undefined);
    return written;
  }
  const move = '/api/desk/tickets/:id/move';

  const faults: readonly (readonly [outcome: string, fault: Error])[] = [
    ['forbidden', new SupportError('forbidden', 'Not yours.')],
    ['bad-request', new SupportError('bad-request', 'No.')],
    ['unavailable', new SupportError('unavailable', 'Away.')],
    ['internal', new Error('a fault of ours')],
  ];
  for (const [outcome, fault] of faults) {
    it(`notes an act that throws as ${outcome}, and throws on`, async () => {
      const [deed, ...more] = await noted(move, { action: 'close' }, () => Promise.reject(fault));
      expect(more).to.deep.equal([]);
      expect(deed).to.include({ what: 'move', about: 'x', outcome });
      expect(deed?.asked).to.deep.equal({ action: 'close' });
      expect([deed?.before, deed?.after]).to.deep.equal([{ state: 'assigned' }, { state: 'assigned' }]);
    });
  }

  it('keeps the reason of a close, and no word that somebody wrote', async () => {
    const done: Route['answer'] = () => Promise.resolve(json({ kind: 'moved' }));
    const why = { reason: 'duplicate', words: 'card 4111 1111 1111 1111' };
    const [deed] = await noted(move, { action: 'close', why, text: 'words', to: { deep: 'words' } }, done);
    expect(deed?.asked).to.deep.equal({ action: 'close', why: 'duplicate' });
    const [odd] = await noted(move, { why: { reason: 'words of somebody' } }, done);
    expect(odd?.asked).to.deep.equal({});
  });

  it('lets nobody read what cannot be written down first, and undoes nothing that was done', async () => {
    const call = { params: { id: 'x' }, body: {}, query: {}, remote: '127.0.0.1' } as never;
    const [reads] = watch([personRoute({ method: 'GET', path: '/api/insights/export', roles: ['manager'], handle })]);
    expect(await reads?.answer(call, person).catch((fault: unknown) => String(fault))).to.equal('Error: away');
    const [moves] = watch([
      personRoute({ method: 'POST', path: '/api/desk/tickets/:id/move', roles: ['agent'], handle }),
    ]);
    expect(await moves?.answer(call, person)).to.include({ kind: 'json' });
  });
});
