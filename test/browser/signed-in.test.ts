/** Real pages, a real server and a real provider: in, out, and what an agent has typed when their sign-in ends in mid-work. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openChat } from '../support/chat.js';
import { findChromium, launchChromium, visit } from '../support/browser.js';
import { freePort } from '../support/ports.js';
import { startProvider, type TestProvider } from '../support/provider.js';
import { startServer, type ServerProcess } from '../support/server.js';

const patience = { timeout: 15_000 };

describe('who is signed in by a provider', () => {
  if (findChromium() === undefined) {
    it('skipped: Chromium is not on PATH and CHROMIUM_PATH is not set');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'warmline-signed-in-'));
  let browser: Browser;
  let server: ServerProcess;
  let provider: TestProvider;

  before(async () => {
    const port = await freePort();
    provider = await startProvider(`http://127.0.0.1:${port}`);
    provider.people['ana'] = { name: 'Ana Silva', roles: ['Support'] };
    provider.people['zoe'] = { name: 'Zoë Guest', roles: [] };
    browser = await launchChromium();
    server = await startServer({ DATA_DIR: folder, PORT: String(port), ...provider.env });
  });
  after(async () => {
    await browser.close();
    await server.stop();
    await provider.stop();
    rmSync(folder, { recursive: true });
  });

  const begin = (page: Page) => page.getByRole('link', { name: 'Sign in with your company account' }).click(patience);
  const as = (page: Page, who: string) => page.getByRole('link', { name: who }).click(patience);
  const atDesk = (page: Page) => page.getByRole('button', { name: 'Claim next' }).waitFor(patience);

  it('comes in from the page they wanted, and finds their words again when the sign-in ends in mid-work', async () => {
    const customer = await openChat((await visit(browser, server.url)).page);
    await customer.getByRole('button', { name: 'Talk to a person', exact: true }).click(patience);
    await customer.getByRole('region', { name: 'Your place in line' }).waitFor(patience);
    const { page } = await visit(browser, `${server.url}/desk`);
    await begin(page);
    await as(page, 'ana');
    await atDesk(page);
    await page.getByRole('button', { name: 'Claim next' }).click(patience);
    const composer = page.locator('.composer-text');
    await composer.fill('Half a sentence about your', patience);
    await page.evaluate(async () => {
      const { sessions } = (await (await fetch('/api/sessions')).json()) as { sessions: { id: string }[] };
      const body = JSON.stringify({ id: sessions[0]?.id });
      await fetch('/api/sessions/end', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    });
    await page.waitForURL(/\/sign-in\?to=%2Fdesk/, { timeout: 40_000 });
    await begin(page); // the provider still knows her
    await page.waitForURL(/\/desk/, patience);
    await page.locator('.row-open').first().click(patience);
    await composer.waitFor(patience);
    expect(await composer.inputValue()).to.equal('Half a sentence about your');
  });

  it('goes out at both ends', async () => {
    const { page } = await visit(browser, `${server.url}/desk`);
    await begin(page);
    await as(page, 'ana');
    await atDesk(page);
    await page.getByRole('button', { name: 'Sign out' }).click(patience);
    await page.locator('dialog[open]').getByRole('button', { name: 'Sign out' }).click(patience); // she holds a ticket
    await page.waitForURL((at) => at.href.startsWith(provider.issuer), patience);
    await page.getByRole('button', { name: 'Sign out' }).click(patience);
    await page.waitForURL(`${server.url}/sign-in`, patience);
    await begin(page);
    await page.waitForURL(/\/interaction\//, patience);
  });

  it('is told on a page that they have no role here', async () => {
    const { page } = await visit(browser, `${server.url}/desk`);
    await begin(page);
    await as(page, 'zoe');
    await page.getByRole('alert').getByText('have no role here').waitFor(patience);
  });

  it('is told on a page that the provider is away', async () => {
    await provider.stop();
    const { page } = await visit(browser, `${server.url}/desk`);
    await begin(page);
    await page.getByRole('alert').getByText('does not answer at the moment').waitFor(patience);
    await provider.start();
  });
});
