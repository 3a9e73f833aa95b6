import { expect } from 'chai';
import { type Effect, freshMood, type Said } from '../../src/conversation/index.js';
import type { Store } from '../../src/store/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { episode } from '../../src/store/schema/records.js';
import { keepsPost } from '../channels/post-contract.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

const memory = { mood: freshMood, failures: 0 };
const long = { leaseMs: 60_000 };
const notice = { text: 'Ana joined', mark: 'joined' } as const;
const say = (text: string): Effect => ({ kind: 'say', reply: { text } });
let count = 0;
const next = () => `id-${(count += 1)}`;

onEveryEngine('the post of a push channel', (start) => {
  let house: StoreHouse;
  let store: Store;
  let other: Store;

  before(async () => {
    house = await start();
    [store, other] = [await house.open(), await house.open()];
  });
  after(() => house.close());

  async function talk(effects: readonly Effect[], conversation = `teams-${next()}`): Promise<string> {
    const said: Said = {
      conversation,
      channel: 'teams',
      activity: next(),
      customer: { id: `customer of ${conversation}` },
      text: 'help',
      reference: '{"to":1}',
    };
    const heard = await store.conversations.receive(said);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    expect((await store.conversations.commit(heard.turn, effects)).kind).to.equal('committed');
    return conversation;
  }
  const answered = (...texts: readonly string[]): Promise<string> =>
    talk([{ kind: 'open' }, ...texts.map(say), { kind: 'remember', memory }]);
  const note = { text: 'Not delivered.', mark: 'undelivered' } as const;

  async function refused(conversation: string, seq: number) {
    const post = await store.deliveries.takeLease(conversation, long);
    if (post === undefined) throw new Error('no post');
    expect(await store.deliveries.undelivered(post, seq, { note, ...long })).to.equal(true);
    const entries = await store.conversations.entries(conversation, 0);
    return { ticket: await store.queue.ticket(conversation), notes: entries.filter(({ role }) => role === 'note') };
  }

  keepsPost(() => ({
    deliveries: store.deliveries,
    other: other.deliveries,
    talk: (said, conversation) => (conversation === undefined ? answered(...said) : talk(said.map(say), conversation)),
    notes: async (id) => (await store.conversations.entries(id, 0)).filter(({ role }) => role === 'note').length,
  }));

  it('opens a ticket for words that were owed and could not be delivered', async () => {
    const id = await answered('the answer');
    const { ticket, notes } = await refused(id, 2);
    expect(ticket).to.include({ state: 'waiting', reason: 'undelivered' });
    expect(ticket?.last.text).to.equal('Not delivered.');
    expect(notes).to.have.length(1);
  });

  it('opens it even when the episode has ended meanwhile, as a new one that begins now', async () => {
    const id = await answered('the answer');
    await talk([{ kind: 'end', outcome: 'assumed' }], id);
    const { ticket } = await refused(id, 2);
    expect(ticket).to.include({ state: 'waiting', reason: 'undelivered', episode: 2 });
    const record = await store.ledger.episode(id, 2);
    expect(Object.values(record!.stints).reduce((sum, one) => sum + one, 0)).to.be.below(60_000);
    const { redis } = await house.connect();
    const shard = shardOf(id, Number(await redis.get(keys.shards)));
    const from = Number(await redis.hget(keys.episode(shard, `2:${id}`), episode.from[0]));
    const entries = await store.conversations.entries(id, 0);
    expect(from).to.equal(entries.find(({ mark }) => mark === 'queued')?.seq); // what was before goes with the first
  });

  it('leaves a ticket that is there as it is, and tells in it', async () => {
    const id = await answered('hello');
    await talk([{ kind: 'queue', boostMs: 0, reason: 'asked' }], id);
    const claimed = await store.queue.claim({
      agent: { id: next(), name: 'Ana', queues: ['main'] },
      token: next(),
      conversation: id,
      notice,
    });
    const { ticket, notes } = await refused(id, 2);
    expect(ticket).to.include({ state: 'assigned', reason: 'asked' });
    expect(claimed).to.include({ kind: 'claimed', epoch: ticket?.epoch });
    expect(notes).to.have.length(1);
  });

  it('calls nobody for a farewell that came after the end', async () => {
    const id = await answered('the answer');
    const post = await store.deliveries.takeLease(id, long);
    await store.deliveries.sent(post!, 2, 0);
    await talk([{ kind: 'end', outcome: 'solved' }, say('How easy was it?')], id);
    const [survey] = (await store.conversations.entries(id, 0)).filter(({ text }) => text === 'How easy was it?');
    const { ticket, notes } = await refused(id, survey!.seq);
    expect(ticket).to.equal(undefined);
    expect(notes).to.have.length(1);
  });
});
