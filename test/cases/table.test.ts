/** Keeps the table of README.md true: every case is in it, and every test it names is there. */
import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { inPackage } from '../../src/base/index.js';

const here = inPackage('test', 'cases');
const read = (file: string) => readFileSync(inPackage(...file.split('/')), 'utf8');
const rows = [...read('test/cases/README.md').matchAll(/^\| (\d+) +\| (\S+) +\| ([^|\n]+) \|$/gm)].map(
  ([, number, file = '', title = '']) => ({ number: Number(number), file, title: title.trim() }),
);
const titles = (file: string): readonly string[] =>
  [...read(file).matchAll(/\b(?:it|onEveryChannel)\(\s*'([^']*)'/g)].map(([, title = '']) => title);

describe('the table of the cases', () => {
  it('has every case from 1 to 43, and no other', () => {
    const all = Array.from({ length: 43 }, (_, index) => index + 1);
    expect([...new Set(rows.map(({ number }) => number))]).to.deep.equal(all);
  });

  it('names only tests that exist, in the file that it says', () => {
    const missing = rows.filter(({ file, title }) => !titles(file).includes(title));
    expect(missing).to.deep.equal([]);
  });

  it('has every test of this folder, under its own number', () => {
    const files = readdirSync(here).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    for (const file of files.map((name) => `test/cases/${name}`)) {
      for (const title of titles(file)) {
        expect(rows, title).to.deep.include({ number: Number(title.split(':')[0]), file, title });
      }
    }
  });
});
