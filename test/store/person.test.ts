/** One person is one person: in all their conversations, on every engine. */
import { expect } from 'chai';
import { randomIds } from '../../src/base/index.js';
import { type Effect, freshMood, type Turn } from '../../src/conversation/index.js';
import { figures } from '../../src/effort/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

const remember: Effect = { kind: 'remember', memory: { mood: freshMood, failures: 0 } };
const opened: readonly Effect[] = [{ kind: 'open' }, remember];
const ticket: readonly Effect[] = [{ kind: 'queue', boostMs: 0, reason: 'asked' }, remember];
const end: readonly Effect[] = [{ kind: 'end', outcome: 'solved' }, remember];

onEveryEngine('a person', (start) => {
  let house: StoreHouse;
  let stores: readonly Store[];
  before(async () => {
    house = await start();
    stores = [await house.open(), await house.open()];
  });
  after(() => house.close());

  const store = (n = 0): Store => stores[n % stores.length]!;
  const begin = (customer: string) => store().conversations.idFor(customer, () => `web-${randomIds.next()}`);

  async function receive(conversation: string, customer: string, n = 0): Promise<Turn> {
    const said = { conversation, channel: 'web', activity: randomIds.next(), text: 'help' } as const;
    const heard = await store(n).conversations.receive({ ...said, customer: { id: customer } });
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    return heard.turn;
  }

  async function talk(conversation: string, customer: string, effects: readonly Effect[]): Promise<Turn> {
    const turn = await receive(conversation, customer);
    expect((await store().conversations.commit(turn, effects)).kind).to.equal('committed');
    return turn;
  }

  const abandoned = async () => {
    const now = Date.now();
    const hours = await store().ledger.hours({ from: now - 3_600_000, to: now + 3_600_000 });
    return figures(hours).waits.left.n;
  };
  const waiting = async (conversations: readonly string[]) => {
    const { tickets } = await store().queue.line(['main'], 1000);
    return tickets.map(({ conversation }) => conversation).filter((id) => conversations.includes(id));
  };

  it('has as many contacts as cases before, in whichever conversation', async () => {
    const contacts: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      const turn = await talk(begin('loyal'), 'loyal', [...opened, ...end]);
      contacts.push(turn.contacts);
    }
    expect(contacts).to.deep.equal([0, 1, 2]);
    const another = await talk(begin('stranger'), 'stranger', opened);
    expect(another.contacts).to.equal(0);
  });

  it('has the contacts that the case began with, whatever begins meanwhile', async () => {
    const [first, second] = [begin('busy'), begin('busy')];
    await talk(first, 'busy', opened);
    await talk(second, 'busy', opened);
    expect((await talk(first, 'busy', [remember])).contacts).to.equal(0);
    expect((await talk(second, 'busy', [remember])).contacts).to.equal(1);
    expect(await store().ledger.episode(second, 1)).to.include({ contacts: 1 });
  });

  it('has one place in the line', async () => {
    const [first, second] = [begin('twice'), begin('twice')];
    await talk(first, 'twice', [...opened, ...ticket]);
    const turn = await receive(second, 'twice');
    expect(turn.elsewhere).to.equal('waiting');
    const committed = await store().conversations.commit(turn, [...opened, ...ticket]);
    expect(committed.kind).to.equal('moved');
    await store().conversations.commit(turn, opened);
    expect(await waiting([first, second])).to.deep.equal([first]);
    expect((await talk(first, 'twice', [remember])).elsewhere).to.equal(undefined);
  });

  it('has the place in the other conversation once the first has left the line', async () => {
    const [first, second] = [begin('moves'), begin('moves')];
    await talk(first, 'moves', [...opened, ...ticket]);
    await talk(first, 'moves', [{ kind: 'leave-line' }, remember]);
    expect((await talk(second, 'moves', [...opened, ...ticket])).elsewhere).to.equal(undefined);
    expect(await waiting([first, second])).to.deep.equal([second]);
    expect((await receive(first, 'moves')).elsewhere).to.equal('waiting');
  });

  it('has one place also when all conversations ask in one moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const customer = `hasty-${round}`;
      const all = Array.from({ length: 4 }, () => begin(customer));
      const turns = await Promise.all(all.map((id, n) => receive(id, customer, n)));
      const committed = await Promise.all(
        turns.map((turn, n) => store(n).conversations.commit(turn, [...opened, ...ticket])),
      );
      expect(committed.filter(({ kind }) => kind === 'committed')).to.have.length(1);
      const moved = committed.flatMap((one) => (one.kind === 'moved' ? [one.turn.elsewhere] : []));
      expect(moved).to.deep.equal(['waiting', 'waiting', 'waiting']);
      expect(await waiting(all)).to.have.length(1);
    }
  });

  it('is with one agent at a time, and in the line again after that', async () => {
    const [first, second] = [begin('served'), begin('served')];
    await talk(first, 'served', [...opened, ...ticket]);
    const agent = { id: 'ana', name: 'Ana', queues: ['main'] };
    const claim = { agent, token: randomIds.next(), conversation: first, notice: { text: 'Ana' } };
    expect((await store().queue.claim(claim)).kind).to.equal('claimed');
    expect((await talk(second, 'served', opened)).elsewhere).to.equal('assigned');
  });

  it('is who they are once they have signed in, with what they had as a visitor', async () => {
    const [earlier, visit] = [begin('known'), begin('known')];
    await talk(earlier, 'known', [...opened, ...end]);
    await talk(visit, 'dl_visitor', [...opened, ...ticket]);
    await talk(visit, 'known', [remember]);
    await receive(visit, 'dl_visitor'); // a page of theirs has not heard of it yet
    expect((await talk(begin('known'), 'known', opened)).contacts).to.equal(2);
    expect((await receive(begin('dl_visitor'), 'dl_visitor')).contacts).to.equal(0);
    expect((await receive(begin('known'), 'known')).elsewhere).to.equal('waiting');
    expect((await store().erase('dl_visitor')).conversations).to.equal(1); // the one in which they only said hello
    expect((await store().erase('known')).conversations).to.equal(4);
  });

  it('brings no second place when they sign in', async () => {
    const [first, visit] = [begin('placed'), begin('placed')];
    await talk(first, 'placed', [...opened, ...ticket]);
    await talk(visit, 'dl_guest', [...opened, ...ticket]);
    expect(await waiting([first, visit])).to.have.length(2);
    const before = await abandoned();
    expect((await receive(visit, 'placed')).elsewhere).to.equal('waiting');
    expect(await waiting([first, visit])).to.deep.equal([first]);
    expect(await abandoned()).to.equal(before + 1);
  });

  it('is asked nothing more of the line that they left by signing in', async () => {
    const [first, visit] = [begin('asked'), begin('asked')];
    await talk(first, 'asked', [...opened, ...ticket]);
    const place = { flow: 'waiting', step: 'contact', memo: { said: 'x' } };
    const mood = { ...freshMood, peak: 0.5, turns: 2 };
    const asking: Effect = { kind: 'remember', memory: { mood, failures: 1, place } };
    await talk(visit, 'dl_asked', [...opened, ...ticket, asking]);
    expect((await talk(visit, 'dl_asked', [asking])).episode?.memory).to.deep.equal({ mood, failures: 1, place });
    const turn = await receive(visit, 'asked');
    expect(turn.elsewhere).to.equal('waiting');
    expect(turn.episode).to.deep.include({ state: 'bot', memory: { mood, failures: 1 } });
    expect((await store().conversations.commit(turn, [])).kind).to.equal('committed');
    expect((await receive(visit, 'asked')).episode?.memory).to.deep.equal({ mood, failures: 1 });
    const marks = (await store().conversations.entries(visit, 0)).flatMap(({ mark, stint }) =>
      mark ? [[mark, stint]] : [],
    );
    expect(marks).to.deep.equal([
      ['queued', 'queue'],
      ['left-line', 'customer'],
    ]);
  });

  it('has a history over all conversations and shards, newest first, of a bounded length', async () => {
    const all = Array.from({ length: 9 }, () => `web-${randomIds.next()}`); // in whichever shards
    for (const id of all) await talk(id, 'historic', [...opened, ...end]);
    const { found, more } = await store(1).ledger.ofPerson('historic', 5);
    expect(found.map(({ conversation }) => conversation)).to.deep.equal(all.toReversed().slice(0, 5));
    expect(more).to.equal(true);
    expect(found[0]).to.include({ person: 'historic', outcome: 'solved' });
    const whole = await store(1).ledger.ofPerson('historic', 9);
    expect([whole.found.length, whole.more]).to.deep.equal([9, false]);
    await store().erase('historic');
    expect(await store().ledger.ofPerson('historic', 9)).to.deep.equal({ found: [], more: false });
  });

  it('who was erased is nobody any more', async () => {
    const first = begin('gone');
    await talk(first, 'gone', [...opened, ...ticket]);
    await store().erase('gone');
    const turn = await talk(begin('gone'), 'gone', opened);
    expect(turn).to.include({ contacts: 0 });
    expect(turn.elsewhere).to.equal(undefined);
  });
});
