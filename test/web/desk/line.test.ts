/** The line as one agent sees it. */
import { expect } from 'chai';
import fc from 'fast-check';
import { claimed, emptyLine, onFeed, queueTitle, seenNow, unread, unreadTotal } from '../../../src/web/desk/line.js';
import type { FeedEvent } from '../../../src/web/desk/types.js';
import { bens, line, mine, row } from './rows.js';

const looking = { me: 'ana', now: 4000 };
const ticket = (rest: FeedEvent & { kind: 'ticket' }): FeedEvent => rest;
const start = onFeed(
  emptyLine,
  { kind: 'line', line: line({ waiting: [row('b', { order: 2 }), row('a', { order: 1 })], mine: [mine('m')] }) },
  looking,
);

describe('the line', () => {
  it('takes a whole line, in serving order, with the server clock', () => {
    expect(start.waiting.map(({ id }) => id)).to.deep.equal(['a', 'b']);
    expect(start).to.include({ ready: true, waitingTotal: 2, offset: 1000, capacity: 4 });
  });

  it('puts a new ticket at its place in the order', () => {
    const next = onFeed(start, ticket({ kind: 'ticket', ticket: row('c', { order: 1.5 }), waitingTotal: 3 }), looking);
    expect(next.waiting.map(({ id }) => id)).to.deep.equal(['a', 'c', 'b']);
    expect(next.waitingTotal).to.equal(3);
  });

  it('moves a ticket to mine when it is mine and out of sight when another agent took it', () => {
    const taken = (by: typeof mine) =>
      ticket({ kind: 'ticket', ticket: by('a', { epoch: 2, seq: 4 }), waitingTotal: 1 });
    expect(onFeed(start, taken(mine), looking).mine.map(({ id }) => id)).to.deep.equal(['m', 'a'].sort());
    const others = onFeed(start, taken(bens), looking);
    expect([...others.mine, ...others.waiting].map(({ id }) => id)).to.deep.equal(['m', 'b']);
  });

  it('tells two agents of one name apart', () => {
    const namesake = ticket({ kind: 'ticket', ticket: bens('a', { agent: 'Ana', epoch: 2, seq: 4 }), waitingTotal: 1 });
    expect(onFeed(start, namesake, looking).mine.map(({ id }) => id)).to.deep.equal(['m']);
  });

  it('drops a ticket that is gone, and does not mind hearing it twice', () => {
    const gone: FeedEvent = { kind: 'gone', id: 'a', waitingTotal: 1 };
    const once = onFeed(start, gone, looking);
    expect(onFeed(once, gone, looking)).to.deep.equal(once);
    expect(once.waiting.map(({ id }) => id)).to.deep.equal(['b']);
  });

  it('keeps the newer copy when an older one comes late', () => {
    const next = claimed(start, mine('a', { epoch: 2, seq: 4 }), looking);
    const late = onFeed(next, ticket({ kind: 'ticket', ticket: row('a', { order: 1 }), waitingTotal: 1 }), looking);
    expect(late.mine.map(({ id }) => id)).to.include('a');
    expect(late.waiting.map(({ id }) => id)).to.not.include('a');
  });

  it('takes of two copies with as many entries the one of the newer epoch, whichever comes last', () => {
    const told = (state: typeof start, epoch: number, copy: typeof row) =>
      onFeed(state, ticket({ kind: 'ticket', ticket: copy('a', { epoch, seq: 4 }), waitingTotal: 1 }), looking);
    const newer = told(start, 3, mine);
    expect(newer.mine.map(({ id }) => id)).to.include('a');
    expect(told(newer, 2, row)).to.deep.equal(newer);
    expect(told(newer, 2, row).waiting.map(({ id }) => id)).to.not.include('a');
    expect(told(newer, 4, row).waiting.map(({ id }) => id)).to.include('a');
    expect(told(newer, 3, row).waiting.map(({ id }) => id)).to.include('a');
  });

  it('accepts a newer episode whose epoch starts anew', () => {
    const next = claimed(start, mine('a', { epoch: 5, seq: 9 }), looking);
    const anew = onFeed(
      next,
      ticket({ kind: 'ticket', ticket: row('a', { epoch: 1, seq: 12 }), waitingTotal: 2 }),
      looking,
    );
    expect(anew.waiting.map(({ id }) => id)).to.include('a');
  });

  it('answers alike however often an event is repeated', () => {
    const events = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        seq: fc.nat(6),
        epoch: fc.nat(3),
        own: fc.boolean(),
        gone: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(events, (list) => {
        const feed = list.map(({ id, seq, epoch, own, gone }): FeedEvent =>
          gone
            ? { kind: 'gone', id, waitingTotal: 0 }
            : { kind: 'ticket', ticket: own ? mine(id, { seq, epoch }) : row(id, { seq, epoch }), waitingTotal: 1 },
        );
        const once = feed.reduce((state, event) => onFeed(state, event, looking), start);
        const doubled = feed
          .flatMap((event) => [event, event])
          .reduce((state, event) => onFeed(state, event, looking), start);
        expect(doubled).to.deep.equal(once);
        const ids = [...once.waiting, ...once.mine].map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
      }),
    );
  });
});

