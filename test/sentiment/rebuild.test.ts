/** The same rows must give the same weights, byte for byte; with the data at hand, the shipped ones. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkYaml, inPackage, readTextFile } from '../../src/base/index.js';
import { feelingCommand } from '../../src/cli/feeling.js';
import { ownSentences, packModel, shippedModel } from '../../src/sentiment/index.js';

describe('building the weights', () => {
  it('gives the same bytes for the same sentences', () => {
    const own = checkYaml(readTextFile(inPackage('src', 'sentiment', 'training', 'own.yaml')), ownSentences);
    if (own.kind === 'broken') throw new Error(own.problems.join());
    const few = Object.entries(own.value.value.kinds).map(
      ([name, kind]) => [name, { ...kind, sentences: kind.sentences.slice(0, 3) }] as const,
    );
    const sources = {
      own: { ...own.value.value, kinds: Object.fromEntries(few) },
      emotional: [
        { text: 'what a rotten day', mood: 'frustrated' },
        { text: 'a lovely walk', mood: 'positive' },
      ],
      valued: { tweets: [{ text: 'so glad', valence: 3 }], reviews: [{ text: 'a bore', valence: -2 }] },
    } as const;
    const [one, two] = [packModel(shippedModel(sources)), packModel(shippedModel(sources))];
    expect(Buffer.compare(one, two)).to.equal(0);
  });

  it('gives the shipped weights again, where FEELING_DATA says where the open sets are', async function () {
    const data = process.env['FEELING_DATA'];
    if (data === undefined) return this.skip();
    this.timeout(600_000);
    const folder = mkdtempSync(join(tmpdir(), 'feeling-'));
    const out = join(folder, 'weights.bin');
    await feelingCommand(['build', data, '--out', out], { out: () => undefined, err: () => undefined });
    const shipped = readFileSync(inPackage('src', 'sentiment', 'weights.bin'));
    expect(Buffer.compare(readFileSync(out), shipped)).to.equal(0);
    rmSync(folder, { recursive: true });
  });
});
