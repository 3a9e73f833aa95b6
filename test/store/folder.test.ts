/** A data folder that cannot be used is told of in words, with what to do; never with a stack. */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage } from '../../src/base/index.js';
import { refused } from '../support/refused.js';

describe('a start on a data folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'warmline-folder-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('that is below a file', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await refused(
      { DATA_DIR: join(file, 'data') },
      /data folder .* cannot be written\. Set DATA_DIR to a folder that can\. \(ENOTDIR.*\)/,
    );
  });

  it('where the system makes none', async () => {
    await refused(
      { DATA_DIR: '/proc/warmline/data' },
      /data folder .* cannot be written\. Set DATA_DIR .*\(ENOENT.*\)/,
    );
  });

  it('on a disk that is full', function () {
    if (spawnSync('prlimit', ['--version']).status !== 0) return this.skip();
    const start = `import { startEmbedded } from '${inPackage('dist', 'src', 'store', 'local.js')}';
      await startEmbedded({ folder: '${folder}', sync: 'always', join: false }).catch((fault) => console.log(fault.message));`;
    const args = ['--fsize=0:unlimited', process.execPath, '--input-type=module', '-e', start];
    const { stdout } = spawnSync('prlimit', args, { encoding: 'utf8' });
    expect(stdout).to.match(/data folder .* cannot be written\. Its disk is full: .* \(EFBIG.*\)/);
  });
}).timeout(30_000);
