/** WCAG 2.2 AA on every page, in light and dark, wide and narrow: no violation, no rule switched off. */
import axe from 'axe-core';
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../support/browser.js';
import { startServer, type ServerProcess } from '../support/server.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<Found>(`axe.run(document, { runOnly: ${JSON.stringify(tags)} })`);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

const openChat = async (page: Page) => {
  await page.getByRole('button', { name: /^Open chat/ }).click();
  await page
    .getByRole('log')
    .getByText(/I am automated/)
    .waitFor();
};
const write = async (page: Page, text: string) => {
  const field = page.getByRole('textbox', { name: 'Your message' });
  await field.fill(text);
  await field.press('Enter');
};
const signIn = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).click();

const scenes: readonly {
  readonly name: string;
  readonly path: string;
  readonly act: (page: Page) => Promise<unknown>;
}[] = [
  { name: 'the shop', path: '/', act: (page) => page.getByRole('heading', { level: 1 }).waitFor() },
  { name: 'the chat at first', path: '/', act: openChat },
  {
    name: 'the chat with an answer',
    path: '/',
    act: async (page) => {
      await openChat(page);
      await write(page, 'How long does delivery take?');
      await page.getByRole('button', { name: 'That answers it' }).waitFor();
    },
  },
  {
    name: 'the chat in line',
    path: '/',
    act: async (page) => {
      await openChat(page);
      await page.getByRole('button', { name: 'Talk to a person' }).click();
      await page.getByRole('region', { name: 'Your place in line' }).waitFor();
    },
  },
  { name: 'the sign-in', path: '/sign-in', act: (page) => page.getByRole('button', { name: /Ana Silva/ }).waitFor() },
  {
    name: 'the desk with a line',
    path: '/desk',
    act: async (page) => {
      await signIn(/Ana Silva/)(page);
      await page
        .getByRole('button', { name: /^Claim Guest/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'the insights',
    path: '/insights',
    act: async (page) => {
      await signIn(/Maya Lind/)(page);
      await page.getByRole('heading', { name: 'Are people waiting?' }).waitFor();
    },
  },
];

describe('accessibility', () => {
  if (findChromium() === undefined) {
    it('skipped: Chromium is not on PATH and CHROMIUM_PATH is not set');
    return;
  }
  let browser: Browser;
  let server: ServerProcess;
  const folder = mkdtempSync(join(tmpdir(), 'warmline-axe-'));

  before(async () => {
    browser = await launchChromium();
    server = await startServer({ DATA_DIR: folder });
  });
  after(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  for (const { name, path, act } of scenes) {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      it(`of ${name}, ${width} px, ${colorScheme}`, async () => {
        const options = { viewport: { width, height: 780 }, colorScheme, reducedMotion: 'reduce' } as const;
        const context = await browser.newContext(options);
        const page = await context.newPage();
        await page.goto(server.url + path);
        await act(page);
        expect(await violations(page)).to.deep.equal([]);
        const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(wide, 'pixels that do not fit').to.be.at.most(0);
        await context.close();
      }).timeout(30_000);
    }
  }
});
