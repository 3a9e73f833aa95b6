/** The desk behind its page, against a server driven by hand. */
import { expect } from 'chai';
import type { DeskPort } from '../../../src/web/desk/port.js';
import type { EntriesAnswer, FeedEvent } from '../../../src/web/desk/types.js';
import { first, lineOf, ready } from './ready.js';
import { entry, fakeShelf, mine, row, view } from './rows.js';

const rings = (seq: number, rest = {}): FeedEvent => ({
  kind: 'ticket',
  ticket: mine('a', { seq, ...rest }),
  waitingTotal: 0,
});

describe('the doorbell', () => {
  it('fetches what is new after the last entry held, and only then', async () => {
    const asked: number[] = [];
    const entries = (_: string, { after }: { after: number }) => {
      asked.push(after);
      return Promise.resolve({ generation: 7, entries: after < 4 ? [entry(4)] : [] });
    };
    const desk = await ready({ entries });
    await desk.receive(rings(4));
    await desk.receive(rings(4));
    expect(asked).to.deep.equal([3]);
    expect(desk.talk.value?.entries.map(({ seq }) => seq)).to.deep.equal([1, 2, 3, 4]);
  });

  it('rung again during a fetch, fetches once more', async () => {
    const gates: (() => void)[] = [];
    const entries = (_: string, { after }: { after: number }) =>
      new Promise<EntriesAnswer>((answer) => gates.push(() => answer({ generation: 7, entries: [entry(after + 1)] })));
    const desk = await ready({ entries });
    const one = desk.receive(rings(4));
    await desk.receive(rings(5));
    expect(gates).to.have.length(1);
    gates[0]?.();
    await Promise.resolve();
    await Promise.resolve();
    gates[1]?.();
    await one;
    expect(desk.talk.value?.entries.at(-1)?.seq).to.equal(5);
  });

  it('picks up after a restart with the same fetch, and keeps the draft', async () => {
    let down = true;
    const entries = (_: string, { after }: { after: number }) =>
      down
        ? Promise.reject(new Error('down'))
        : Promise.resolve({ generation: 7, entries: [entry(4), entry(5)].filter(({ seq }) => seq > after) });
    const desk = await ready({ entries });
    desk.write({ text: 'Half a sen', note: false });
    await desk.receive(rings(4));
    expect(desk.talk.value?.entries).to.have.length(3);
    down = false;
    await desk.receive(lineOf(mine('a', { seq: 5 })));
    expect(desk.talk.value?.entries.at(-1)?.seq).to.equal(5);
    expect(desk.draft.value.text).to.equal('Half a sen');
  });

  it('leaves other conversations alone', async () => {
    const desk = await ready({});
    await desk.receive({ kind: 'ticket', ticket: row('b', { seq: 40 }), waitingTotal: 1 });
    expect(desk.talk.value).to.include({ id: 'a', holder: 'mine' });
  });

  it('says when the open ticket is gone after a reconnect that no longer lists it', async () => {
    let known = true;
    const missing = Object.assign(new Error('No such ticket.'), { code: 'not-found' });
    const desk = await ready({
      ticket: () => (known ? Promise.resolve(view(mine('a'), first)) : Promise.reject(missing)),
    });
    known = false;
    await desk.receive(lineOf());
    expect(desk.talk.value).to.include({ holder: 'nobody', status: 'ready' });
  });
});

describe('saying something', () => {
  it('goes out with the epoch held, and clears the composer', async () => {
    const bodies: unknown[] = [];
    const say: DeskPort['say'] = (id, body) => {
      bodies.push([id, body]);
      return Promise.resolve({ kind: 'said', seq: 4 });
    };
    const desk = await ready({ say });
    desk.write({ text: ' On it ', note: false });
    await desk.send();
    expect(bodies).to.deep.equal([['a', { id: 'id1', epoch: 1, text: 'On it', note: false }]]);
    expect(desk.draft.value.text).to.equal('');
  });

  it('sends nothing when there is nothing to say', async () => {
    const desk = await ready({});
    desk.write({ text: '  \n ', note: false });
    await desk.send();
    expect(desk.talk.value?.outbox).to.be.empty;
  });

  it('that failed goes out by itself when the connection is back, under the same id', async () => {
    let down = true;
    const ids: string[] = [];
    const say: DeskPort['say'] = (_, { id }) => {
      ids.push(id);
      return down ? Promise.reject(new Error('down')) : Promise.resolve({ kind: 'said', seq: 3 });
    };
    const desk = await ready({ say });
    desk.write({ text: 'On it', note: false });
    await desk.send();
    expect(desk.talk.value?.outbox[0]?.state).to.equal('failed');
    down = false;
    await desk.receive(lineOf(mine('a')));
    expect(ids).to.deep.equal(['id1', 'id1']);
    expect(desk.talk.value?.outbox).to.be.empty;
  });

  it('that failed long ago waits for the agent', async () => {
    let clock = 9000;
    let tries = 0;
    const say = () => Promise.reject(new Error(`down ${++tries}`));
    const desk = await ready({ say }, { now: () => clock });
    desk.write({ text: 'On it', note: false });
    await desk.send();
    clock += 600_000;
    await desk.receive(lineOf(mine('a')));
    expect(tries).to.equal(1);
    await desk.retry();
    expect(tries).to.equal(2);
  });

  it('into a ticket that changed hands puts the words back and names the holder', async () => {
    const desk = await ready({ say: () => Promise.resolve({ kind: 'fenced', by: 'Ben' }) });
    desk.write({ text: 'On it', note: false });
    await desk.send();
    expect(desk.talk.value).to.include({ holder: 'other', by: 'Ben' });
    expect(desk.talk.value?.outbox).to.be.empty;
    expect(desk.draft.value).to.deep.equal({ text: 'On it', note: false });
  });
});

