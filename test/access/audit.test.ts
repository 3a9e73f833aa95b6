/** The audit as the store keeps it: in order, for as long as it is kept; and that no deed of the team goes round it. */
import { expect } from 'chai';
import { setTimeout as pause } from 'node:timers/promises';
import { deeds, others } from '../../src/access/audit.js';
import type { Deed } from '../../src/access/contract.js';
import { createAudit } from '../../src/access/index.js';
import { SupportError } from '../../src/base/index.js';
import { json, personRoute, type Route } from '../../src/http/index.js';
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
  const { watch } = createAudit({ store, standing: () => Promise.resolve(undefined), log: quiet });
  const handle = () => Promise.resolve(json({ kind: 'moved' }));

  it('takes no route of which it does not say whether it is a deed', () => {
    const burn = personRoute({ method: 'POST', path: '/api/desk/burn', roles: ['agent'], handle });
    expect(() => watch([burn])).to.throw('POST /api/desk/burn is not in the table of deeds.');
    const peek = personRoute({ method: 'GET', path: '/api/desk/peek', roles: ['agent'], handle });
    expect(() => watch([peek])).to.throw('GET /api/desk/peek is not in the table of deeds.');
  });

  it('says of each either what it is called, or why it is none', () => {
    expect(Object.keys(deeds).filter((name) => name in others)).to.deep.equal([]);
  });

  const person = { id: 'ana', name: 'Ana', role: 'agent' } as const;
  async function noted(path: string, body: object, answer: Route['answer']): Promise<readonly Deed[]> {
    const written: Deed[] = [];
    const kept = {
      note: (deed: string) => Promise.resolve(void written.push(JSON.parse(deed) as Deed)),
      between: store.between,
    };
    const audit = createAudit({ store: kept, standing: () => Promise.resolve({ state: 'assigned' }), log: quiet });
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
    expect(deed?.asked).to.deep.equal({ action: 'close', reason: 'duplicate' });
    const [odd] = await noted(move, { why: { reason: 'words of somebody' } }, done);
    expect(odd?.asked).to.deep.equal({});
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
