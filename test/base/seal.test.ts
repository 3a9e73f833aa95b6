/** A seal opens with its own secret, for what it is about, as it was made: and for nothing else. */
import { expect } from 'chai';
import fc from 'fast-check';
import { createSealer } from '../../src/base/index.js';

const [first, second, third] = ['first', 'second', 'third'].map((name) =>
  `${name} secret of the tests`.padEnd(40, 'x'),
);
const one = createSealer([first!]);

describe('a seal', () => {
  it('gives back every text, and has none of it in the clear', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (content, about) => {
        const whole = content.toWellFormed();
        expect(one.open(one.seal(whole, about), about)).to.equal(whole);
      }),
    );
    const seal = one.seal('4242 4242 4242 4242', 'here');
    const bytes = Buffer.from(seal.box, 'base64url').toString('latin1');
    expect(`${JSON.stringify(seal)} ${bytes}`).to.not.include('4242');
  });

  it('is another one each time', () => {
    const seals = Array.from({ length: 100 }, () => one.seal('the same', 'here'));
    expect(new Set(seals.map(({ mark }) => mark)).size).to.equal(100);
    expect(new Set(seals.map(({ box }) => box)).size).to.equal(100);
  });

  it('opens after its secret was put behind a new one, and not when that is gone', () => {
    const seal = one.seal('what was hidden', 'here');
    expect(createSealer([second!, first!]).open(seal, 'here')).to.equal('what was hidden');
    expect(createSealer([second!, third!]).open(seal, 'here')).to.equal(undefined);
    expect(one.open(createSealer([second!, first!]).seal('of the new one', 'here'), 'here')).to.equal(undefined);
  });

  it('opens nowhere else, with no other mark, and in no bit changed', () => {
    const seal = one.seal('what was hidden', 'here');
    const other = one.seal('what was hidden', 'here');
    expect(one.open(seal, 'there')).to.equal(undefined);
    expect(one.open({ ...seal, mark: other.mark }, 'here')).to.equal(undefined);
    const bytes = Buffer.from(seal.box, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(one.open({ ...seal, box: changed.toString('base64url') }, 'here'), String(bit)).to.equal(undefined);
    }
    for (let length = 0; length < bytes.length; length += 1) {
      const short = bytes.subarray(0, length).toString('base64url');
      expect(one.open({ ...seal, box: short }, 'here'), String(length)).to.equal(undefined);
    }
  });

  it('does not open, and does not fail, for anything at all', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (mark, box, about) => {
        expect(one.open({ mark, box }, about)).to.equal(undefined);
      }),
    );
  });
});
