/** Every state of the open chat, wide and light, narrow and dark: no violation, best practice too, and nothing cut off. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Status } from '../../src/channels/direct-line/contract.js';
import { violations } from '../support/axe.js';
import { inBrowsers, patience } from '../support/browser-house.js';

type State =
  | Exclude<Status['state'], 'assistant'>
  | 'first'
  | 'answered'
  | 'clarifying'
  | 'too long'
  | 'a file refused'
  | 'unread'
  | 'survey'
  | 'comment, with an earlier draft'
  | 'closed'
  | 'offline'
  | 'refused';

/** A message of a customer. */
const post = /\/v3\/directline\/conversations\/[^/]+\/activities$/;
const field = (page: Page) => page.getByRole('textbox', { name: 'Your message' });
const write = async (page: Page, text: string) => {
  await field(page).fill(text, patience);
  await field(page).press('Enter');
};

inBrowsers('the open chat', (house) => {
  /** In this order, each from the one before. */
  const states: Readonly<Record<State, (page: Page) => Promise<unknown>>> = {
    async first(page) {
      await page.getByRole('button', { name: /^Open chat/ }).click(patience);
      await page.getByText(/I am automated/).waitFor(patience);
    },
    async answered(page) {
      await write(page, 'How long does delivery take?');
      await page.getByRole('button', { name: 'That answers it' }).waitFor(patience);
    },
    async clarifying(page) {
      await write(page, 'price of the blanket');
      await page.getByRole('log').getByRole('button').last().waitFor(patience);
    },
    async 'too long'(page) {
      await field(page).fill('x'.repeat(20_001));
      await page.getByText(/^Too long to send/).waitFor(patience);
    },
    async 'a file refused'(page) {
      await field(page).fill('');
      await page.evaluate(`(() => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'receipt.txt'));
        const how = { bubbles: true, cancelable: true, composed: true, dataTransfer: data };
        document.querySelector('warmline-chat').shadowRoot.querySelector('textarea').dispatchEvent(new DragEvent('drop', how));
      })()`);
      await page.getByText(/^Files and pictures/).waitFor(patience);
    },
    async waiting(page) {
      await page.getByRole('button', { name: 'Talk to a person' }).click(patience);
      await page.getByRole('region', { name: 'Your place in line' }).waitFor(patience);
    },
    async agent(page) {
      await house().claim();
      await house().write('Hello, let me look into that for you.');
      await page.getByText('Hello, let me look into that').waitFor(patience);
    },
    async unread(page) {
      for (let count = 0; count < 6; count += 1) await write(page, `One more thing, number ${count}`);
      await page.getByRole('log').evaluate('(log) => log.scrollTo({ top: 0 })');
      await page.getByRole('log').hover();
      await page.mouse.wheel(0, -4000);
      await house().write('Here is the newest word.');
      await page.getByRole('button', { name: 'New messages' }).waitFor(patience);
    },
    async survey(page) {
      await field(page).fill('And one thing I never sent');
      await house().ana.getByText('answered').first().waitFor(patience);
      await house().ana.getByRole('button', { name: 'Close', exact: true }).click(patience);
      await page.getByRole('group', { name: /easy/ }).waitFor(patience);
    },
    async 'comment, with an earlier draft'(page) {
      await page.getByRole('button', { name: /^6 of 7/ }).click(patience);
      await page.getByRole('button', { name: 'Use it as my comment' }).waitFor(patience);
    },
    async closed(page) {
      await page.getByRole('button', { name: 'Use it as my comment' }).click(patience);
      await field(page).press('Enter');
      await page.getByText('This conversation is closed.').waitFor(patience);
    },
    async offline(page) {
      await page.context().setOffline(true);
      await write(page, 'Nobody hears this yet');
      await page.getByText(/Not sent yet/).waitFor(patience);
    },
    async refused(page) {
      await page.context().setOffline(false);
      await page.getByText(/Not sent yet/).waitFor({ state: 'detached', timeout: 40_000 });
      await page.route(post, (route) => route.fulfill({ status: 400, json: {} }), { times: 1 });
      await write(page, 'Not accepted');
      await page.getByRole('button', { name: 'Change it' }).waitFor(patience);
    },
  };

  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    it(`has no violation in ${Object.keys(states).length} states, ${width} px, ${colorScheme}`, async () => {
      const { browser, server } = house();
      const viewport = { width, height: 780 };
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(server.url);
      const found: Record<string, unknown> = {};
      for (const [state, reach] of Object.entries(states)) {
        await reach(page);
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        const here = [...(await violations(page, true)), ...(wide > 0 ? [`${wide} pixels do not fit`] : [])];
        if (here.length > 0) found[state] = here;
      }
      expect(found).to.deep.equal({});
      await context.close();
    }).timeout(120_000);
  }
});