describe('the line of a supervisor', () => {
  const lead = onFeed(
    emptyLine,
    {
      kind: 'line',
      line: line({
        waiting: [row('w')],
        mine: [mine('m')],
        assigned: [
          mine('m'),
          bens('b2', { order: 2 }),
          bens('b1', { order: 1 }),
          bens('c', { agent: 'Aya', agentId: 'aya' }),
        ],
      }),
    },
    looking,
  );
  const ids = (state: typeof lead) => state.others.map(({ id }) => id);
  const hears = (state: typeof lead, ...rows: ReturnType<typeof row>[]) =>
    rows.reduce((held, one) => onFeed(held, ticket({ kind: 'ticket', ticket: one, waitingTotal: 0 }), looking), state);

  it('has what colleagues hold, by holder and in order, without their own', () => {
    expect(ids(lead)).to.deep.equal(['c', 'b1', 'b2']);
    expect(lead.supervises).to.equal(true);
  });

  it('follows a ticket from the line to an agent, back, to themselves, and away', () => {
    const taken = hears(lead, bens('w', { seq: 4, epoch: 2, order: 3 }));
    expect(ids(taken)).to.deep.equal(['c', 'b1', 'b2', 'w']);
    const back = hears(taken, row('w', { seq: 5, epoch: 3 }));
    expect([ids(back), back.waiting.map(({ id }) => id)]).to.deep.equal([['c', 'b1', 'b2'], ['w']]);
    const own = hears(taken, mine('b1', { seq: 5, epoch: 3 }));
    expect([ids(own), own.mine.map(({ id }) => id)]).to.deep.equal([
      ['c', 'b2', 'w'],
      ['b1', 'm'],
    ]);
    expect(ids(onFeed(taken, { kind: 'gone', id: 'c', waitingTotal: 0 }, looking))).to.deep.equal(['b1', 'b2', 'w']);
  });

  it('is not the line of an agent', () => {
    expect(hears(start, bens('x')).others).to.be.empty;
  });

  it('counts nothing unread for what others hold', () => {
    const grown = hears(lead, bens('b1', { seq: 9, owedSince: 1 }));
    expect(grown.others.map((one) => unread(grown, one))).to.deep.equal([0, 0, 0]);
  });
});

describe('the queue of a row', () => {
  const titled = (...titles: string[]) => ({
    ...start,
    queues: titles.map((title) => ({ id: title.toLowerCase(), title, open: true })),
  });

  it('is named for those who serve several', () => {
    expect(queueTitle(titled('Main', 'Returns'), row('a', { queue: 'returns' }))).to.equal('Returns');
    expect(queueTitle(titled('Returns'), row('a', { queue: 'returns' }))).to.equal(undefined);
    expect(queueTitle(titled('Main', 'Returns'), row('a', { queue: 'gone' }))).to.equal(undefined);
  });
});

describe('unread messages', () => {
  const says =
    (seq: number, role: 'customer' | 'agent' = 'customer', open?: string) =>
    (state: typeof start) =>
      onFeed(
        state,
        { kind: 'ticket', ticket: mine('m', { seq, last: { role, text: 'x', at: 1000 * seq } }), waitingTotal: 0 },
        { ...looking, open },
      );
  const held = (state: typeof start) => state.mine.find(({ id }) => id === 'm') ?? mine('m');

  it('counts what the customer wrote since the agent looked', () => {
    const two = says(5)(says(4)(start));
    expect(unread(two, held(two))).to.equal(2);
    expect(unreadTotal(seenNow(two, 'm'))).to.equal(0);
  });

  it('counts nothing while the ticket is open, and nothing once the agent has the last word', () => {
    expect(unreadTotal(says(6, 'customer', 'm')(start))).to.equal(0);
    expect(unreadTotal(says(6, 'agent')(says(5)(start)))).to.equal(0);
  });

  it('counts nothing that nobody wrote: a choice that was over, what it was answered, a correction', () => {
    const wrote = says(4)(start);
    const ticket = { ...held(wrote), seq: 6 };
    const quiet = onFeed(wrote, { kind: 'ticket', ticket, waitingTotal: 0 }, looking);
    expect(unread(quiet, held(quiet))).to.equal(1);
    expect(unreadTotal(says(7)(quiet))).to.equal(2);
  });

  it('marks a ticket that was owed an answer before the page was opened', () => {
    const state = onFeed(emptyLine, { kind: 'line', line: line({ mine: [mine('m', { owedSince: 900 })] }) }, looking);
    expect(unreadTotal(state)).to.equal(1);
  });

  it('counts nothing for tickets that wait in the line', () => {
    expect(start.waiting.map((one) => unread(start, one))).to.deep.equal([0, 0]);
  });
});
