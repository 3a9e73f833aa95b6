/** The audit on the command line: what was asked for, and that it was asked for. */
import { expect } from 'chai';
import { setTimeout as pause } from 'node:timers/promises';
import { randomIds, readConfig } from '../../src/base/index.js';
import { runCommand } from '../../src/cli/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';

onEveryEngine('warmline audit export', (start) => {
  let house: StoreHouse;
  let store: Store;
  const deed = (name: string, what: string) =>
    JSON.stringify({ who: { id: name, name, role: 'admin' }, what, asked: {}, outcome: 'done', from: '127.0.0.1' });
  before(async () => {
    house = await start();
    store = await house.open();
    await store.audit.note(deed('Noor', '=first'));
    await store.audit.note(deed('Olga', 'second'));
  });
  after(() => house.close());

  async function run(...args: readonly string[]) {
    const out: string[] = [];
    const io = { out: (line: string) => out.push(line), err: (line: string) => out.push(line) };
    const context = () => ({ config: readConfig(house.env), log: quiet, ids: randomIds });
    const code = await runCommand(['audit', 'export', ...args], io, context).catch((fault: unknown) => String(fault));
    return { code, out };
  }

  it('writes a line for each, as CSV or JSON, and is written down itself', async () => {
    const { code, out } = await run();
    expect(code).to.equal(0);
    expect(out[0]).to.equal('at,who,name,role,what,about,asked,before,after,outcome,from');
    expect(out[1], 'no formula').to.contain('"\'=first"');
    expect(out[2]).to.contain('"second"');
    await pause(5); // a period that ends now ends before what comes of it
    const lines = (await run('--format', 'jsonl')).out.map(
      (line) => JSON.parse(line) as { what: string; role: string },
    );
    expect(lines.slice(0, 3).map(({ what, role }) => `${what} by ${role}`)).to.deep.equal([
      '=first by admin',
      'second by admin',
      'export of the audit by operator',
    ]);
  });

  it('writes what one person did, and nothing of another time', async () => {
    expect((await run('--who', 'olg', '--format', 'jsonl')).out).to.have.length(1);
    expect((await run('--from', '2020-01-01', '--to', '2020-01-02', '--format', 'jsonl')).out).to.deep.equal([]);
  });

  it('refuses a format that there is not', async () => {
    expect((await run('--format', 'xml')).code).to.contain('--format xml is none of csv, jsonl.');
  });
});
