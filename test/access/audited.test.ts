/** The table of the audit against what is served: no route of the team goes round it, and it names no other. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deeds, others } from '../../src/access/deeds.js';
import { startApp } from '../../src/app.js';
import { randomIds, readConfig, systemClock } from '../../src/base/index.js';
import type { Route } from '../../src/http/index.js';
import { hookSecret } from '../support/hook.js';
import { knowledge } from '../support/mind.js';
import { quiet } from '../support/stores.js';

/** Their own words in their own conversation, with a token or a signature for it: the transcript has them. */
const byCustomers = /^POST \/(?:v3\/directline\/|api\/messages$|api\/hook\/messages$)/;

const provider = {
  OIDC_ISSUER: 'http://127.0.0.1:9',
  OIDC_CLIENT_ID: 'x',
  OIDC_CLIENT_SECRET: 'x',
  OIDC_ROLES: 'agent=x',
  PUBLIC_URL: 'https://chat.example.com',
};

async function routesWith(env: Readonly<Record<string, string>>): Promise<readonly Route[]> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-audited-'));
  const hook = { HOOK_SECRET: hookSecret, HOOK_URL: 'http://127.0.0.1:9/' };
  const config = readConfig({ PORT: '0', DATA_DIR: folder, MESSAGES_ANONYMOUS: 'on', ...hook, ...env });
  const app = await startApp({ config, log: quiet, clock: systemClock, ids: randomIds, knowledge });
  await app.close();
  rmSync(folder, { recursive: true });
  return app.routes;
}

describe('the table of the audit', () => {
  const served = new Map<string, Route>();
  const tables = [...Object.keys(deeds), ...Object.keys(others)];
  before(async () => {
    for (const route of [...(await routesWith({})), ...(await routesWith(provider))])
      served.set(`${route.method} ${route.path}`, route);
  });

  it('has every route of the team in one of its two parts', () => {
    const team = [...served].filter(([, { roles }]) => roles !== undefined).map(([name]) => name);
    expect(team).to.have.length.above(15);
    expect(team.filter((name) => tables.filter((one) => one === name).length !== 1)).to.deep.equal([]);
  });

  it('has every route that changes something, but for what customers say', () => {
    const writes = [...served.keys()].filter((name) => name.startsWith('POST '));
    expect(writes.filter((name) => !tables.includes(name) && !byCustomers.test(name))).to.deep.equal([]);
    expect(tables.filter((name) => byCustomers.test(name))).to.deep.equal([]);
  });

  it('names only what is served, and says of each that is no deed why', () => {
    expect(tables.filter((name) => !served.has(name))).to.deep.equal([]);
    expect(Object.values(others).filter((why) => why.length < 10)).to.deep.equal([]);
  });

  it('notes what changes a ticket, takes something away, or shows what was said', () => {
    const must = [...served.keys()].filter((name) =>
      / \/api\/.*(?:export|audit|history\/:case|episodes|claim|move|pass|undo)/.test(name),
    );
    expect(must.filter((name) => !(name in deeds))).to.deep.equal([]);
  });
}).timeout(30_000);
