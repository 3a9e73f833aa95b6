/** What was learnt and kept is what would be learnt again, bit for bit, or it is learnt again. */
import { expect } from 'chai';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Cache, createCache, inPackage, readFolder, type TextFile } from '../../src/base/index.js';
import { learnFiles } from '../../src/faq/index.js';
import { createScholar } from '../../src/study.js';

const shop = readFolder(inPackage('dialogs', 'faq'), ['.yaml']);
const small = shop.filter(({ name }) => name === 'delivery.yaml');

/** A cache that tells what was found in it. */
function observed(cache: Cache) {
  const found: boolean[] = [];
  const read: Cache['read'] = (...asked) => {
    const value = cache.read(...asked);
    found.push(value !== undefined);
    return value;
  };
  return { found, cache: { ...cache, read } };
}

describe('what is learnt of a knowledge base', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'warmline-study-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const begin = (code = 'this code') => {
    const { found, cache } = observed(createCache(folder));
    return { found, scholar: createScholar(cache, code) };
  };
  /** Every number of it, to the last bit; told as yes or no, because nobody can read a million of them. */
  const isAnew = (learnt: unknown, files: readonly TextFile[]) => isDeepStrictEqual(learnt, learnFiles(files));

  it("is the same from the file as from the shop's own base, bit for bit", () => {
    const [first, second] = [begin(), begin()];
    expect(isAnew(first.scholar.learnNow(shop), shop)).to.equal(true);
    expect(isAnew(second.scholar.learnNow(shop), shop)).to.equal(true);
    expect([first.found, second.found]).to.deep.equal([[false], [true]]);
  });

  it('is the same from another thread, and kept by it for the next start', async () => {
    const [first, second] = [begin(), begin()];
    expect(isAnew(await first.scholar.learn(small), small)).to.equal(true);
    expect(isAnew(second.scholar.learnNow(small), small)).to.equal(true);
    expect(second.found).to.deep.equal([true]);
  });

  it('is learnt again when a file or the code is another one', () => {
    begin().scholar.learnNow(small);
    const changed = small.map(({ name, text }) => ({ name, text: text.replace('delivery', 'shipping') }));
    const [other, later] = [begin(), begin('newer code')];
    expect(isAnew(other.scholar.learnNow(changed), changed)).to.equal(true);
    later.scholar.learnNow(small);
    expect([other.found, later.found]).to.deep.equal([[false], [false]]);
  });

  it('is not kept when nobody knows what the code is', () => {
    begin('').scholar.learnNow(small);
    expect(readdirSync(folder)).to.have.length(0);
  });

  for (const [what, damage] of [
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['changed', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 5000 ? byte ^ 1 : byte)))],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('{"kind":"ok"}'.repeat(20))],
  ] as const) {
    it(`is learnt again, and kept again, when the file is ${what}`, () => {
      begin().scholar.learnNow(small);
      const path = join(folder, readdirSync(folder)[0] ?? '');
      writeFileSync(path, damage(readFileSync(path)));
      const [second, third] = [begin(), begin()];
      expect(isAnew(second.scholar.learnNow(small), small)).to.equal(true);
      third.scholar.learnNow(small);
      expect([second.found, third.found]).to.deep.equal([[false], [true]]);
    });
  }

  it('is told, and not kept, when it is broken', async () => {
    const broken = [{ name: 'faq.yaml', text: 'entries: []' }];
    const { scholar } = begin();
    expect(scholar.learnNow(broken).kind).to.equal('broken');
    expect((await scholar.learn(broken)).kind).to.equal('broken');
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it('needs no folder that can be written', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const scholar = createScholar(createCache(join(file, 'cache')), 'this code');
    expect(isAnew(scholar.learnNow(small), small)).to.equal(true);
  });

  it('is forgotten after four states, so that the folder stays small', () => {
    const { scholar } = begin();
    for (const n of [1, 2, 3, 4, 5, 6])
      scholar.learnNow(small.map(({ name, text }) => ({ name, text: `${text}\n# ${n}` })));
    expect(readdirSync(folder)).to.have.length(4);
  });
});
