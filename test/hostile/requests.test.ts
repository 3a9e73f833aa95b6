/** Generated requests over all doors: none breaks the server, none hangs, and it keeps nothing of them. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../src/app.js';
import { randomIds, readConfig, systemClock } from '../../src/base/index.js';
import { doorsOf } from '../fuzz/doors.js';
import { fuzz, type Report, settings } from '../fuzz/run.js';
import { hookSecret } from '../support/hook.js';
import { knowledge } from '../support/mind.js';
import { quiet } from '../support/stores.js';

/** As many as a quiet minute takes; `npm run fuzz` sends more. */
const count = 20_000;
/** Megabytes that conversations which were begun may take, and what V8 has not given back yet. */
const mostGrowth = 120;

describe('generated requests', function () {
  this.timeout(300_000);
  let report: Report;
  before(async () => (report = await fuzz(count, 20_261_128)));

  it('are all answered, none with a fault of ours', () => {
    expect(report.broken).to.deep.equal([]);
    expect(report.hung).to.deep.equal([]);
    expect(report.cut).to.deep.equal([]);
    expect(report.logged).to.deep.equal([]);
  });

  it('come far enough to matter, at every door', () => {
    for (const door of ['chat', 'teams', 'hook', 'access', 'desk', 'insights', 'pages', 'operations']) {
      const answered = Object.entries(report.doors[door] ?? {});
      expect(answered.length, door).to.be.above(1);
      expect(
        answered.some(([status]) => status.startsWith('2')),
        door,
      ).to.equal(true);
    }
  });

  it('are right often enough: whatever an address that changes something can say, one of them was told', () => {
    expect(report.unreached).to.deep.equal([]);
  });

  it('know every address there is but the feed, which has no end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'warmline-doors-'));
    const config = readConfig({ ...settings, PORT: '0', DATA_DIR: folder });
    const app = await startApp({ config, log: quiet, clock: systemClock, ids: randomIds, knowledge });
    await app.close();
    rmSync(folder, { recursive: true });
    const known = doorsOf(hookSecret).map(({ method, path }) => `${method} ${path.split('?')[0]}`);
    const served = app.routes.filter(({ path }) => !path.startsWith('/assets/') && !path.endsWith('/feed'));
    const wanted = served.map(({ method, path }) => `${method} ${path.replace(':case', ':text')}`);
    expect(wanted.filter((route) => !known.includes(route))).to.deep.equal([]);
  });

  it('leave nothing behind in memory', () => {
    const { early, late } = report.memory;
    expect(late - early).to.be.below(mostGrowth);
  });
});
