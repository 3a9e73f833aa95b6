/** What is not allowed gets a definite answer in every state, and changes nothing. */
import { expect } from 'chai';
import { type Effect, freshMood } from '../../src/conversation/index.js';
import { mainQueue } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { readAll } from '../support/tickets.js';

const memory = { mood: freshMood, failures: 0 };
const person = (id: string, name: string) => ({ id, name, queues: [mainQueue] });
const [ana, ben] = [person('ana', 'Ana'), person('ben', 'Ben')];
const notice = { text: 'a seam', mark: 'joined' } as const;
let serial = 0;
const next = (): string => `id-${(serial += 1)}`;

const states = ['unknown', 'bot', 'waiting', 'held by Ben', 'closed', 'erased'] as const;
type State = (typeof states)[number];
const end: Effect = { kind: 'end', outcome: 'helped' };

/** Puts a conversation of that id into the state; answers its epoch. */
async function put(store: Store, id: string, state: State): Promise<number> {
  if (state === 'unknown') return 0;
  const customer = { id: `customer of ${id}` };
  const heard = await store.conversations.receive({
    conversation: id,
    channel: 'web',
    activity: next(),
    customer,
    text: 'help',
  });
  if (heard.kind !== 'turn') throw new Error(heard.kind);
  const queue: readonly Effect[] = state === 'bot' ? [] : [{ kind: 'queue', boostMs: 0, reason: 'asked' }];
  await store.conversations.commit(heard.turn, [{ kind: 'open' }, ...queue, { kind: 'remember', memory }]);
  if (state === 'bot' || state === 'waiting') return (await store.queue.ticket(id))?.epoch ?? 1;
  const claim = await store.queue.claim({ agent: ben, token: next(), conversation: id, notice });
  if (claim.kind !== 'claimed') throw new Error(claim.kind);
  const { epoch } = claim;
  if (state === 'held by Ben') return epoch;
  await store.queue.release({
    conversation: id,
    agent: ben,
    epoch,
    notice: { text: '' },
    ...readAll,
    action: 'close',
    effects: [end],
  });
  if (state === 'erased') await store.erase(customer.id);
  return epoch + 1;
}

type Act = (store: Store, at: { conversation: string; epoch: number; agent?: typeof ana }) => Promise<object>;
const acts: Readonly<Record<string, Act>> = {
  claim: (store, { conversation, agent = ana }) => store.queue.claim({ agent, token: next(), conversation, notice }),
  'take over': (store, { conversation }) =>
    store.queue.claim({ agent: ana, token: next(), conversation, notice, force: true }),
  say: (store, { agent = ana, ...at }) => store.queue.speak({ ...at, agent, id: next(), text: 'hello', note: false }),
  note: (store, { agent = ana, ...at }) => store.queue.speak({ ...at, agent, id: next(), text: 'a note', note: true }),
  release: (store, { agent = ana, ...at }) =>
    store.queue.release({ ...readAll, ...at, agent, notice, action: 'release' }),
  'hand back': (store, { agent = ana, ...at }) =>
    store.queue.release({
      ...readAll,
      ...at,
      agent,
      notice,
      action: 'hand-back',
      effects: [{ kind: 'remember', memory }],
    }),
  close: (store, { agent = ana, ...at }) =>
    store.queue.release({ ...readAll, ...at, agent, notice: { text: '' }, action: 'close', effects: [end] }),
  'close by force': (store, { agent = ana, ...at }) =>
    store.queue.release({
      ...readAll,
      ...at,
      agent,
      notice: { text: '' },
      action: 'close',
      force: true,
      effects: [end],
    }),
  pass: (store, { agent = ana, ...at }) => store.queue.pass({ ...readAll, ...at, agent, to: ben, notice }),
};

const gone = { kind: 'gone' };
const fenced = { kind: 'fenced' };
const nobodys = {
  claim: gone,
  'take over': gone,
  say: fenced,
  note: fenced,
  release: fenced,
  'hand back': fenced,
  close: fenced,
  'close by force': fenced,
  pass: fenced,
};
const byBen = { kind: 'fenced', by: 'Ben' };
/** What Ana is answered who holds nothing, with the right epoch; what is allowed is not in it. */
const table: Readonly<Record<State, Readonly<Record<string, object>>>> = {
  unknown: nobodys,
  bot: nobodys,
  closed: nobodys,
  erased: nobodys,
  waiting: { say: fenced, release: fenced, 'hand back': fenced, close: fenced, pass: fenced },
  'held by Ben': {
    claim: { kind: 'taken', by: 'Ben' },
    say: byBen,
    release: byBen,
    'hand back': byBen,
    close: byBen,
    pass: byBen,
  },
};

onEveryEngine('what is not allowed', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open({ capacity: 500 });
    await store.queue.present(ben, true);
  });
  after(() => house.close());

  const kept = async (id: string) => [
    await store.queue.ticket(id),
    await store.conversations.entries(id, 0),
    await store.queue.held('ana'),
  ];

  for (const state of states) {
    it(`is refused to an agent without the ticket, and changes nothing: ${state}`, async () => {
      const id = next();
      const epoch = await put(store, id, state);
      const before = await kept(id);
      for (const [name, answer] of Object.entries(table[state])) {
        expect(await acts[name]?.(store, { conversation: id, epoch }), name).to.deep.equal(answer);
        expect(await kept(id), name).to.deep.equal(before);
      }
    });
  }

  it('is refused to its own agent with an epoch that is not the present one', async () => {
    const id = next();
    const epoch = await put(store, id, 'held by Ben');
    const before = await kept(id);
    for (const wrong of [epoch - 1, epoch + 1, 0]) {
      for (const name of ['say', 'release', 'hand back', 'close', 'close by force', 'pass']) {
        const answer = await acts[name]?.(store, { conversation: id, epoch: wrong, agent: ben });
        expect(answer, `${name} at ${wrong}`).to.include({ kind: 'fenced' });
        expect(await kept(id), name).to.deep.equal(before);
      }
    }
  });

  it('is refused to a turn that another process took over, of an episode that is over, or of nobody', async () => {
    const id = next();
    await put(store, id, 'bot');
    const heard = await store.conversations.receive({
      conversation: id,
      channel: 'web',
      activity: next(),
      customer: { id: 'c' },
      text: 'again',
    });
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    const say: readonly Effect[] = [{ kind: 'say', reply: { text: 'late' } }];
    const { turn } = heard;
    expect(await store.conversations.commit({ ...turn, turnLease: turn.turnLease + 1 }, say)).to.deep.equal({
      kind: 'fenced',
    });
    expect(await store.conversations.commit({ ...turn, seq: turn.seq + 1 }, say)).to.include({ kind: 'moved' });
    const nobody = { ...turn, said: { ...turn.said, conversation: next() } };
    expect(await store.conversations.commit(nobody, say)).to.deep.equal({ kind: 'fenced' });
    expect((await store.conversations.entries(id, 0)).map(({ text }) => text)).not.to.include('late');
  });

  it('answers for a customer whom nobody knows that nothing was forgotten', async () => {
    expect(await store.erase('nobody')).to.deep.equal({ conversations: 0, entries: 0 });
    expect(await store.conversations.find('nobody')).to.equal(undefined);
    expect(await store.conversations.entries('nobody', 0)).to.deep.equal([]);
    expect(await store.ledger.episode('nobody', 1)).to.equal(undefined);
  });
});
