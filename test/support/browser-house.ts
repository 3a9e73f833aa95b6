/** A house for the tests in real browsers: a server, Ana at her desk, and customers who come to the shop's page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { findChromium, launchChromium, visit } from './browser.js';
import { openChat } from './chat.js';
import { startServer, type ServerProcess } from './server.js';

/** For what must come: browsers beside other work take their time. */
export const patience = { timeout: 25_000 };

export interface BrowserHouse {
  readonly browser: Browser;
  readonly server: ServerProcess;
  /** Ana's desk; she is signed in. */
  readonly ana: Page;
  /** A customer with a browser of their own who has opened the chat. */
  chatting(width?: number): Promise<Frame>;
  /** The same, in the line for a person. */
  inLine(): Promise<Frame>;
  signIn(page: Page, name: RegExp): Promise<void>;
  /** Ana takes the next in line. */
  claim(): Promise<void>;
  /** Ana writes to the customer whose conversation is open. */
  write(text: string): Promise<void>;
}

/** More settings, for which a folder may be written to. */
type Furnish = (folder: string) => Readonly<Record<string, string>>;

async function openHouse(furnish: Furnish): Promise<BrowserHouse & { readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-browser-'));
  const browser = await launchChromium();
  const server = await startServer({ DATA_DIR: folder, ...furnish(folder) });
  const ana = (await visit(browser, `${server.url}/desk`)).page;
  const chatting = async (width?: number): Promise<Frame> => openChat((await visit(browser, server.url, width)).page);
  const signIn = async (page: Page, name: RegExp) => {
    await page.getByRole('button', { name }).click(patience);
    await page.getByRole('button', { name: 'Claim next' }).waitFor(patience);
  };
  await signIn(ana, /Ana Silva/);
  return {
    ...{ browser, server, ana, chatting, signIn },
    async inLine() {
      const chat = await chatting();
      await chat.getByRole('button', { name: 'Talk to a person', exact: true }).click(patience);
      await chat.getByRole('region', { name: 'Your place in line' }).waitFor(patience);
      return chat;
    },
    async claim() {
      await ana.getByRole('button', { name: 'Claim next' }).click(patience);
      await ana.locator('.composer-text').waitFor(patience);
    },
    async write(text) {
      await ana.locator('.composer-text').fill(text, patience);
      await ana.keyboard.press('Enter');
    },
    async close() {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A suite in a house of its own; `suite` may only use it inside of tests and hooks. */
export function inBrowsers(
  title: string,
  suite: (house: () => BrowserHouse) => void,
  furnish: Furnish = () => ({}),
): void {
  describe(title, () => {
    if (findChromium() === undefined) {
      it('skipped: Chromium is not on PATH and CHROMIUM_PATH is not set');
      return;
    }
    let house: Awaited<ReturnType<typeof openHouse>>;
    before(async () => (house = await openHouse(furnish)));
    after(() => house.close());
    suite(() => house);
  });
}
