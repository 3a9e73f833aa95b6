/** Closing at the desk, and thinking better of it: by key, by button, on a phone, and when the customer is quicker. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { openChat } from '../support/chat.js';
import { findChromium, launchChromium, visit } from '../support/browser.js';
import { patience } from '../support/browser-house.js';
import { startServer, type ServerProcess } from '../support/server.js';

const press = (page: Page | Frame, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).click(patience);
const reads = (page: Page | Frame, text: string | RegExp) => page.getByText(text).first().waitFor(patience);
const mine = (page: Page) => page.getByRole('region', { name: /^Yours/ });
const closed = /Ana Silva closed this conversation/;

describe('an undo at the desk', () => {
  if (findChromium() === undefined) {
    it('skipped: Chromium is not on PATH and CHROMIUM_PATH is not set');
    return;
  }
  let browser: Browser;
  let server: ServerProcess;
  let ana: Page;
  let customer: Frame;
  const folder = mkdtempSync(join(tmpdir(), 'warmline-undo-'));

  before(async () => {
    browser = await launchChromium();
    server = await startServer({ DATA_DIR: folder });
    ({ page: ana } = await visit(browser, `${server.url}/desk`));
    await ana.getByRole('button', { name: /Ana Silva/ }).click();
    await ana.getByRole('button', { name: 'Claim next' }).waitFor(patience);
    customer = await openChat((await visit(browser, server.url)).page);
    await press(customer, 'Talk to a person');
    await customer.getByRole('region', { name: 'Your place in line' }).waitFor(patience);
    await press(ana, 'Claim next');
    await mine(ana).waitFor(patience);
    await writes(ana, /^Reply to/, 'It is on its way.');
    await reads(customer, 'It is on its way.');
  });
  after(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const writes = async (page: Page | Frame, box: string | RegExp, text: string) => {
    await page.getByRole('textbox', { name: box }).fill(text, patience);
    await page.getByRole('textbox', { name: box }).press('Enter');
  };
  const undo = () => ana.getByRole('button', { name: /^Undo/ });
  const gone = async () => {
    await undo().waitFor(patience);
    expect(await mine(ana).count()).to.equal(0);
  };
  async function close(): Promise<void> {
    await press(ana, 'Close');
    await gone();
  }
  const back = async () => {
    await mine(ana).waitFor(patience);
    await undo().waitFor({ ...patience, state: 'detached' });
  };
  const told = () => customer.getByText(closed).count();

  it('is a key: the row is back, and the customer saw nothing', async () => {
    await ana.locator('.composer-text').waitFor(patience);
    await ana.keyboard.press('Escape');
    await ana.keyboard.press('e');
    await gone();
    await ana.keyboard.press('z');
    await back();
    expect(await told()).to.equal(0);
  }).timeout(30_000);

  it('is a button that the keyboard reaches, announced once', async () => {
    await close();
    const announced = ana.locator('[role=status]', { hasText: /^Closed: .*It can be undone for a moment\.$/ });
    await announced.first().waitFor({ ...patience, state: 'attached' });
    expect(await announced.textContent()).to.not.match(/\(\d\)/);
    await undo().focus();
    await ana.keyboard.press('Enter');
    await back();
    expect(await ana.evaluate('document.activeElement?.tagName')).to.not.equal('BODY');
    expect(await told()).to.equal(0);
  }).timeout(30_000);

  it('fits a phone', async () => {
    await ana.setViewportSize({ width: 360, height: 740 });
    await ana.locator('.composer-text').waitFor(patience);
    await press(ana, 'Close');
    const box = (await undo().boundingBox())!;
    expect(box.x + box.width).to.be.at.most(360);
    expect(box.height).to.be.at.least(24);
    expect(await ana.evaluate('document.documentElement.scrollWidth')).to.be.at.most(360);
    await undo().click(patience);
    await ana.setViewportSize({ width: 1280, height: 800 });
    await back();
  }).timeout(30_000);

  it('is not needed when the customer writes first: the conversation is back by itself, and it is said', async () => {
    await close();
    await writes(customer, 'Your message', 'wait, one more question');
    await reads(ana, /wrote before anything was done, and is still with you/);
    await back();
    expect(await told()).to.equal(0);
    await reads(ana, 'wait, one more question');
    await ana.locator('.composer-text').fill('I am listening.', patience);
    await ana.keyboard.press('Enter');
    await reads(customer, 'I am listening.');
  }).timeout(30_000);

  it('is over after five seconds: the customer is told, once', async () => {
    await close();
    await undo().waitFor({ timeout: 8000, state: 'detached' });
    await reads(customer, closed);
    await reads(customer, /made it easy to get this sorted/);
    expect(await told()).to.equal(1);
  }).timeout(30_000);
});
