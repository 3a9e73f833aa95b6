/** The open conversation: entries by number, the outbox, and who holds it. */
import { expect } from 'chai';
import fc from 'fast-check';
import * as talks from '../../../src/web/desk/talk.js';
import { bens, entry, mine, row, view } from './rows.js';

const opened = talks.loaded(talks.openTalk('a'), view(mine('a'), [entry(1), entry(2, 'assistant'), entry(3)]), 'ana');
const message = { id: 'm1', text: 'On it', note: false, at: 9000 };

describe('the entries of a conversation', () => {
  it('come out in order and once, however they came in', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 30 }))), (batches) => {
        const merged = batches.reduce<readonly ReturnType<typeof entry>[]>(
          (held, seqs) =>
            talks.merge(
              held,
              seqs.map((seq) => entry(seq)),
            ),
          [],
        );
        expect(merged.map(({ seq }) => seq)).to.deep.equal([...new Set(batches.flat())].sort((a, b) => a - b));
      }),
    );
  });

  it('keep the last number, to go on from there', () => {
    expect(talks.lastSeq(opened)).to.equal(3);
    expect(talks.lastSeq(talks.openTalk('a'))).to.equal(0);
  });
});

describe('who holds it', () => {
  const cases = [
    { ticket: row('a'), holder: 'line' },
    { ticket: mine('a'), holder: 'mine' },
    { ticket: bens('a'), holder: 'other', by: 'Ben' },
  ] as const;
  for (const { ticket, holder, ...by } of cases) {
    it(`is ${holder} for a ticket that is ${ticket.state}${ticket.agent ? ` to ${ticket.agent}` : ''}`, () => {
      expect(talks.loaded(talks.openTalk('a'), view(ticket, []), 'ana')).to.include({ holder, ...by });
    });
  }

  it('follows the row, but not an older copy of it', () => {
    const taken = talks.rowChanged(opened, bens('a', { seq: 5, epoch: 2 }), 'ana');
    expect(taken).to.include({ holder: 'other', by: 'Ben' });
    expect(talks.rowChanged(taken, mine('a', { seq: 4 }), 'ana')).to.equal(taken);
    const back = talks.rowChanged(taken, row('a', { seq: 6, epoch: 3 }), 'ana');
    expect(back.holder).to.equal('line');
    expect(back).to.not.have.property('by');
  });

  it('is nobody after it ended, and another after a refused write', () => {
    expect(talks.ended(opened, 'a').holder).to.equal('nobody');
    expect(talks.ended(opened, 'b').holder).to.equal('mine');
    expect(talks.lost(opened, 'Ben')).to.include({ holder: 'other', by: 'Ben' });
    expect(talks.lost(opened, undefined).holder).to.equal('nobody');
  });
});

describe('the outbox', () => {
  it('holds a message until the transcript has it', () => {
    const sent = talks.said(talks.sending(opened, message), 'm1', 4);
    expect(sent.outbox).to.have.length(1);
    expect(talks.grew(sent, [entry(4, 'agent', 'On it')]).outbox).to.be.empty;
  });

  it('lets go at once when the entry came before the answer', () => {
    const shown = talks.grew(talks.sending(opened, message), [entry(4, 'agent', 'On it')]);
    expect(talks.shownOutbox(shown)).to.be.empty;
    expect(talks.said(shown, 'm1', 4).outbox).to.be.empty;
  });

  it('does not take an equal earlier message for the new one', () => {
    const before = talks.grew(opened, [entry(4, 'agent', 'On it')]);
    expect(talks.shownOutbox(talks.sending(before, message))).to.have.length(1);
  });

  it('shows both of two equal messages until both are there', () => {
    const two = talks.sending(talks.sending(opened, message), { ...message, id: 'm2' });
    expect(talks.shownOutbox(talks.grew(two, [entry(4, 'agent', 'On it')]))).to.have.length(1);
  });

  it('keeps what failed, and sends it again under the same id', () => {
    const failed = talks.unsent(talks.sending(opened, message), 'm1');
    expect(failed.outbox.map(({ state }) => state)).to.deep.equal(['failed']);
    const again = talks.sending(failed, message);
    expect(again.outbox.map(({ id, state }) => `${id} ${state}`)).to.deep.equal(['m1 sending']);
    expect(talks.takenBack(again, 'm1').outbox).to.be.empty;
  });
});

describe('an answer owed', () => {
  it('is owed when the server says so', () => {
    const by = (owed?: true) => talks.rowChanged(opened, mine('a', { epoch: 2, ...(owed && { owed }) }), 'ana');
    expect(talks.owesAnswer(by(true))).to.equal(true);
    expect(talks.owesAnswer(by())).to.equal(false);
  });

  it('is not owed while an answer is on its way', () => {
    const owing = talks.rowChanged(opened, mine('a', { epoch: 2, owed: true }), 'ana');
    expect(talks.owesAnswer(talks.sending(owing, message))).to.equal(false);
    expect(talks.owesAnswer(talks.sending(owing, { ...message, note: true }))).to.equal(true);
  });
});
