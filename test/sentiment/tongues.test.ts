/** Seven languages, angry and calm, written beside the words that are looked for: see `blind` for those that were not. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { checkPolicy, outcomeOf, replay } from '../../src/escalation/index.js';
import { shippedReader } from './shipped.js';

const reader = shippedReader();
const policy = checkPolicy(readTextFile(inPackage('dialogs', 'policy.yaml')));
if (policy.kind === 'broken') throw new Error(policy.problems.join('\n'));
const isCalled = (text: string): boolean => {
  const done = replay(policy.value, reader.read, { id: text, turns: [{ role: 'customer', text }] });
  return outcomeOf(done)?.action !== 'stay';
};

const rows = readFileSync(inPackage('test', 'sentiment', 'tongues.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((row) => {
    const [tongue = '', side = '', text = ''] = row.split('\t');
    return { tongue, side, text };
  });

const names = { de: 'German', fr: 'French', es: 'Spanish', it: 'Italian', nl: 'Dutch', pt: 'Portuguese', pl: 'Polish' };

describe('anger in other languages', () => {
  for (const [tongue, name] of Object.entries(names)) {
    const own = rows.filter((row) => row.tongue === tongue);
    const sideOf = (side: string) => own.filter((row) => row.side === side).map(({ text }) => text);

    it(`is offered a person in ${name}`, () => {
      expect(sideOf('hot').length).to.be.at.least(14);
      expect(sideOf('hot').filter((text) => !isCalled(text))).to.deep.equal([]);
    });

    it(`is not read into plain questions in ${name}`, () => {
      expect(sideOf('calm').length).to.be.at.least(19);
      expect(sideOf('calm').filter(isCalled)).to.deep.equal([]);
    });
  }

  it('names the language of a few angry words', () => {
    for (const [text, name] of [
      ['Inadmissible !!!', 'French'],
      ['Kpina!!!', 'Polish'],
      ['Che schifo', 'Italian'],
      ['die Nase gestrichen voll', 'German'],
      ['Esto es un asco', 'Spanish'],
      ['Waardeloos!', 'Dutch'],
      ['Palhaçada', 'Portuguese'],
    ] as const)
      expect(reader.read(text).evidence[0]?.text, text).to.equal(`written in ${name}`);
  });

  it('leaves English to English', () => {
    for (const text of ['horrible', 'the stove is a disaster', 'no drama please', 'my ramp is scandalous', 'stuff it'])
      expect(reader.read(text).evidence[0]?.text ?? '', text).not.to.match(/^written in/);
  });

  it('reads the same without accents', () => {
    for (const { text, side } of rows) {
      if (side !== 'hot') continue;
      const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('ß', 'ss');
      expect(isCalled(bare), bare).to.equal(true);
    }
  });
});
