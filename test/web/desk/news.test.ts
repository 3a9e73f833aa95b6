/** What an agent is told: news of the line, and to whom a ticket can be passed. */
import { expect } from 'chai';
import { emptyLine, type LineState } from '../../../src/web/desk/line.js';
import { type Happened, news, titleOf } from '../../../src/web/desk/news.js';
import { colleagueChoices, queueChoices } from '../../../src/web/desk/pass-targets.js';
import type { FeedEvent, TicketRow } from '../../../src/web/desk/types.js';
import { bens, line, mine, row } from './rows.js';

describe('news', () => {
  const state = (rest: Partial<LineState>): LineState => ({ ...emptyLine, ready: true, ...rest });
  const whole: FeedEvent = { kind: 'line', line: line() };
  const ticket = (one: ReturnType<typeof row>): FeedEvent => ({ kind: 'ticket', ticket: one, waitingTotal: 1 });
  const told = (before: LineState, after: LineState, rest: Partial<Happened> = {}) =>
    news({ before, after, event: whole, now: 600_000, ...rest }).map(({ text }) => text);

  it('are a new ticket in the line, not the line as it was found', () => {
    const after = state({ waiting: [row('a'), row('b')] });
    expect(told(emptyLine, after)).to.be.empty;
    expect(told(state({ waiting: [row('a')] }), after)).to.deep.equal(['Customer b joined the line']);
  });

  it('are a customer who answers in a ticket that is not open', () => {
    const before = state({ mine: [mine('a', { seq: 3 })], seen: { a: 3 } });
    const last = { role: 'customer', text: 'And now?', at: 4000 } as const;
    const after = (seen: number) => state({ mine: [mine('a', { seq: 4, last })], seen: { a: seen } });
    expect(told(before, after(3))).to.deep.equal(['Customer a answered']);
    expect(told(before, after(4))).to.be.empty;
  });

  it('are not what nobody wrote: a choice that was over, a correction', () => {
    const before = state({ mine: [mine('a', { seq: 3 })], seen: { a: 2 } });
    expect(told(before, state({ mine: [mine('a', { seq: 5 })], seen: { a: 4 } }))).to.be.empty;
  });

  it('are a ticket that a colleague passed on', () => {
    const after = state({ mine: [mine('a')] });
    expect(told(state({}), after, { event: ticket(mine('a')) })).to.deep.equal(['Customer a is with you now.']);
  });

  const back = row('a', { seq: 4 });
  const cases: readonly (readonly [string, Partial<LineState>, FeedEvent, Partial<TicketRow>, string])[] = [
    [
      'went back because nobody answered',
      { waiting: [back] },
      ticket(back),
      { owedSince: 0 },
      'Customer a had no answer for 10 min and is back in the line, at the old place.',
    ],
    [
      'went back while the page was away',
      { waiting: [back] },
      whole,
      {},
      'This desk was out of reach, so Customer a is back in the line.',
    ],
    ['was taken over', {}, ticket(bens('a')), {}, 'Ben has the conversation with Customer a now.'],
    [
      'was closed by another',
      {},
      { kind: 'gone', id: 'a', waitingTotal: 0 },
      {},
      'The conversation with Customer a has ended.',
    ],
    ['is not there after a reconnect', {}, whole, {}, 'The conversation with Customer a is not with you any more.'],
  ];
  for (const [what, after, event, held, words] of cases) {
    it(`are a ticket of ours that ${what}`, () => {
      const before = state({ mine: [mine('a', held)] });
      expect(told(before, state(after), { event })).to.deep.equal([words]);
      expect(told(before, state(after), { event, acting: 'a' })).to.be.empty;
    });
  }

  it('are not what this agent claims right now', () => {
    const after = state({ mine: [mine('a')] });
    expect(told(state({ waiting: [row('a')] }), after, { acting: '' })).to.be.empty;
    expect(told(state({ waiting: [row('a')] }), after, { acting: 'a' })).to.be.empty;
  });

  it('badge the title', () => {
    expect([titleOf(0, 0), titleOf(3, 0), titleOf(3, 2)]).to.deep.equal([
      'Desk · Warmline',
      '3 waiting · Desk · Warmline',
      '(2) 3 waiting · Desk · Warmline',
    ]);
  });
});

describe('to whom a ticket can be passed', () => {
  const colleague = (id: string, here: boolean, free: number) => ({
    ...{ id, name: id, here, free },
    languages: id === 'Zoe' ? ['de', 'en'] : [],
  });
  const queue = (id: string, rest = {}) => ({ id, title: `The ${id}`, open: true, ...rest });
  const targets = {
    colleagues: [
      colleague('Away', false, 4),
      colleague('Full', true, 0),
      colleague('Zoe', true, 1),
      colleague('Bo', true, 4),
    ],
    queues: [
      queue('main'),
      queue('returns', { open: false, opens: 'Monday at 09:00' }),
      queue('shut', { open: false }),
    ],
  };

  it('are colleagues who are here and have a seat, first; the others say why not', () => {
    const told = colleagueChoices(targets).map(({ target, standing, possible }) => [target.name, standing, possible]);
    expect(told).to.deep.equal([
      ['Bo', 'Here, 4 seats left', true],
      ['Zoe', 'Here, 1 seat left · de, en', true],
      ['Full', 'Here, but full: no seat left', false],
      ['Away', 'Away: cannot receive now', false],
    ]);
  });

  it('are the other queues, with when they open', () => {
    const told = queueChoices(targets, 'main').map(({ standing, possible }) => [standing, possible]);
    expect(told).to.deep.equal([
      ['It came from here', false],
      ['Closed, opens Monday at 09:00', true],
      ['Closed', true],
    ]);
  });
});
