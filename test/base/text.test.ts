import { expect } from 'chai';
import fc from 'fast-check';
import { mostThought, thinkable, withoutEnd } from '../../src/base/index.js';

const any = fc.string({ unit: 'grapheme', maxLength: 3 * mostThought, size: 'max' });

describe('what is thought about', () => {
  it('is a text itself, or its beginning and its end', () => {
    fc.assert(
      fc.property(any, (text) => {
        const cut = thinkable(text);
        expect(cut.length).to.be.at.most(mostThought);
        expect(thinkable(cut)).to.equal(cut);
        if (text.length <= mostThought) expect(cut).to.equal(text);
        else expect([text.startsWith(cut.slice(0, 1900)), text.endsWith(cut.slice(-1900))]).to.deep.equal([true, true]);
        expect(cut.isWellFormed() || !text.isWellFormed()).to.equal(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('withoutEnd', () => {
  it('takes the signs off the end, and nothing else', () => {
    expect(withoutEnd('a.b?!.', '.!?')).to.equal('a.b');
    expect(withoutEnd('...', '.')).to.equal('');
    expect(withoutEnd('', '.')).to.equal('');
  });
});
