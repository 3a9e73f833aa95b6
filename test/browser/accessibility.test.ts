/** WCAG 2.2 AA on every page, in light and dark, wide and narrow: no violation, no rule switched off. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { openChat } from '../support/chat.js';
import { violations } from '../support/axe.js';
import { findChromium, launchChromium } from '../support/browser.js';
import { closedDesk, copyPackage } from '../support/package.js';
import { startServer, type ServerProcess } from '../support/server.js';

const write = async (page: Frame, text: string) => {
  const field = page.getByRole('textbox', { name: 'Your message' });
  await field.fill(text);
  await field.press('Enter');
};
const signIn = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).click();

const askPerson = async (page: Page) => {
  const chat = await openChat(page);
  await chat.getByRole('button', { name: 'Talk to a person' }).click();
  await chat.getByRole('region', { name: 'Your place in line' }).waitFor();
};
const openHeld = async (page: Page) => {
  await signIn(/Sam Reed/)(page);
  await page
    .getByRole('region', { name: /^With agents/ })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: 'Take over' }).waitFor();
};

interface TurnContext {
  readonly name: string;
  readonly path: string;
  readonly act: (page: Page) => Promise<unknown>;
}

const scenes: readonly TurnContext[] = [
  { name: 'the shop', path: '/', act: (page) => page.getByRole('heading', { level: 1 }).waitFor() },
  { name: 'the chat at first', path: '/', act: openChat },
  {
    name: 'the chat with an answer',
    path: '/',
    act: async (page) => {
      const chat = await openChat(page);
      await write(chat, 'How long does delivery take?');
      await chat.getByRole('button', { name: 'That answers it' }).waitFor();
    },
  },
  {
    name: 'the chat in line',
    path: '/',
    act: askPerson,
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
    name: 'the desk, passing on',
    path: '/desk',
    act: async (page) => {
      await signIn(/Ana Silva/)(page);
      await page.getByRole('button', { name: 'Claim next' }).click();
      await page.getByRole('button', { name: 'Pass on…' }).click();
      await page.getByRole('radio', { name: /Returns and refunds/ }).check();
    },
  },
  { name: 'the desk of a supervisor', path: '/desk', act: openHeld },
  {
    name: 'the desk of a supervisor who takes over',
    path: '/desk',
    act: async (page) => {
      await openHeld(page);
      await page.getByRole('button', { name: 'Take over' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).waitFor();
    },
  },
  {
    name: 'a case of the insights',
    path: '/insights',
    act: async (page) => {
      await signIn(/Maya Lind/)(page);
      await page
        .getByRole('region', { name: 'Cases' })
        .getByRole('link', { name: /^Guest/ })
        .first()
        .click();
      await page
        .getByText(/in opening hours/)
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

const closedScenes: readonly TurnContext[] = [
  { name: 'the chat out of hours', path: '/', act: askPerson },
  {
    name: 'the desk out of hours',
    path: '/desk',
    act: async (page) => {
      await signIn(/Ana Silva/)(page);
      await page.getByText(/^The desk is closed/).waitFor();
      await page
        .getByRole('button', { name: /^Claim Guest/ })
        .first()
        .waitFor();
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
  let closed: ServerProcess;
  const folder = mkdtempSync(join(tmpdir(), 'warmline-axe-'));
  const copy = copyPackage(closedDesk);

  before(async () => {
    browser = await launchChromium();
    server = await startServer({ DATA_DIR: join(folder, 'open') });
    closed = await startServer({ DATA_DIR: join(folder, 'closed') }, { program: copy.program });
  });
  after(async () => {
    await browser.close();
    await server.stop();
    await closed.stop();
    copy.remove();
    rmSync(folder, { recursive: true });
  });

  const suite = ({ name, path, act }: TurnContext, at: () => ServerProcess) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      it(`of ${name}, ${width} px, ${colorScheme}`, async () => {
        const options = { viewport: { width, height: 780 }, colorScheme, reducedMotion: 'reduce' } as const;
        const context = await browser.newContext(options);
        const page = await context.newPage();
        await page.goto(at().url + path);
        await act(page);
        expect(await violations(page)).to.deep.equal([]);
        const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(wide, 'pixels that do not fit').to.be.at.most(0);
        await context.close();
      }).timeout(30_000);
    }
  };
  for (const scene of scenes) suite(scene, () => server);
  for (const scene of closedScenes) suite(scene, () => closed);
});
