/** The thread is the same whatever comes twice, late or out of order. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { Status, WarmlineData, WireActivity } from '../../../src/channels/direct-line/contract.js';
import { emptyChat, received, restarted, sending, unsent } from '../../../src/web/chat/store.js';

const message = (seq: number, data: WarmlineData = {}, text = `words ${seq}`): WireActivity => ({
  type: 'message',
  id: `c|${seq}`,
  timestamp: new Date(seq * 1000).toISOString(),
  from: data.role === 'customer' ? { id: 'dl', role: 'user' } : { id: 'bot', role: 'bot', name: 'Assistant' },
  text,
  channelData: { seq, role: 'assistant', ...data },
});
const status = (value: Status): WireActivity => ({
  type: 'event',
  name: 'warmline/status',
  from: { id: 'bot' },
  value,
});
const mine = (seq: number, key: string) => message(seq, { role: 'customer', clientActivityID: key });
const seqs = (activities: readonly WireActivity[]) => received(emptyChat, activities, 0).lines.map(({ seq }) => seq);

describe('the thread', () => {
  it('holds every line once and in order, in whatever order and however often they come', () => {
    const some = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 });
    fc.assert(
      fc.property(some, (order) => {
        const expected = [...new Set(order)].sort((a, b) => a - b);
        expect(seqs(order.map((seq) => message(seq)))).to.deep.equal(expected);
      }),
    );
  });

  it('comes to the same in one frame or in many', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 })), fc.nat(20), (order, cut) => {
        const all = order.map((seq) => message(seq));
        const once = received(emptyChat, all, 5);
        const twice = received(received(emptyChat, all.slice(0, cut), 5), all.slice(cut), 5);
        expect(twice).to.deep.equal(once);
      }),
    );
  });

  it('replaces what was written here by its echo, under the same key', () => {
    const written = sending(emptyChat, { key: 'k1', text: 'Hello', at: 0 });
    const echoed = received(written, [mine(1, 'k1')], 0);
    expect(echoed.outbox).to.deep.equal([]);
    expect(echoed.lines.map(({ key }) => key)).to.deep.equal(['k1']);
  });

  it('drops what was written here when its line was there already', () => {
    const known = received(emptyChat, [mine(1, 'k1')], 0);
    const again = received(sending(known, { key: 'k1', text: 'Hello', at: 0 }), [mine(1, 'k1')], 0);
    expect(again.outbox).to.deep.equal([]);
    expect(again.lines).to.have.length(1);
  });

  it('keeps the place of a message that is tried again', () => {
    let state = sending(emptyChat, { key: 'a', text: 'first', at: 0 });
    state = sending(unsent(state, 'a', 'failed'), { key: 'b', text: 'second', at: 1 });
    expect(state.outbox.map(({ key, state: how }) => [key, how])).to.deep.equal([
      ['a', 'failed'],
      ['b', 'sending'],
    ]);
    state = sending(state, { key: 'a', text: 'first', at: 0 });
    expect(state.outbox.map(({ key, state: how }) => [key, how])).to.deep.equal([
      ['a', 'sending'],
      ['b', 'sending'],
    ]);
  });

  it('takes the assistant to be working from our echo until its answer', () => {
    const echoed = received(sending(emptyChat, { key: 'k', text: 'Hi', at: 0 }), [mine(1, 'k')], 700);
    expect(echoed.typing).to.equal(700);
    expect(received(echoed, [message(2)], 900)).not.to.have.property('typing');
  });

  it('does not take a person to be writing only because we wrote', () => {
    const held = received(emptyChat, [status({ state: 'agent', name: 'Ana' })], 0);
    const echoed = received(sending(held, { key: 'k', text: 'Hi', at: 0 }), [mine(1, 'k')], 700);
    expect(echoed).not.to.have.property('typing');
  });

  it('does not take anybody to be writing when history is replayed', () => {
    expect(received(emptyChat, [mine(1, 'old')], 700)).not.to.have.property('typing');
  });

  it('takes the status as it comes, and ignores one it does not know', () => {
    const waiting: Status = { state: 'waiting', place: 2, since: 5 };
    const held = received(emptyChat, [status(waiting)], 0);
    expect(held.status).to.deep.equal(waiting);
    const strange = { ...status(waiting), value: { state: 'asleep' } };
    expect(received(held, [strange], 0).status).to.deep.equal(waiting);
  });

  it('carries what was not sent into a new conversation, and nothing else', () => {
    const held = received(sending(emptyChat, { key: 'k', text: 'Hi', at: 0 }), [message(4)], 0);
    expect(restarted(held)).to.deep.equal({ ...emptyChat, outbox: held.outbox, anew: true });
  });
});
