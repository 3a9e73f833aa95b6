/**
 * All of it, as a company has it: a clean copy of what ships as two processes with production settings, one Redis, nginx
 * with TLS before them, a provider that vouches for the team; a customer and an agent, each with a browser of their own.
 */
import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { findChromium, launchChromium, troublesOf } from '../support/browser.js';
import { patience } from '../support/browser-house.js';
import { openChat } from '../support/chat.js';
import { hasOpenssl, makeCertificate } from '../support/certificates.js';
import { type Front, hasProxy, startFront } from '../support/front.js';
import { copyPackage, type PackageCopy } from '../support/package.js';
import { freePorts } from '../support/ports.js';
import { startProvider, type TestProvider } from '../support/provider.js';
import { findRedis, type RedisServer, startRedis } from '../support/redis.js';
import { type ServerProcess, startServer } from '../support/server.js';

const missing = [
  ['Chromium', findChromium() !== undefined],
  ['nginx', hasProxy('nginx')],
  ['openssl', hasOpenssl],
  ['redis-server', findRedis() !== undefined],
].flatMap(([name, there]) => (there === true ? [] : [name]));

/** Who is nobody yet asks who they are; and what came last to a case may be asked for when it has just left the desk. */
const meant = /^401 GET \S+\/api\/me$|^404 GET \S+\/entries\?/;

const reads = (page: Page | Frame, text: string | RegExp) => page.getByText(text).first().waitFor(patience);
const press = (page: Page | Frame, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).click(patience);

describe('a company that puts it to work', function () {
  this.timeout(120_000);
  if (missing.length > 0) {
    it(`skipped: not on PATH: ${missing.join(', ')}`);
    return;
  }
  let folder: string;
  let copy: PackageCopy;
  let store: RedisServer;
  let provider: TestProvider;
  let servers: readonly ServerProcess[];
  let front: Front;
  let browser: Browser;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'warmline-whole-'));
    const own = join(folder, 'provider');
    mkdirSync(own);
    const certificate = makeCertificate(own, 'IP:127.0.0.1');
    const [port = 0, storePort = 0] = await freePorts(2);
    copy = copyPackage((hours) => hours);
    store = await startRedis({ port: storePort, args: ['--appendonly', 'yes', '--requirepass', 'of the store'] });
    provider = await startProvider(`https://127.0.0.1:${port}`, { certificate });
    provider.people['ana'] = { name: 'Ana Silva', roles: ['Support'] };
    const env = {
      ...provider.env,
      NODE_ENV: 'production',
      NODE_EXTRA_CA_CERTS: certificate.ca,
      REDIS_URL: `redis://:of%20the%20store@127.0.0.1:${storePort}`,
      TOKEN_SECRET: 'a secret of both processes'.replaceAll(' ', '-').padEnd(32, 'x'),
      TRUST_PROXY: '127.0.0.1',
      METRICS_TOKEN: 'x'.repeat(32),
      MESSAGES_ANONYMOUS: '',
    };
    const start = () => startServer(env, { program: copy.program, folder });
    servers = await Promise.all([start(), start()]);
    front = await startFront('nginx', { folder, port, servers: servers.map((server) => server.port) });
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await front.close();
    for (const server of servers) await server.stop();
    await provider.stop();
    await store.stop();
    copy.remove();
    rmSync(folder, { recursive: true });
  });

  /** Somebody whose browser trusts the certificate. */
  async function come(path: string) {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const troubles = troublesOf(page);
    const answer = await page.goto(`${front.url}${path}`);
    expect(answer?.headers()['strict-transport-security']).to.match(/^max-age=31536000/);
    return { page, troubles };
  }

  async function chat(): Promise<{ customer: Frame; troubles: readonly string[] }> {
    const { page, troubles } = await come('/');
    return { customer: await openChat(page), troubles };
  }

  const write = async (chat: Frame, text: string) => {
    const field = chat.getByRole('textbox', { name: 'Your message' });
    await field.fill(text, patience);
    await field.press('Enter');
  };
  const say = async (page: Page, text: string) => {
    await page.locator('.composer-text').fill(text, patience);
    await page.keyboard.press('Enter');
  };

  it('serves a customer from the first question to the last, and an agent from sign-in to sign-out', async () => {
    const { customer, troubles: ofCustomer } = await chat();
    await write(customer, 'How long does delivery take?');
    await reads(customer, /two to four working days/);
    await write(customer, 'I want to talk to a person');
    await customer.getByRole('region', { name: 'Your place in line' }).waitFor(patience);

    const { page: ana, troubles: ofAna } = await come('/desk');
    await ana.getByRole('link', { name: 'Sign in with your company account' }).click(patience);
    await ana.waitForURL((at) => at.origin === provider.issuer, patience);
    await ana.getByRole('link', { name: 'ana' }).click(patience);
    await press(ana, 'Claim next');
    const cookies = await ana.context().cookies(front.url);
    const session = cookies.find(({ name }) => name === '__Host-warmline_session');
    expect(session).to.include({ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' });
    await reads(ana, 'How long does delivery take?');
    await say(ana, 'Ana here: which order is it?');
    await reads(customer, 'Ana here: which order is it?');

    await servers[0]?.stop(); // whoever was at it is told to come back, and is at the other
    await write(customer, 'It is order four');
    await reads(ana, 'It is order four');
    await say(ana, 'It leaves today.');
    await reads(customer, 'It leaves today.');

    await press(ana, 'Close');
    await press(customer, /^6 of 7/);
    await reads(customer, /Thank you|comment/);
    await press(ana, 'Sign out');
    await ana.waitForURL((at) => at.origin === provider.issuer, patience);
    await press(ana, 'Sign out');
    await ana.waitForURL(`${front.url}/sign-in`, patience);
    const left = (await ana.context().cookies(front.url)).map(({ name }) => name);
    expect(left).not.to.include('__Host-warmline_session');
    await ana.goto(`${front.url}/desk`);
    await ana.getByRole('link', { name: 'Sign in with your company account' }).click(patience);
    await ana.waitForURL(/\/interaction\//, patience); // nor does the provider know her any more

    expect(ofCustomer).to.deep.equal([]);
    expect(ofAna.filter((one) => !meant.test(one))).to.deep.equal([]);
    for (const server of servers) expect(server.output()).not.to.match(/"level":[56]0/);
  });
});
