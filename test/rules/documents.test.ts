import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { inPackage } from '../../src/base/index.js';

const read = (name: string) => readFileSync(inPackage(name), 'utf8');
const documents = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'deploy/README.md'];

/** What stands between backticks and begins like a place of this project; secrets in `.env` are never in it. */
const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:src|dialogs|test|deploy|[.]ci)\/[^`\s*<]*)`/g)]
    .map(([, place = '']) => place)
    .filter((place) => !place.endsWith('/.env'));

describe('the documents', () => {
  for (const name of documents) {
    it(`${name} names places that exist`, () => {
      expect(placesIn(read(name)).filter((place) => !existsSync(inPackage(place)))).to.deep.equal([]);
    });
  }

  it('README.md is read in one go: 150 lines at most', () => {
    expect(read('README.md').trimEnd().split('\n').length).to.be.at.most(150);
  });

  it('SECURITY.md has a test for each threat, and each is a suite that checks something', () => {
    const rows = read('SECURITY.md')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2);
    expect(rows).to.have.length.above(20);
    for (const row of rows) {
      const tests = placesIn(row.split('|').at(-2) ?? '');
      expect(tests, row).not.to.deep.equal([]);
      for (const test of tests) {
        expect(test).to.match(/\.test\.ts$/);
        expect(read(test), test).to.include('expect(');
      }
    }
  });

  it('lie beside the sources, with nothing else at the top', () => {
    const files = readdirSync(inPackage()).filter(
      (name) => !name.startsWith('.') && statSync(inPackage(name)).isFile(),
    );
    const usual = ['LICENSE', 'eslint.config.js', 'package-lock.json', 'package.json', 'tsconfig.json'];
    expect(files.sort()).to.deep.equal([...documents.filter((name) => !name.includes('/')), ...usual].sort());
  });
});
