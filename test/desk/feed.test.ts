import { expect } from 'chai';
import type { Effect } from '../../src/conversation/index.js';
import { freshMood } from '../../src/conversation/index.js';
import { systemClock } from '../../src/base/index.js';
import { createDeskFeed } from '../../src/desk/index.js';
import type { FeedEvent } from '../../src/desk/contract.js';
import type { Store } from '../../src/store/index.js';
import { knowledge } from '../support/mind.js';
import { onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';
import { readAll } from '../support/tickets.js';

const ticket: readonly Effect[] = [
  { kind: 'open' },
  { kind: 'queue', boostMs: 0, reason: 'asked' },
  { kind: 'say', reply: { text: 'One moment.' } },
  { kind: 'remember', memory: { mood: freshMood, failures: 0 } },
];

/** What is tried again is tried at once. */
function soon(_: number, act: () => void): () => void {
  const timer = setImmediate(act);
  return () => clearImmediate(timer);
}

onEveryEngine('the desk’s feed', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());

  /** An open page: everything it is sent, and a way to wait for something. */
  function page(id: string, queue = store.queue) {
    const member = { id, name: id, queues: ['main'], supervises: false };
    const feed = createDeskFeed({
      queue,
      changes: store.changes,
      hours: knowledge.hours,
      health: store.dataset.health,
      clock: systemClock,
      timers: { later: soon },
      log: quiet,
    });
    const events: FeedEvent[] = [];
    const waits: (() => void)[] = [];
    const stop = feed.open(member, (event) => {
      events.push(event);
      for (const wake of waits.splice(0)) wake();
    });
    const until = async (wanted: (event: FeedEvent) => boolean): Promise<FeedEvent> => {
      for (;;) {
        const found = events.find(wanted);
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => waits.push(resolve));
      }
    };
    return { events, until, stop };
  }

  async function escalate(conversation: string): Promise<void> {
    const said = {
      conversation,
      channel: 'web',
      activity: conversation,
      customer: { id: `customer of ${conversation}` },
      text: 'help',
    } as const;
    const heard = await store.conversations.receive(said);
    if (heard.kind === 'turn') await store.conversations.commit(heard.turn, ticket);
  }

  it('begins with the whole line', async () => {
    await escalate('feed-1');
    const { until, stop } = page('ana');
    const first = await until((event) => event.kind === 'line');
    expect(first.kind === 'line' && first.line.waiting.map((row) => row.id)).to.include('feed-1');
    stop();
  });

  it('tells of a new ticket, of its claim, of every message, and of its end', async () => {
    const { until, stop } = page('ana');
    await until((event) => event.kind === 'line');
    await escalate('feed-2');
    const isRow = (event: FeedEvent) => event.kind === 'ticket' && event.ticket.id === 'feed-2';
    const fresh = await until(isRow);
    expect(fresh.kind === 'ticket' && fresh.ticket.state).to.equal('waiting');

    const agent = { id: 'ana', name: 'Ana', queues: ['main'] };
    const claim = await store.queue.claim({
      agent,
      token: 'feed-claim',
      conversation: 'feed-2',
      notice: { text: 'Ana' },
    });
    const epoch = claim.kind === 'claimed' ? claim.epoch : 0;
    await until((event) => isRow(event) && event.kind === 'ticket' && event.ticket.state === 'assigned');

    const said = await store.queue.speak({ conversation: 'feed-2', id: 'm', agent, epoch, text: 'hello', note: false });
    const seq = said.kind === 'said' ? said.seq : 0;
    await until((event) => isRow(event) && event.kind === 'ticket' && event.ticket.seq === seq);

    const notice = { text: '' };
    await store.queue.release({
      conversation: 'feed-2',
      agent,
      epoch,
      notice,
      ...readAll,
      action: 'close',
      effects: [{ kind: 'end', outcome: 'helped' }],
    });
    await until((event) => event.kind === 'gone' && event.id === 'feed-2');
    stop();
  });

  it('never lets an older line replace a newer row', async () => {
    const { events, until, stop } = page('ana');
    await escalate('feed-4'); // while the line is being read, or after
    const holds = (event: FeedEvent) =>
      event.kind === 'line'
        ? event.line.waiting.some((row) => row.id === 'feed-4')
        : event.kind === 'ticket' && event.ticket.id === 'feed-4';
    await until(holds);
    expect(events[0]?.kind).to.equal('line');
    expect(
      events
        .slice(events.findIndex(holds))
        .filter((event) => event.kind === 'line')
        .every(holds),
    ).to.equal(true);
    stop();
  });

  it('tells it when it can, when the store cannot be asked for a while', async () => {
    const weather = { fails: 2 };
    const fair = async <T>(read: () => Promise<T>): Promise<T> => {
      if (weather.fails > 0) {
        weather.fails -= 1;
        throw new Error('the store is away');
      }
      return read();
    };
    const { line, ticket: one } = store.queue;
    const shaky = { ...store.queue, line: (...of: Parameters<typeof line>) => fair(() => line(...of)) };
    const { until, stop } = page('ana', { ...shaky, ticket: (id: string) => fair(() => one(id)) });
    await until((event) => event.kind === 'line'); // read for the third time
    weather.fails = 2; // its row, and the line then
    await escalate('feed-5');
    await until((event) => event.kind === 'line' && event.line.waiting.some((row) => row.id === 'feed-5'));
    stop();
  });

  it('sends nothing more to a page that was closed', async () => {
    const { events, until, stop } = page('ana');
    await until((event) => event.kind === 'line');
    stop();
    const before = events.length;
    const other = page('ben');
    await escalate('feed-3');
    await other.until((event) => event.kind === 'ticket' && event.ticket.id === 'feed-3');
    expect(events).to.have.length(before);
    other.stop();
  });
});
