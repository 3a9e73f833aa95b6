import { expect } from 'chai';
import fc from 'fast-check';
import { spans } from '../../src/effort/index.js';
import type { Entry } from '../../src/conversation/index.js';
import { anEntry } from '../support/mind.js';

const stints = ['bot', 'queue', 'agent', 'customer'] as const;

describe('stints', () => {
  it('never overlap, leave no gap and add up to the life of the episode', () => {
    const steps = fc.array(
      fc.record({ stint: fc.constantFrom(...stints), after: fc.integer({ min: 0, max: 10_000 }) }),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(steps, (list) => {
        let at = 1_000_000;
        const entries: Entry[] = [anEntry({ seq: 1, at, stint: 'none' })];
        for (const [index, { stint, after }] of list.entries()) {
          at += after;
          entries.push(anEntry({ seq: index + 2, at, stint }));
        }
        entries.push(anEntry({ seq: list.length + 2, at: at + 7, stint: 'closed' }));
        const found = spans(entries, 1);
        for (const [index, span] of found.entries()) {
          expect(span.to).to.be.greaterThan(span.from);
          if (index > 0) expect(span.from).to.equal(found[index - 1]?.to);
        }
        const life = found.reduce((sum, span) => sum + ((span.to ?? 0) - span.from), 0);
        expect(life).to.equal(at + 7 - 1_000_000);
      }),
    );
  });

  it('begin with the assistant owing an answer, and leave the running one open', () => {
    const entries = [anEntry({ seq: 4, at: 10, stint: 'none' }), anEntry({ seq: 5, at: 30, stint: 'customer' })];
    expect(spans(entries, 4)).to.deep.equal([
      { kind: 'bot', from: 10, to: 30 },
      { kind: 'customer', from: 30 },
    ]);
  });

  it('go on where it was reopened, and the time between was the customer’s; another episode is none of theirs', () => {
    const first = [
      anEntry({ seq: 1, at: 0 }),
      anEntry({ seq: 2, at: 5, stint: 'closed', mark: 'closed' }),
      anEntry({ seq: 3, at: 6, stint: 'none' }),
    ];
    const reopened = anEntry({ seq: 4, at: 9, stint: 'agent', mark: 'reopened' });
    const again = [...first, reopened, anEntry({ seq: 5, at: 20, stint: 'closed', mark: 'closed' })];
    expect(spans(again, 1)).to.deep.equal([
      { kind: 'bot', from: 0, to: 5 },
      { kind: 'customer', from: 5, to: 9 },
      { kind: 'agent', from: 9, to: 20 },
    ]);
    const next = [anEntry({ seq: 4, at: 8, stint: 'none' }), anEntry({ seq: 5, at: 9, stint: 'closed' })];
    const others = [...first, ...next, { ...reopened, seq: 6, at: 10 }];
    expect(spans(others, 1)).to.deep.equal([{ kind: 'bot', from: 0, to: 5 }]);
    expect(spans(others, 4).map(({ kind }) => kind)).to.deep.equal(['bot', 'customer', 'agent']);
  });

  it('end with the episode, whatever is said afterwards', () => {
    const entries = [
      anEntry({ seq: 1, at: 0 }),
      anEntry({ seq: 2, at: 5, stint: 'closed' }),
      anEntry({ seq: 3, at: 9, stint: 'none' }),
    ];
    expect(spans(entries, 1)).to.deep.equal([{ kind: 'bot', from: 0, to: 5 }]);
  });

  it('of an episode know nothing of what was before it, and pass over what is nobody’s time', () => {
    const entries = [
      anEntry({ seq: 1, at: 0, stint: 'bot' }),
      anEntry({ seq: 2, at: 5, stint: 'agent' }),
      anEntry({ seq: 3, at: 10, stint: 'none' }),
      anEntry({ seq: 4, at: 20, stint: 'none' }),
      anEntry({ seq: 5, at: 30, stint: 'queue' }),
      anEntry({ seq: 6, at: 40, stint: 'queue' }),
    ];
    expect(spans(entries, 3)).to.deep.equal([
      { kind: 'bot', from: 10, to: 30 },
      { kind: 'queue', from: 30 },
    ]);
    expect(spans(entries, 7)).to.deep.equal([]);
  });

  it('run on when who has the word says more', () => {
    const entries = [3, 9, 12].map((at, i) => anEntry({ seq: i + 1, at, stint: i === 0 ? 'none' : 'bot' }));
    expect(spans([...entries, anEntry({ seq: 4, at: 20, stint: 'closed' })], 1)).to.deep.equal([
      { kind: 'bot', from: 3, to: 20 },
    ]);
  });
});
