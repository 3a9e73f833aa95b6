/** A case that fails beside others has its file run once more; one that fails again has failed, and nothing is counted twice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Result, runCrowded } from './mocha.js';

const suites = {
  passes: `it('passes', () => {}); it.skip('waits', () => {});`,
  fails: `it('fails', () => { throw new Error('always'); }); it('passes beside it', () => {});`,
  once: `
    const marker = __filename + '.seen';
    const seen = require('node:fs').existsSync(marker);
    require('node:fs').writeFileSync(marker, '');
    it('fails once', () => { if (!seen) throw new Error('held up'); });
    it('passes, too', () => {});`,
};

describe('suites side by side', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'suites-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = async (...names: readonly (keyof typeof suites)[]) => {
    const written: string[] = [];
    const files = names.map((name, place) => join(folder, `${place}-${name}.cjs`));
    for (const [place, name] of names.entries()) writeFileSync(files[place] ?? '', suites[name]);
    const results = await runCrowded(files, { jobs: 2, write: (line) => void written.push(line) });
    const titles = (state: Result['state']) =>
      results.filter((result) => result.state === state).map(({ titlePath }) => titlePath().join(' '));
    return {
      written: written.join(''),
      passed: titles('passed').sort(),
      failed: titles('failed'),
      skipped: titles('skipped'),
    };
  };

  it('run once when all is well', async () => {
    expect(await run('passes')).to.deep.equal({ written: '', passed: ['passes'], failed: [], skipped: ['waits'] });
  });

  it('run alone once more where one failed, which is written with its reason', async () => {
    const { written, ...rest } = await run('passes', 'once');
    expect(rest).to.deep.equal({ passed: ['fails once', 'passes', 'passes, too'], failed: [], skipped: ['waits'] });
    expect(written).to.contain('fails once').and.to.contain('held up');
  });

  it('fail where the second run fails, too', async () => {
    const { passed, failed } = await run('fails', 'passes');
    expect({ passed, failed }).to.deep.equal({ passed: ['passes', 'passes beside it'], failed: ['fails'] });
  });

  it('do not run again where many fail', async () => {
    expect(await run('fails', 'fails', 'once', 'fails')).to.deep.include({
      written: '',
      passed: Array.from({ length: 4 }, (_, k) => (k < 3 ? 'passes beside it' : 'passes, too')),
    });
  });
});
