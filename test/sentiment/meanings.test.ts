/**
 * A word means what it stands in: negated praise, names, what is quoted, whom it is said of, what follows a "but". Each kind
 * has its opposites. A second table was written when the first was done, and scored once: nothing was written for it.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { inPackage } from '../../src/base/index.js';
import { shippedReader } from './shipped.js';

interface Row {
  readonly kind: string;
  readonly side: string;
  readonly text: string;
}
const rows = (name: string): readonly Row[] =>
  readFileSync(inPackage('test', 'sentiment', `${name}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((row) => {
      const [kind = '', side = '', text = ''] = row.split('\t');
      return { kind, side, text };
    });

const reader = shippedReader();
const felt = (text: string) => reader.read(text).frustration;
const has = (text: string, cue: string) => reader.read(text).evidence.some((one) => one.cue === cue);

const cueOf: Readonly<Record<string, string>> = { person: 'asks-person', agree: 'sarcasm' };

/** `hot` is frustrated and `calm` is not; `yes` has the cue of its kind and `no` has not. */
function holds({ kind, side, text }: Row): boolean {
  if (side === 'hot' || side === 'calm') return felt(text) >= 0.5 === (side === 'hot');
  return has(text, cueOf[kind] ?? 'threat') === (side === 'yes');
}

const kinds = ['negation', 'name', 'but', 'self', 'quote', 'person', 'threat', 'agree', 'look'];
const known = rows('meanings');

describe('a word means what it stands in', () => {
  for (const kind of kinds) {
    it(`is read so, and its opposite so: ${kind}`, () => {
      const own = known.filter((row) => row.kind === kind);
      expect(own.length).to.be.at.least(16);
      expect(own.filter((row) => !holds(row)).map(({ text }) => text)).to.deep.equal([]);
    });
  }

  it('is read so in at least 83 of 104 others, as when they were scored first', () => {
    const others = rows('meanings-kept');
    expect(others).to.have.length(104);
    expect(others.filter(holds).length).to.be.at.least(83);
    const calmOnes = others.filter(({ side }) => side === 'calm' || side === 'no');
    expect(calmOnes.filter((row) => !holds(row)).length).to.be.at.most(2);
  });

  it('is no calmer for letters that are held', () => {
    const words = [
      ...['terrible', 'awful', 'useless', 'horrible', 'ridiculous', 'bad', 'annoying', 'disappointed', 'rubbish'],
      ...['pathetic', 'angry', 'stupid', 'worst', 'hate', 'disgusting', 'furious', 'unacceptable', 'garbage'],
    ];
    const sentences = ['%', 'this is %', 'your service is % and I am fed up', '%, answer me'];
    const cases = fc.record({
      word: fc.constantFrom(...words),
      sentence: fc.constantFrom(...sentences),
      at: fc.nat(11),
      more: fc.integer({ min: 3, max: 12 }),
    });
    fc.assert(
      fc.property(cases, ({ word, sentence, at, more }) => {
        const place = at % word.length;
        // what is double is held as a double letter
        if (word[place] === word[place + 1] || word[place] === word[place - 1]) return;
        const held = word.slice(0, place) + (word[place] ?? '').repeat(more) + word.slice(place + 1);
        expect(felt(sentence.replace('%', held)), held).to.be.at.least(felt(sentence.replace('%', word)) - 0.02);
      }),
    );
  });
});
