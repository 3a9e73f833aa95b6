/** The audit as the store keeps it: in order, for as long as it is kept; and that no deed of the team goes round it. */
import { expect } from 'chai';
import { setTimeout as pause } from 'node:timers/promises';
import { createAudit } from '../../src/access/index.js';
import { json, personRoute } from '../../src/http/index.js';
import { createAuditStore, type Noted } from '../../src/store/audit.js';
import { createRun } from '../../src/store/run.js';
import { onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';

async function all(found: AsyncIterable<Noted>): Promise<string[]> {
  const deeds: string[] = [];
  for await (const { deed } of found) deeds.push(deed);
  return deeds;
}

onEveryEngine('the audit', (start) => {
  let house: StoreHouse;
  before(async () => {
    house = await start();
    await house.open();
  });
  after(() => house.close());

  it('is told in order, a part of it by its times, however much there is', async () => {
    const { redis, cluster } = await house.connect();
    const store = createAuditStore({ redis, run: createRun({ redis, cluster }), keepMs: 60_000 });
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

  it('forgets what is older than it is kept, when something new is noted', async () => {
    const { redis, cluster } = await house.connect();
    const store = createAuditStore({ redis, run: createRun({ redis, cluster }), keepMs: 200 });
    await store.note('old');
    await pause(250);
    await store.note('new');
    expect(await all(store.between(0, 8.64e15))).to.deep.equal(['new']);
  });
});

describe('the audit of routes', () => {
  const store = { note: () => Promise.reject(new Error('away')), between: () => [] as unknown as AsyncIterable<Noted> };
  const nothing = () => Promise.resolve(undefined);
  const { watch } = createAudit({ store, standing: { ticket: nothing, person: nothing }, log: quiet });
  const handle = () => Promise.resolve(json({ kind: 'moved' }));

  it('takes no route that changes something and has no name in it', () => {
    const route = personRoute({ method: 'POST', path: '/api/desk/burn', roles: ['agent'], handle });
    expect(() => watch([route])).to.throw('POST /api/desk/burn is not in the table of deeds.');
  });

  it('lets nobody read what cannot be written down first, and undoes nothing that was done', async () => {
    const person = { id: 'maya', name: 'Maya', role: 'manager' } as const;
    const call = { params: { id: 'x' }, body: {}, query: {}, remote: '127.0.0.1' } as never;
    const [reads] = watch([personRoute({ method: 'GET', path: '/api/insights/export', roles: ['manager'], handle })]);
    expect(await reads?.answer(call, person).catch((fault: unknown) => String(fault))).to.equal('Error: away');
    const [moves] = watch([
      personRoute({ method: 'POST', path: '/api/desk/tickets/:id/move', roles: ['agent'], handle }),
    ]);
    expect(await moves?.answer(call, person)).to.include({ kind: 'json' });
  });
});