describe('drafts', () => {
  it('are kept for each ticket, and survive a reload', async () => {
    const shelf = fakeShelf();
    const ticket = (id: string) => Promise.resolve(view(mine(id), first));
    const desk = await ready({ ticket }, { shelf });
    desk.write({ text: 'For a', note: false });
    await desk.open('b');
    expect(desk.draft.value.text).to.equal('');
    desk.write({ text: 'For b\nline two', note: true });
    await desk.open('a');
    expect(desk.draft.value.text).to.equal('For a');
    const later = await ready({ ticket }, { shelf });
    await later.open('b');
    expect(later.draft.value).to.deep.equal({ text: 'For b\nline two', note: true });
  });

  it('leave nothing behind once sent', async () => {
    const shelf = fakeShelf();
    const desk = await ready({ say: () => Promise.resolve({ kind: 'said', seq: 4 }) }, { shelf });
    desk.write({ text: 'On it', note: false });
    await desk.send();
    expect(shelf.held.size).to.equal(0);
  });
});

describe('presence', () => {
  it('is told on start, on change and at every beat; one that is not taken is made known, and disturbs nobody', async () => {
    const told: string[] = [];
    const unheard: unknown[] = [];
    const down = new Error('down');
    const presence: DeskPort['presence'] = ({ state }) => {
      told.push(state);
      return Promise.reject(down);
    };
    const desk = await ready({ presence }, { unheard: (fault) => unheard.push(fault) });
    await desk.setHere(false);
    await desk.beat();
    expect(told).to.deep.equal(['here', 'away', 'away']);
    expect(unheard).to.deep.equal([down, down, down]);
  });

  it('brings whether the desk is open', async () => {
    const queues = [{ id: 'main', title: 'Support', open: false, opens: 'Monday at 09:00' }];
    const desk = await ready({ presence: () => Promise.resolve({ held: ['a'], queues }) });
    await desk.beat();
    expect(desk.line.value.queues).to.deep.equal(queues);
  });

  it('tells of a ticket that went back into the line, once, though the feed tells it too', async () => {
    let held = ['a'];
    let ticket = mine('a', { owedSince: 0 });
    const desk = await ready({
      presence: () => Promise.resolve({ held, queues: [] }),
      ticket: () => Promise.resolve(view(ticket, first)),
    });
    await desk.receive(lineOf(ticket));
    ticket = row('a', { seq: 4, epoch: 2 });
    held = [];
    await desk.beat();
    expect(desk.news.value.map(({ kind, text }) => [kind, text])).to.deep.equal([
      ['lost', 'Customer a had no answer for 5 s and is back in the line, at the old place.'],
    ]);
    expect(desk.talk.value?.holder).to.equal('line');
    const told = desk.news.value;
    await desk.receive({ kind: 'ticket', ticket, waitingTotal: 1 });
    await desk.beat();
    expect(desk.news.value).to.equal(told);
  });

  it('tells of a ticket that is none any more', async () => {
    const missing = Object.assign(new Error('No such ticket.'), { code: 'not-found' });
    let gone = false;
    const desk = await ready({
      presence: () => Promise.resolve({ held: gone ? [] : ['a'], queues: [] }),
      ticket: () => (gone ? Promise.reject(missing) : Promise.resolve(view(mine('a'), first))),
      entries: () => Promise.resolve({ generation: 7, entries: [] }),
    });
    gone = true;
    await desk.beat();
    expect(desk.news.value.map(({ text }) => text)).to.deep.equal(['The conversation with Customer a has ended.']);
    expect(desk.talk.value?.holder).to.equal('nobody');
  });
});
