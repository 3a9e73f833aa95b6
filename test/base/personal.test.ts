/** What is personal in a text, and what only looks like it. */
import { expect } from 'chai';
import fc from 'fast-check';
import { opposites, tables } from './personal-cases.js';
import { findPersonal, maskPersonal, type PersonalKind, personalKinds } from '../../src/base/index.js';

describe('what is personal in a text', () => {
  for (const kind of personalKinds) {
    it(`${kind}: found in ${tables[kind].length} texts as it is written, and masked so that it still means something`, () => {
      for (const [text, masked] of tables[kind]) {
        expect(maskPersonal(text).text, text).to.equal(masked);
        expect(new Set(findPersonal(text).map((one) => one.kind)), text).to.deep.equal(new Set([kind]));
      }
    });
  }

  it(`nothing in ${opposites.length} texts that only look like it`, () => {
    const taken = opposites.filter((text) => maskPersonal(text).text !== text);
    expect(taken).to.deep.equal([]);
  });

  it('only of the kinds that are asked for', () => {
    const text = 'bob@example.com, +49 171 1234567, 4242 4242 4242 4242, pin: 1234';
    expect(maskPersonal(text, ['card', 'password']).text).to.equal(
      'bob@example.com, +49 171 1234567, [card ending 4242], pin: [password]',
    );
    expect(maskPersonal(text, ['email']).kinds).to.deep.equal(['email']);
    expect(maskPersonal(text, []).text).to.equal(text);
  });

  const pieces = [
    ...Object.values(tables)
      .flat()
      .map(([text]) => text),
    ...opposites,
  ];
  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom(...pieces),
        fc.string({ maxLength: 12 }),
        fc.constantFrom(' ', '', '-', ': ', '\n', 'a', '7'),
      ),
      {
        maxLength: 7,
      },
    )
    .map((all) => all.join(''));
  const subsets = fc.subarray<PersonalKind>([...personalKinds]);

  it('is masked once: masking again changes nothing', () => {
    fc.assert(
      fc.property(texts, subsets, (text, kinds) => {
        const { text: once } = maskPersonal(text, kinds);
        expect(maskPersonal(once, kinds).text).to.equal(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('never takes an id that a machine made', () => {
    for (const text of Array.from({ length: 60_000 }, () => crypto.randomUUID())) {
      expect(findPersonal(`conversation ${text}`), text).to.deep.equal([]);
    }
  });

  it('and every place of what stays is known', () => {
    fc.assert(
      fc.property(texts, subsets, (text, kinds) => {
        const { text: masked, placeOf } = maskPersonal(text, kinds);
        const hidden = findPersonal(text).filter(({ kind }) => kinds.includes(kind));
        for (let at = 0; at < text.length; at += 1) {
          const inside = hidden.find((one) => at >= one.at && at < one.end);
          if (inside === undefined) expect(masked.charAt(placeOf(at))).to.equal(text.charAt(at));
          else expect(masked.slice(placeOf(at), placeOf(at + 1, true))).to.match(/^\[.+\]$/);
        }
        expect(placeOf(text.length, true)).to.equal(masked.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('costs no more than the text is long', () => {
    const pumps =
      '4|4 |4242 |42-|0|01 |0171 |+|(0|@|a@|a@b.|DE89|DE89 3|password |password is |pin: |://a:|[card ending |%40|٤|call me |call 1 '.split(
        '|',
      );
    const took = pumps.map((pump) => {
      const text = pump.repeat(Math.ceil(20_000 / pump.length));
      const runs = [1, 2, 3, 4, 5].map(() => {
        const began = performance.now();
        maskPersonal(text);
        return performance.now() - began;
      });
      return { pump, ms: Math.min(...runs) }; // what else runs here is not its cost
    });
    const slowest = took.toSorted((one, other) => other.ms - one.ms);
    expect(slowest[0]?.ms).to.be.below(250);
  });
});
