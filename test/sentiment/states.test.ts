import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { inPackage } from '../../src/base/index.js';
import { shippedReader } from './shipped.js';

const rows = (name: string): readonly string[] =>
  readFileSync(inPackage('test', 'sentiment', 'states', `${name}.tsv`), 'utf8')
    .trimEnd()
    .split('\n');

/** Half of the cases were put aside before the first way was written, and no way was written for one of them. */
const isKept = (text: string): boolean =>
  createHash('sha256').update(`warmline 20261128 ${text}`).digest()[0]! % 2 === 1;

const grave = ['danger', 'self-harm', 'fraud'];
const states = [...grave, 'distress', 'urgency', 'vulnerability'];
const reader = shippedReader();
const statesOf = (text: string) => reader.read(text).evidence.filter(({ cue }) => states.includes(cue ?? ''));
const urgent = rows('urgent').map((row) => {
  const [state = '', text = ''] = row.split('\t');
  return { state, text };
});
const calm = rows('calm');
/** A calm opening, and behind it in the same breath a real danger; and as many in which nothing is behind it. */
const behind = rows('behind').map((row) => {
  const [state = '', text = ''] = row.split('\t');
  return { state, text };
});

describe('states beside frustration', () => {
  const told = ({ state, text }: { state: string; text: string }) => statesOf(text).some(({ cue }) => cue === state);

  it('has at least two hundred cases of each side', () => {
    expect([urgent.length >= 200, calm.length >= 200]).to.deep.equal([true, true]);
  });

  it('sees them in the half that ways were written for, but for one, and in 108 of 109 put aside', () => {
    const missed = urgent.filter((row) => !told(row));
    expect(missed.filter(({ text }) => !isKept(text)).map(({ text }) => text)).to.have.length.at.most(1);
    expect(missed.filter(({ text }) => isKept(text)).length).to.be.at.most(1);
  });

  it('stays calm at products, idioms, fiction, others, what might be and what is not so', () => {
    expect(calm.filter((text) => statesOf(text).length > 0)).to.deep.equal([]);
  });

  it('sees what is told behind a calm opening: all in the half that was looked at, and 41 of 42 put aside', () => {
    const real = behind.filter(({ state }) => state !== 'calm');
    expect(real.length).to.be.at.least(60);
    const missed = real.filter((row) => !told(row)).map(({ text }) => text);
    expect(missed.filter((text) => !isKept(text))).to.deep.equal([]);
    expect(missed.length).to.be.at.most(1);
  });

  it('stays calm where nothing is behind it: everywhere in the half that was looked at, and in 33 of 34 put aside', () => {
    const opposites = behind.filter(({ state }) => state === 'calm').map(({ text }) => text);
    expect(opposites.length).to.be.at.least(60);
    const called = opposites.filter((text) => statesOf(text).length > 0);
    expect(called.filter((text) => !isKept(text))).to.deep.equal([]);
    expect(called.length).to.be.at.most(1);
  });

  it('tells the place of what it saw, letter for letter', () => {
    for (const { text } of urgent) {
      for (const { text: quote, at = -1 } of statesOf(text)) expect(text.slice(at, at + quote.length)).to.equal(quote);
    }
  });

  it('says in which language it was told', () => {
    expect(reader.read('Mein Sohn hat eine Batterie verschluckt').tongue).to.equal('de');
    expect(reader.read('la lampe a pris feu').tongue).to.equal('fr');
    expect(reader.read('my lamp is on fire').tongue).to.equal('en');
    expect(reader.read('where is my parcel')).not.to.have.property('tongue');
  });

  it('moves no frustration by it', () => {
    for (const { text } of urgent) {
      for (const { share } of statesOf(text)) expect(share).to.equal(0);
    }
  });
});
