/** What is kept of a case from its first word to its end: memory, clocks, who is told, and its lines in the log. */
import { expect } from 'chai';
import { type Effect, freshMood, type Turn } from '../../src/conversation/index.js';
import type { Agent } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { newAgent, readAll } from '../support/tickets.js';

const notice = { text: '' };
const memory = { mood: freshMood, failures: 0 };
const opened: Effect = { kind: 'open' };
const ticket: Effect = { kind: 'queue', boostMs: 0, reason: 'asked' };
const answered: Effect = { kind: 'say', reply: { text: 'Here it is.' } };

onEveryEngine('what is kept of a case', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open({ capacity: 50 });
  });
  after(() => house.close());

  const fresh = () => `web-${crypto.randomUUID()}`;
  async function receive(conversation: string, value?: string): Promise<Turn> {
    const customer = { id: `customer of ${conversation}` };
    const said = { conversation, channel: 'web', activity: crypto.randomUUID(), customer, text: 'help' } as const;
    const heard = await store.conversations.receive({ ...said, ...(value === undefined ? {} : { value }) });
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    return heard.turn;
  }
  async function says(conversation: string, effects: readonly Effect[], value?: string): Promise<void> {
    const turn = await receive(conversation, value);
    expect((await store.conversations.commit(turn, effects)).kind).to.equal('committed');
  }
  async function opens(...effects: readonly Effect[]): Promise<string> {
    const conversation = fresh();
    await says(conversation, [opened, ...effects]);
    return conversation;
  }
  async function claims(conversation: string, agent: Agent = newAgent()) {
    const claim = await store.queue.claim({ agent, token: crypto.randomUUID(), conversation, notice });
    if (claim.kind !== 'claimed') throw new Error(claim.kind);
    return { conversation, agent, epoch: claim.epoch };
  }
  const speaks = (held: Awaited<ReturnType<typeof claims>>) =>
    store.queue.speak({ ...held, id: crypto.randomUUID(), text: 'hello', note: false });
  const newest = async (conversation: string) => (await store.conversations.entries(conversation, 0)).at(-1);
  const isTicket = async (conversation: string) => {
    const reading = await store.conversations.read(conversation, { after: 0, limit: 1 });
    return reading.kind === 'read' && reading.ticket;
  };

  it('is what the assistant has in mind, as the next turn finds it', async () => {
    const conversation = await opens({ kind: 'remember', memory: { ...memory, failures: 2 } });
    const turn = await receive(conversation);
    expect(turn.episode?.memory).to.deep.equal({ ...memory, failures: 2 });
    await store.conversations.commit(turn, [{ kind: 'remember', memory: { ...memory, failures: 1 } }]);
    expect((await receive(conversation)).episode?.memory.failures).to.equal(1);
  });

  it('is whose time runs: the customer’s once they are answered, and the assistant’s while more was said', async () => {
    const conversation = await opens(answered);
    expect((await newest(conversation))?.stint).to.equal('customer');
    const turn = await receive(conversation);
    expect((await newest(conversation))?.stint).to.equal('bot');
    const more = { conversation, channel: 'web', activity: crypto.randomUUID(), text: 'and?' } as const;
    const queued = await store.conversations.receive({ ...more, customer: { id: `customer of ${conversation}` } });
    expect(queued.kind).to.equal('queued');
    await store.conversations.commit(turn, [answered]);
    expect((await newest(conversation))?.stint).to.equal('bot');
  });

  it('is whose time runs under a person: a choice that comes too late and thanks are no wait', async () => {
    const held = await claims(await opens(ticket));
    await speaks(held);
    await says(held.conversation, [], 'not-now');
    expect((await newest(held.conversation))?.stint).to.equal('customer');
    await says(held.conversation, [{ kind: 'no-answer' }]);
    expect((await store.queue.ticket(held.conversation))?.running.stint).to.equal('customer');
    await says(held.conversation, []);
    expect((await store.queue.ticket(held.conversation))?.running.stint).to.equal('agent');
  });

  it('is a ticket to its readers while it waits and while a person has it', async () => {
    const conversation = await opens();
    expect(await isTicket(conversation)).to.equal(false);
    await says(conversation, [ticket]);
    expect(await isTicket(conversation)).to.equal(true);
    const held = await claims(conversation);
    expect(await isTicket(conversation)).to.equal(true);
    await store.queue.release({ ...readAll, ...held, notice, action: 'hand-back', effects: [] });
    expect(await isTicket(conversation)).to.equal(false);
  });

  it('owes the assistant nothing when it is handed back after an answer', async () => {
    const held = await claims(await opens(ticket));
    await says(held.conversation, []);
    await speaks(held);
    await store.queue.release({ ...readAll, ...held, notice, action: 'hand-back', effects: [] });
    const owed = (await store.conversations.overdue(100)).map(({ said }) => said.conversation);
    expect(owed).to.not.include(held.conversation);
  });

  it('is told whenever hands change, in the order in which they do', async () => {
    const agent = newAgent();
    await store.queue.present(agent, true);
    const conversation = await opens(ticket);
    const rung: string[] = [];
    let heard: () => void = () => undefined;
    const stop = store.changes.listenAll((change) => {
      const own = change?.conversation === conversation;
      if (own && (rung.length > 0 || change.state === 'assigned')) rung.push(change.state); // that it waits may come late
      heard();
    });
    const rings = async (count: number) => {
      while (rung.length < count) await new Promise<void>((resolve) => (heard = resolve));
    };
    const held = await claims(conversation);
    await rings(1);
    await store.queue.pass({ ...readAll, ...held, to: agent, notice });
    await rings(2);
    await store.queue.release({ ...readAll, ...held, agent, epoch: held.epoch + 1, notice, action: 'release' });
    await rings(3);
    stop();
    expect(rung).to.deep.equal(['assigned', 'assigned', 'waiting']);
  });

  it('is given to nobody who has said that they are away, unless they ask for it by name', async () => {
    const queue = `line-${crypto.randomUUID().slice(0, 8)}`;
    const held = await claims(await opens(ticket));
    await store.queue.release({ ...readAll, ...held, notice, action: 'release', queue });
    const agent = newAgent([queue]);
    for (const here of [true, false]) await store.queue.present(agent, here);
    const next = await store.queue.claim({ agent, token: crypto.randomUUID(), notice });
    expect(next.kind).to.equal('away');
    expect((await claims(held.conversation, agent)).agent).to.equal(agent);
  });

  it('stands in the log, each step once, under a name that is not the conversation’s', async () => {
    const agent = newAgent();
    await store.queue.present(agent, true);
    const conversation = await opens(ticket);
    const first = await claims(conversation);
    await store.queue.release({ ...readAll, ...first, notice, action: 'release' });
    const second = await claims(conversation);
    await store.queue.pass({ ...readAll, ...second, to: agent, notice });
    const third = { conversation, agent, epoch: second.epoch + 1 };
    await store.queue.release({ ...readAll, ...third, notice, action: 'hand-back', effects: [] });
    await says(conversation, [ticket]);
    await says(conversation, [{ kind: 'leave-line' }]);
    await says(conversation, [ticket]);
    const last = await claims(conversation);
    await store.queue.release({ ...readAll, ...last, notice, action: 'close', effects: [{ kind: 'end' }] });
    await says(conversation, [{ kind: 'rate', score: 6 }]);

    const { redis } = await house.connect();
    const shard = shardOf(conversation, Number(await redis.get(keys.shards)));
    const lines = await redis.xrange(keys.log(shard), '-', '+');
    const named = (await redis.hget(keys.conversation(shard, conversation), 'lg')) ?? '';
    expect(named).to.match(/^[0-9a-f]{12}$/);
    const own = lines.map(([, fields]) => fields).filter((fields) => fields[fields.indexOf('c') + 1] === named);
    expect(own.map((fields) => fields[fields.indexOf('k') + 1])).to.deep.equal(
      'open queue claim release claim pass hand-back queue leave queue claim why end ces'.split(' '),
    );
    for (const [, fields] of lines) expect(fields).to.not.include(conversation);
  });
});
