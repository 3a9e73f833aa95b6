import { expect } from 'chai';
import fc from 'fast-check';
import { createConcepts, createSpeller, createStemmer, editDistance, lexisOf } from '../../src/language/index.js';

describe('editDistance', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['kettle', 'kettle', 0],
    ['kettle', 'ketle', 1],
    ['kettle', 'kettles', 1],
    ['kettle', 'kettel', 1],
    ['kettle', 'kittle', 1],
    ['kettle', 'kitles', 3],
    ['', 'abc', 3],
  ];
  for (const [one, other, edits] of cases) {
    it(`counts ${edits} from "${one}" to "${other}"`, () => {
      expect(editDistance(one, other, 5)).to.equal(edits);
    });
  }

  it('is the same both ways and never less than the difference in length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const edits = editDistance(one, other, 20);
        expect(edits).to.equal(editDistance(other, one, 20));
        expect(edits).to.be.at.least(Math.abs(one.length - other.length));
        expect(edits).to.be.at.most(Math.max(one.length, other.length));
      }),
    );
  });

  it('stops counting one above the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, max) => {
        expect(editDistance(one, other, max)).to.equal(Math.min(editDistance(one, other, 20), max + 1));
      }),
    );
  });
});

describe('createSpeller', () => {
  const mend = createSpeller(
    new Map([
      ['kettle', 3],
      ['delivery', 5],
      ['return', 9],
      ['returns', 2],
      ['lamp', 4],
    ]),
  );
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['kettel', 'kettle'],
    ['delivrey', 'delivery'],
    ['delviery', 'delivery'],
    ['deliveri', 'delivery'],
    ['retrun', 'return'],
    ['kettle', undefined],
    ['cat', undefined],
    ['battle', undefined],
    ['x'.repeat(31), undefined],
  ];
  for (const [word, known] of cases) {
    it(known === undefined ? `leaves "${word.slice(0, 10)}" alone` : `mends "${word}" to "${known}"`, () => {
      expect(mend(word)).to.equal(known);
    });
  }

  it('takes the more frequent of two that are as near', () => {
    const speller = createSpeller(
      new Map([
        ['booking', 1],
        ['booting', 5],
      ]),
    );
    expect(speller('booxing')).to.equal('booting');
  });

  it('answers the same the second time', () => {
    expect([mend('kettel'), mend('kettel')]).to.deep.equal(['kettle', 'kettle']);
  });
});

describe('createConcepts', () => {
  const stem = createStemmer();
  const conceptsOf = createConcepts(stem, lexisOf('en').ideas);
  const shared = (one: string, other: string): boolean =>
    conceptsOf(stem(one)).some((idea) => conceptsOf(stem(other)).includes(idea));

  for (const [one, other] of [
    ['order', 'purchased'],
    ['refunds', 'reimbursed'],
    ['cancelling', 'stop'],
    ['quickly', 'fast'],
    ['couch', 'sofas'],
  ] as const) {
    it(`takes "${one}" and "${other}" for the same idea`, () => {
      expect(shared(one, other)).to.equal(true);
    });
  }

  it('knows no idea behind a word of its own', () => {
    expect(conceptsOf(stem('harbour'))).to.deep.equal([]);
  });
});
