/** Every state of the open chat, wide and light, narrow and dark: no violation, best practice too, and nothing cut off. */
import { expect } from 'chai';
import type { Frame } from 'playwright-core';
import type { Status } from '../../src/channels/direct-line/contract.js';
import { openChat } from '../support/chat.js';
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
const field = (page: Frame) => page.getByRole('textbox', { name: 'Your message' });
const write = async (page: Frame, text: string) => {
  await field(page).fill(text, patience);
  await field(page).press('Enter');
};

inBrowsers('the open chat', (house) => {
  /** In this order, each from the one before. */
  const states: Readonly<Record<State, (chat: Frame) => Promise<unknown>>> = {
    async first(chat) {
      await chat.getByText(/I am automated/).waitFor(patience);
    },
    async answered(chat) {
      await write(chat, 'How long does delivery take?');
      await chat.getByRole('button', { name: 'That answers it' }).waitFor(patience);
    },
    async clarifying(chat) {
      await write(chat, 'price of the blanket');
      await chat.getByRole('log').getByRole('button').last().waitFor(patience);
    },
    async 'too long'(chat) {
      await field(chat).fill('x'.repeat(20_001));
      await chat.getByText(/^Too long to send/).waitFor(patience);
    },
    async 'a file refused'(chat) {
      await field(chat).fill('');
      await chat.evaluate(`(() => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'receipt.txt'));
        const how = { bubbles: true, cancelable: true, composed: true, dataTransfer: data };
        document.querySelector('textarea').dispatchEvent(new DragEvent('drop', how));
      })()`);
      await chat.getByText(/^Files and pictures/).waitFor(patience);
    },
    async waiting(chat) {
      await chat.getByRole('button', { name: 'Talk to a person' }).click(patience);
      await chat.getByRole('region', { name: 'Your place in line' }).waitFor(patience);
    },
    async agent(chat) {
      await house().claim();
      await house().write('Hello, let me look into that for you.');
      await chat.getByText('Hello, let me look into that').waitFor(patience);
    },
    async unread(chat) {
      for (let count = 0; count < 6; count += 1) await write(chat, `One more thing, number ${count}`);
      await chat.getByRole('log').evaluate('(log) => log.scrollTo({ top: 0 })');
      await chat.getByRole('log').hover();
      await chat.page().mouse.wheel(0, -4000);
      await house().write('Here is the newest word.');
      await chat.getByRole('button', { name: 'New messages' }).waitFor(patience);
    },
    async survey(chat) {
      await field(chat).fill('And one thing I never sent');
      await house().ana.getByText('answered').first().waitFor(patience);
      await house().ana.getByRole('button', { name: 'Close', exact: true }).click(patience);
      await chat.getByRole('group', { name: /easy/ }).waitFor(patience);
    },
    async 'comment, with an earlier draft'(chat) {
      await chat.getByRole('button', { name: /^6 of 7/ }).click(patience);
      await chat.getByRole('button', { name: 'Use it as my comment' }).waitFor(patience);
    },
    async closed(chat) {
      await chat.getByRole('button', { name: 'Use it as my comment' }).click(patience);
      await field(chat).press('Enter');
      await chat.getByText('This conversation is closed.').waitFor(patience);
    },
    async offline(chat) {
      await chat.page().context().setOffline(true);
      await write(chat, 'Nobody hears this yet');
      await chat.getByText(/Not sent yet/).waitFor(patience);
    },
    async refused(chat) {
      await chat.page().context().setOffline(false);
      await chat.getByText(/Not sent yet/).waitFor({ state: 'detached', timeout: 40_000 });
      await chat.page().route(post, (route) => route.fulfill({ status: 400, json: {} }), { times: 1 });
      await write(chat, 'Not accepted');
      await chat.getByRole('button', { name: 'Change it' }).waitFor(patience);
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
      const chat = await openChat(page);
      const found: Record<string, unknown> = {};
      for (const [state, reach] of Object.entries(states)) {
        await reach(chat);
        const wide = await chat.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        const here = [...(await violations(page, true)), ...(wide > 0 ? [`${wide} pixels do not fit`] : [])];
        if (here.length > 0) found[state] = here;
      }
      expect(found).to.deep.equal({});
      await context.close();
    }).timeout(120_000);
  }
});
