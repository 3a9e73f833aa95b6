/** What the outbox of a push channel promises, wherever it is kept: in the store, and in the double that channels are tried with. */
import { expect } from 'chai';
import type { Deliveries } from '../../src/conversation/index.js';

export interface PostGround {
  readonly deliveries: Deliveries;
  /** The same post, as another process has it. */
  readonly other: Deliveries;
  /** A customer writes and the assistant answers; resolves with the conversation, a new one when none is named. */
  talk(texts: readonly string[], conversation?: string): Promise<string>;
  /** How many notes the team has got there. */
  notes(conversation: string): Promise<number>;
}

const long = { leaseMs: 60_000 };
const note = { text: 'Not delivered.', mark: 'undelivered' } as const;
const texts = (post: { entries: readonly { text: string }[] } | undefined) => post?.entries.map(({ text }) => text);

/** To be called in a suite; `ground` is asked when its cases run. */
export function keepsPost(ground: () => PostGround): void {
  const takeLease = (...asked: Parameters<Deliveries['takeLease']>) => ground().deliveries.takeLease(...asked);
  async function taken(id: string, hold: Parameters<Deliveries['takeLease']>[1] = long) {
    const post = await takeLease(id, hold);
    if (post === undefined) throw new Error(`no post for ${id}`);
    return post;
  }

  it('is held by one process at a time, and goes on where it was left', async () => {
    const { deliveries, other, talk } = ground();
    const id = await talk(['one', 'two']);
    const post = await taken(id);
    expect(texts(post)).to.deep.equal(['one', 'two']);
    expect(post).to.include({ conversation: id, reference: '{"to":1}', tries: 0, failingSince: 0 });
    expect(await other.takeLease(id, long)).to.equal(undefined);
    expect(await deliveries.sent(post, 2, 60_000)).to.equal(true);
    await deliveries.later(post, 0, 0);
    expect(texts(await other.takeLease(id, long))).to.deep.equal(['two']);
  });

  it('begins with something that the customer did not write', async () => {
    const { deliveries, talk } = ground();
    const id = await talk(['one']);
    await talk(['two'], id);
    const post = await taken(id);
    expect(post.entries.map(({ role }) => role)).to.deep.equal(['assistant', 'customer', 'assistant']);
    await deliveries.sent(post, 2, 60_000);
    expect(texts(await takeLease(id, { ...long, fence: post.fence }))).to.deep.equal(['two']);
  });

  it('is nothing when all was brought, and is there at once when something is said', async () => {
    const { deliveries, other, talk } = ground();
    const id = await talk(['one']);
    const post = await taken(id);
    await deliveries.sent(post, 2, 60_000);
    expect(await takeLease(id, { ...long, fence: post.fence })).to.equal(undefined);
    expect(await deliveries.due(1000)).to.not.include(id);
    await talk(['two'], id);
    expect(await deliveries.due(1000)).to.include(id);
    const next = await other.takeLease(id, long);
    expect(texts(next)).to.deep.equal(['two']);
    expect(next?.fence).to.be.above(post.fence);
  });

  it('does not go back when a report is sent again, nor when an older one comes after a newer', async () => {
    const { deliveries, talk, notes } = ground();
    const id = await talk(['one', 'two', 'three']);
    const post = await taken(id);
    for (const seq of [2, 3, 3, 2]) expect(await deliveries.sent(post, seq, 60_000)).to.equal(true);
    expect(await deliveries.undelivered(post, 2, { note, ...long })).to.equal(true);
    expect(texts(await takeLease(id, { ...long, fence: post.fence }))).to.deep.equal(['three']);
    expect(await notes(id)).to.equal(0);
  });

  it('tells the team once of what is given up, and goes on behind it', async () => {
    const { deliveries, talk, notes } = ground();
    const id = await talk(['one', 'two']);
    const post = await taken(id);
    for (const _ of [1, 2]) expect(await deliveries.undelivered(post, 2, { note, ...long })).to.equal(true);
    expect(await notes(id)).to.equal(1);
    expect(texts(await takeLease(id, { ...long, fence: post.fence }))?.[0]).to.equal('two');
  });

  it('fences off a process whose lease is over', async () => {
    const { deliveries, other, talk, notes } = ground();
    const id = await talk(['one']);
    const stale = await taken(id, { leaseMs: 0 });
    const post = await other.takeLease(id, long);
    expect(post?.fence).to.be.above(stale.fence);
    expect(await deliveries.sent(stale, 2, 60_000)).to.equal(false);
    expect(await deliveries.undelivered(stale, 2, { note, ...long })).to.equal(false);
    await deliveries.later(stale, 0, 0);
    expect(await takeLease(id, { ...long, fence: stale.fence })).to.equal(undefined);
    expect(await takeLease(id, long)).to.equal(undefined);
    expect(await notes(id)).to.equal(0);
    expect(await other.sent(post!, 2, 60_000)).to.equal(true);
  });

  it('is not due before a pause is over, remembers how long it has failed, and forgets that when it is sent', async () => {
    const { deliveries, other, talk } = ground();
    const id = await talk(['one']);
    const first = await taken(id);
    await deliveries.later(first, 3, 60_000);
    expect(await deliveries.due(1000)).to.not.include(id);
    expect(await other.takeLease(id, long)).to.equal(undefined);
    await deliveries.later(first, 4, 0);
    expect(await deliveries.due(1000)).to.include(id);
    const again = await other.takeLease(id, long);
    expect(again).to.include({ tries: 4 });
    expect(Math.abs(Date.now() - again!.failingSince)).to.be.below(60_000);
    await other.later(again!, 0, 0);
    const fresh = await taken(id);
    expect(fresh).to.include({ tries: 0, failingSince: 0 });
    await deliveries.later(fresh, 1, 0);
    const last = await taken(id);
    expect(last.failingSince).to.be.above(0);
    await deliveries.sent(last, 2, 60_000);
    expect(await takeLease(id, { ...long, fence: last.fence })).to.equal(undefined);
    await talk(['two'], id);
    expect(await takeLease(id, long)).to.include({ tries: 0, failingSince: 0 });
  });
}
