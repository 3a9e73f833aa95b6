/** Those who work here, as the store keeps them: known from their first sign-in, theirs as an admin says, out when switched off. */
import { expect } from 'chai';
import type { PersonRecord, Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { enterLine } from '../support/tickets.js';

const idle = 60_000;
let count = 0;
const next = (what: string) => `${what}-${(count += 1)}`;

onEveryEngine('people', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());

  async function signIn(person: string, name: string, role = 'agent') {
    const session = next('session');
    const begun = await store.sessions.begin({ session, person, name, role, about: '{}', idle, age: 600_000 });
    return { session, begun };
  }
  async function known(person: string): Promise<PersonRecord> {
    const found = await store.people.find(person);
    if (found === undefined) throw new Error(`${person} is not known`);
    return found;
  }
  async function change(person: string, more: Partial<PersonRecord>, by = 'Noor') {
    const { name, queues, capacity, languages, off, version } = { ...(await known(person)), ...more };
    const facts = { name, languages, off, ...(queues && { queues }), ...(capacity && { capacity }) };
    return store.people.save({ person, version, facts, by });
  }
  const open = async (session: string) => (await store.sessions.find(session, idle)) !== undefined;

  it('are known from their first sign-in, with the role of their last one', async () => {
    const person = next('person');
    expect(await store.people.find(person)).to.equal(undefined);
    await signIn(person, 'Ana Silva');
    const first = await known(person);
    expect(first).to.include({ name: 'Ana Silva', role: 'agent', off: false, version: 1 });
    expect(first.languages).to.deep.equal([]);
    expect(first).not.to.have.any.keys('queues', 'capacity', 'by');
    expect(Math.abs(first.first - Date.now())).to.be.lessThan(60_000);
    await signIn(person, 'Ana Souza', 'supervisor');
    const second = await known(person);
    expect(second).to.include({ name: 'Ana Souza', role: 'supervisor', first: first.first, version: 1 });
    expect(second.seen).to.be.greaterThan(first.seen);
  });

  it('are as an admin says, also after the next sign-in; only the role is that of the provider', async () => {
    const person = next('person');
    const { session } = await signIn(person, 'Ana Silva');
    const facts = { name: 'Ana S.', queues: ['main', 'returns'], capacity: 2, languages: ['de', 'en'] };
    const saved = await change(person, facts);
    expect(saved.kind).to.equal('saved');
    await signIn(person, 'Ana Silva', 'supervisor');
    const now = await known(person);
    expect(now).to.deep.include({ ...facts, role: 'supervisor', version: 2, by: 'Noor' });
    expect((await store.sessions.find(session, idle))?.known, 'with the next call').to.deep.include(facts);
    await change(person, { queues: [] });
    expect((await known(person)).queues, 'none').to.deep.equal([]);
  });

  it('are not changed by who did not see the last change; what is asked again is answered again', async () => {
    const person = next('person');
    await signIn(person, 'Ana');
    const before = await known(person);
    const facts = { name: 'Ana', languages: ['fr'], off: false };
    const asked = { person, version: before.version, facts, by: 'Noor' };
    expect((await store.people.save(asked)).kind).to.equal('saved');
    expect((await store.people.save(asked)).kind, 'again').to.equal('saved');
    const late = await store.people.save({ ...asked, facts: { ...facts, capacity: 1 }, by: 'Omar' });
    expect(late).to.deep.include({ kind: 'changed', person: await known(person) });
    expect(await known(person)).to.deep.include({ languages: ['fr'], version: 2, by: 'Noor' });
    expect(await store.people.save({ ...asked, person: 'nobody' })).to.deep.equal({ kind: 'none' });
    const all = await Promise.all(
      [1, 2, 3, 4].map((capacity) =>
        store.people.save({ ...asked, version: 2, facts: { ...facts, capacity }, by: `Admin ${capacity}` }),
      ),
    );
    expect(all.map(({ kind }) => kind).sort(), 'at once').to.deep.equal(['changed', 'changed', 'changed', 'saved']);
  });

  it('have no session any more when they are switched off, and get none, until they are switched on', async () => {
    const other = await house.open();
    const rung: string[] = [];
    other.changes.listenAll((ring) => ring?.state === 'person' && rung.push(ring.conversation));
    const person = next('person');
    const sessions = [await signIn(person, 'Ben'), await signIn(person, 'Ben')];
    const bystander = await signIn(next('person'), 'Bea');
    await change(person, { off: true });
    for (const { session } of sessions) {
      expect(await open(session)).to.equal(false);
      expect(await other.sessions.find(session, idle), 'for another process').to.equal(undefined);
    }
    expect(await open(bystander.session)).to.equal(true);
    const late = await signIn(person, 'Ben');
    expect([late.begun, await open(late.session)]).to.deep.equal([false, false]);
    while (!rung.includes(person)) await new Promise((resolve) => setImmediate(resolve));
    await change(person, { off: false });
    expect((await signIn(person, 'Ben')).begun).to.equal(true);
  });

  it('ring when their sessions end, so that what is open for them is looked at', async () => {
    const person = next('person');
    const rung: string[] = [];
    const stop = store.changes.listenAll((ring) => ring?.state === 'person' && rung.push(ring.conversation));
    await signIn(person, 'Ana');
    await store.sessions.end(person);
    while (!rung.includes(person)) await new Promise((resolve) => setImmediate(resolve));
    stop();
  });

  it('are listed by name, a page at a time, and found by a part of it', async () => {
    const mark = next('crowd');
    const names = Array.from({ length: 7 }, (_, n) => `${mark} ${String.fromCharCode(103 - n)}`);
    for (const [n, name] of names.entries()) await signIn(`${mark}-${n}`, name);
    const list = (words: string, from = 0, most = 3) => store.people.list({ words, from, most });
    const told: string[] = [];
    for (let from: number | undefined = 0; from !== undefined;) {
      const page = await list(mark.toUpperCase(), from);
      expect(page.people.length).to.be.at.most(3);
      told.push(...page.people.map(({ name }) => name));
      from = page.next;
    }
    expect(told).to.deep.equal([...names].sort());
    const found = (await list(`${mark} c`)).people;
    expect(found.map(({ name }) => name)).to.deep.equal([`${mark} c`]);
    await change(found[0]?.id ?? '', { name: `${mark} Zoë` });
    expect((await list(`${mark} c`)).people, 'under the old name').to.deep.equal([]);
    expect((await list(`${mark} zoë`)).people.map(({ name }) => name)).to.deep.equal([`${mark} Zoë`]);
  });

  it('hold as many tickets as is said of them, by a claim or passed on', async () => {
    const [one, two] = [next('agent'), next('agent')];
    for (const id of [one, two]) await signIn(id, id);
    await change(two, { capacity: 1, languages: ['de'] });
    const agent = (id: string, capacity?: number) => ({
      id,
      name: id,
      queues: ['main'],
      ...(capacity && { capacity }),
    });
    for (const id of [one, two]) await store.queue.present(agent(id), true);
    const claim = async (who: ReturnType<typeof agent>) => {
      const conversation = await enterLine(store);
      const claimed = await store.queue.claim({
        agent: who,
        token: next('token-of'),
        conversation,
        notice: { text: '' },
      });
      return { conversation, claimed };
    };
    expect((await claim(agent(two, 1))).claimed.kind).to.equal('claimed');
    expect((await claim(agent(two, 1))).claimed).to.deep.equal({ kind: 'full', capacity: 1 });
    const to = (await store.queue.colleagues()).find(({ id }) => id === two)!;
    expect(to).to.deep.include({ held: 1, capacity: 1, languages: ['de'] });
    const { conversation, claimed } = await claim(agent(one));
    const epoch = claimed.kind === 'claimed' ? claimed.epoch : 0;
    const pass = { conversation, agent: agent(one), epoch, seen: 1_000_000, to, notice: { text: '' } };
    expect(await store.queue.pass(pass)).to.deep.equal({ kind: 'full', capacity: 1 });
    await change(two, { off: true });
    expect((await store.queue.colleagues()).map(({ id }) => id)).not.to.include(two);
  });
});
