/** An agent's seats: as many tickets as they may hold, whatever is lost, late or asked twice. */
import { expect } from 'chai';
import { randomIds } from '../../src/base/index.js';
import type { Agent } from '../../src/queue/index.js';
import { claim, type ClaimContext } from '../../src/store/claim.js';
import type { Store } from '../../src/store/index.js';
import { createLine } from '../../src/store/line.js';
import { createQueue } from '../../src/store/queue.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { claimsOver, enterLine, heldUp, newAgent as someone, readAll } from '../support/tickets.js';
import { until } from '../support/until.js';

const notice = { text: '' };
let count = 0;
const next = (prefix: string) => `${prefix}-${(count += 1)}`;

onEveryEngine('a ticket in the seat of an agent', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open({ capacity: 2 });
  });
  after(() => house.close());

  const escalated = () => enterLine(store);
  async function claimed(agent: Agent, conversation: string): Promise<number> {
    const claim = await store.queue.claim({ agent, token: next('token'), conversation, notice });
    if (claim.kind !== 'claimed') throw new Error(claim.kind);
    return claim.epoch;
  }

  it('frees the seat it had, and no other, when letting go is asked again after it was claimed again', async () => {
    const agent = someone();
    await claimed(agent, await escalated());
    const conversation = await escalated();
    const move = {
      ...readAll,
      conversation,
      agent,
      epoch: await claimed(agent, conversation),
      action: 'release',
      notice,
    } as const;
    expect(await store.queue.release(move)).to.deep.equal({ kind: 'moved' });
    await claimed(agent, conversation);
    expect(await store.queue.release(move)).to.deep.equal({ kind: 'moved' }); // resent
    const last = await escalated();
    const more = { agent, token: next('token'), conversation: last, notice };
    expect(await store.queue.claim(more)).to.deep.equal({ kind: 'full', capacity: 2 });
    await claimed(someone(), last);
  });

  it('counts for its agent until it was swept, however long that takes', async () => {
    const slow = await house.open({ capacity: 2, timing: { leaseMs: 50 } });
    const agent = someone();
    const claim = async (conversation: string) =>
      (await slow.queue.claim({ agent, token: next('token'), conversation, notice })).kind;
    const held = [await escalated(), await escalated()];
    for (const conversation of held) expect(await claim(conversation)).to.equal('claimed');
    const third = await escalated();
    for (const end = Date.now() + 150; Date.now() < end;) expect(await claim(third)).to.equal('full');
    expect(await slow.queue.sweep('')).to.have.members(held);
    expect(await claim(third)).to.equal('claimed');
    await slow.queue.claim({ agent: someone(), token: next('token'), conversation: held[0]!, notice });
    await slow.queue.claim({ agent: someone(), token: next('token'), conversation: held[1]!, notice });
  });

  it('is given once for a wish, and not again when the wish is heard of after it was let go', async () => {
    const agent = someone();
    const wish = { agent, token: next('token'), conversation: await escalated(), notice };
    const claim = await store.queue.claim(wish);
    const epoch = claim.kind === 'claimed' ? claim.epoch : 0;
    await store.queue.release({ ...readAll, conversation: wish.conversation, agent, epoch, action: 'release', notice });
    expect(await store.queue.claim(wish)).to.deep.equal({ kind: 'gone' });
    await claimed(agent, wish.conversation);
  });

  it('is in one seat, however often its agent claims it', async () => {
    const agent = someone();
    const conversation = await escalated();
    const epoch = await claimed(agent, conversation);
    expect(await claimed(agent, conversation)).to.equal(epoch);
    await claimed(agent, await escalated());
    expect(await store.queue.present(agent, true)).to.have.length(2);
  });

  it('is kept when another try of the same wish came to nothing, however late that one says so', async () => {
    const context = await claimsOver(await house.connect(), 1);
    const [agent, token] = [someone(['quiet']), next('token')];
    const { slow, reached, go } = heldUp(
      context,
      (name, _, asked) => name === 'seat' && 'action' in asked && asked.action === 'back',
    );
    const slowly = claim(slow, { agent, token, notice }); // finds nobody in the line
    await reached;
    const conversation = await escalated();
    const asked = { agent, token, conversation, notice };
    expect(await claim(context, asked)).to.include({ kind: 'claimed', conversation });
    go();
    expect(await slowly).to.deep.equal({ kind: 'empty' });
    const more = { agent, token: next('token'), conversation: await escalated(), notice };
    expect(await claim(context, more)).to.deep.equal({ kind: 'full', capacity: 1 });
  });

  it('is given back when no try of its wish came to anything', async () => {
    const context = await claimsOver(await house.connect(), 1);
    const wish = { agent: someone(['quiet']), token: next('token'), notice };
    expect(await Promise.all([claim(context, wish), claim(context, wish)])).to.deep.equal(
      Array.from({ length: 2 }, () => ({ kind: 'empty' })),
    );
    const other = { ...wish, token: next('token'), conversation: await escalated() };
    expect(await claim(context, other)).to.include({ kind: 'claimed' });
  });

  /** Seats last two leases. */
  const shortLeaseMs = 200;
  const ranOut = ({ seats, redis }: ClaimContext, agent: Agent) =>
    until('the seat has run out', async () => {
      const [seconds, micros] = await redis.time(); // the store's own clock, which decides
      return (await seats.count(agent.id, Number(seconds) * 1_000_000 + Number(micros))) === 0;
    });

  it('is not used once its time is over: another ticket may be in it by then', async () => {
    const context = await claimsOver(await house.connect(), 1, shortLeaseMs);
    const agent = someone();
    const [late, other] = [await escalated(), await escalated()];
    const { slow, reached, go } = heldUp(context, (name) => name === 'claim');
    const slowly = claim(slow, { agent, token: next('token'), conversation: late, notice });
    await reached;
    await ranOut(context, agent);
    const wish = { agent, token: next('token'), conversation: other, notice };
    expect(await claim(context, wish)).to.include({ kind: 'claimed' });
    go();
    expect(await slowly).to.deep.equal({ kind: 'full', capacity: 1 });
    await claimed(someone(), late);
  });

  it('nor by a ticket that is passed on', async () => {
    const context = await claimsOver(await house.connect(), 1, shortLeaseMs);
    const [from, to] = [someone(), someone()];
    await store.queue.present(to, true);
    const [passed, other] = [await escalated(), await escalated()];
    const epoch = await claimed(from, passed);
    const { slow, reached, go } = heldUp(context, (name) => name === 'pass');
    const times = { undoMs: 0, patienceMs: 60_000, idleMs: 60_000, lineIdleMs: 60_000 };
    const queue = createQueue({ ...slow, ...times, ids: randomIds, line: createLine(slow) });
    const slowly = queue.pass({ ...readAll, conversation: passed, agent: from, epoch, to, notice });
    await reached;
    await ranOut(context, to);
    expect(await claim(context, { agent: to, token: next('token'), conversation: other, notice })).to.include({
      kind: 'claimed',
    });
    go();
    expect(await slowly).to.deep.equal({ kind: 'full', capacity: 1 });
    expect((await store.queue.ticket(passed))?.agent?.id).to.equal(from.id);
  });
});
