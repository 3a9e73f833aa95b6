/** No pattern takes longer than its text is long: each is pumped with texts made to make it backtrack. */
import { expect } from 'chai';
import { catchMade, readSources } from './patterns.js';
import { type Pattern, pumpAll, tooSteep } from './pump.js';

const placed = (source: string, flags = ''): Pattern => ({ source, flags, at: 'planted' });
const told = (verdicts: Awaited<ReturnType<typeof pumpAll>>): string =>
  verdicts
    .filter(tooSteep)
    .map(({ at, source, ...found }) => `${at} /${source.slice(0, 80)}/ ${JSON.stringify(found)}`)
    .join('\n');
/** `src/a/file.ts:3` and `src/a/file.js:9:4` → `src/a/file`. */
const fileOf = (at: string): string => at.replace(/\.\w+:[\d:]+$/, '');

describe('the patterns of the house', function () {
  this.timeout(300_000);

  it('are all known: written out, or caught when they are made', async () => {
    const { makers } = readSources();
    const places = new Set((await catchMade()).map(({ at }) => at));
    expect([...places].map(fileOf).sort()).to.deep.equal(makers.map(fileOf).sort());
  });

  it('grow no faster than their text', async () => {
    const { written } = readSources();
    const made = await catchMade();
    const verdicts = await pumpAll([...written, ...made]);
    const attacks = verdicts.reduce((sum, one) => sum + ('attacks' in one ? one.attacks : 0), 0);
    console.log(`      ${written.length} written and ${made.length} made patterns, ${attacks} attacks`);
    expect(told(verdicts)).to.equal('');
  });

  it('would be told if they did', async () => {
    const slow = [
      '[.!?]+$',
      '\\b\\p{L}+ vez que|x',
      '(?:a+)+$',
      '=\\s*(.+?)\\s*;',
      '^\\d+\\.?\\d*$',
      '\\[([^\\]]+)\\]',
    ];
    const verdicts = await pumpAll(slow.map((source) => placed(source, 'iu')));
    expect(verdicts.filter((one) => !tooSteep(one)).map(({ source }) => source)).to.deep.equal([]);
  });

  it('are not told for being long', async () => {
    const fine = [
      '[.!?]$',
      `\\b(?:${Array.from({ length: 400 }, (_, n) => `word${n}`).join('|')})`,
      'a.{0,40}b',
      '^\\s*\\S+$',
    ];
    const verdicts = await pumpAll(fine.map((source) => placed(source)));
    expect(told(verdicts)).to.equal('');
  });
});
