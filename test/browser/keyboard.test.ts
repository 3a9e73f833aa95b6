/** Real pages on a real server: the keyboard stays where it was. */
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { Status } from '../../src/channels/direct-line/contract.js';
import { openChat } from '../support/chat.js';
import { visit } from '../support/browser.js';
import { inBrowsers, patience } from '../support/browser-house.js';
import { call, generate } from '../support/direct-line-calls.js';
import type { ServerProcess } from '../support/server.js';

/** A message of a customer. */
const post = /\/v3\/directline\/conversations\/[^/]+\/activities$/;

/** Where the keyboard is, within the chat's shadow and frame too; the shop's own frame is of the same origin. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const top = document.activeElement;
    const button = top?.shadowRoot?.activeElement;
    const inner = (button?.tagName === 'IFRAME' ? button.contentDocument.activeElement : button) ?? top;
    return top?.tagName + ' ' + (inner?.getAttribute('aria-label') ?? inner?.textContent);
  })()`);

/** Goes to a control by Tab alone, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    const now = await focused(page);
    if (!now.startsWith('BODY') && name.test(now)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(name)}.`);
}

inBrowsers('where the keyboard is', (house) => {
  let browser: Browser;
  let server: ServerProcess;
  let ana: Page;
  const write = (text: string) => house().write(text);

  before(async () => {
    ({ browser, server, ana } = house());
    for (let count = 0; count < 2; count += 1) {
      await house().inLine();
      await house().claim();
    }
  });

  const chat = (page: Page) => page.frameLocator('warmline-chat iframe');
  /** How a customer comes into each state there is, by keyboard alone or by what others do. */
  type State = Status['state'] | 'survey' | 'comment' | 'closed' | 'offline' | 'refused';
  const walks: Readonly<Record<State, (page: Page) => Promise<void>>> = {
    async assistant(page) {
      await tabTo(page, /Open chat/);
      await page.keyboard.press('Enter');
      await chat(page)
        .getByText(/I am automated/)
        .first()
        .waitFor(patience);
    },
    async waiting(page) {
      await tabTo(page, /Talk to a person/);
      await page.keyboard.press('Enter');
      await chat(page).getByRole('region', { name: 'Your place in line' }).waitFor(patience);
    },
    async agent(page) {
      await tabTo(page, /Leave the line/);
      await ana.getByRole('button', { name: 'Claim next' }).click(patience);
      await chat(page).getByText('A person is with you').waitFor(patience);
    },
    async survey(page) {
      await write('All done');
      await chat(page).getByText('All done').waitFor(patience);
      await ana.getByText('answered').first().waitFor(patience);
      await ana.getByRole('button', { name: 'Close', exact: true }).click(patience);
      await chat(page).getByRole('group', { name: /easy/ }).waitFor(patience);
    },
    async comment(page) {
      await tabTo(page, / 6 of 7/);
      await page.keyboard.press('Enter');
      await chat(page).getByRole('button', { name: /skip/i }).waitFor(patience);
    },
    async closed(page) {
      await tabTo(page, /^WARMLINE-CHAT .*skip/i);
      await page.keyboard.press('Enter');
      await chat(page).getByText('This conversation is closed.').waitFor(patience);
      await tabTo(page, /Save a copy/);
    },
    async offline(page) {
      await tabTo(page, /Your message/);
      await page.context().setOffline(true);
      await page.keyboard.type('nobody hears this yet');
      await page.keyboard.press('Enter');
      await chat(page)
        .getByText(/Not sent yet/)
        .waitFor(patience);
      await tabTo(page, /Try now/);
      await page.context().setOffline(false);
      await chat(page)
        .getByText(/Not sent yet/)
        .waitFor({ state: 'detached', timeout: 40_000 });
    },
    async refused(page) {
      await tabTo(page, /Your message/);
      await page.route(post, (route) => route.fulfill({ status: 400, json: {} }), { times: 1 });
      await page.keyboard.type('not accepted');
      await page.keyboard.press('Enter');
      await chat(page)
        .getByText(/Not accepted/)
        .waitFor(patience);
      await tabTo(page, /Change it/);
      await page.keyboard.press('Enter');
      await chat(page)
        .getByText(/Not accepted/)
        .waitFor({ state: 'detached', ...patience });
    },
  };

  it(`stays in the chat through all ${Object.keys(walks).length} states`, async () => {
    const { page } = await visit(browser, server.url);
    for (const [state, walk] of Object.entries(walks)) {
      await walk(page);
      expect(await focused(page), state).to.match(/^WARMLINE-CHAT /);
    }
  });

  /** What an agent does by keyboard alone, after which the control they used is gone. */
  const press = async (page: Page, name: RegExp) => {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  const acts: Readonly<Record<string, () => Promise<void>>> = {
    async 'a dialog closed'() {
      await ana.locator('.row-open').first().click(patience);
      await ana.locator('.composer-text').waitFor(patience);
      await press(ana, /Pass on…$/);
      await ana.getByRole('dialog').waitFor(patience);
      await ana.keyboard.press('Escape');
      await ana.getByRole('dialog').waitFor({ state: 'detached', ...patience });
    },
    async 'handed back'() {
      await press(ana, /To the assistant$/);
      await ana.getByText(/^You handed/).waitFor(patience);
    },
    async passed() {
      await press(ana, /^BUTTON .*Guest/);
      await ana.locator('.composer-text').waitFor(patience);
      await press(ana, /Pass on…$/);
      await ana.getByRole('radio', { name: /Returns and refunds/ }).press('Space', patience);
      await ana.getByRole('button', { name: /^Pass on to/ }).waitFor(patience);
      await press(ana, /Pass on to/);
      await ana
        .getByText(/^(You passed|Nobody has this)/)
        .first()
        .waitFor(patience);
    },
    async claimed() {
      await press(ana, /Claim next$/);
      await ana.locator('.composer-text').waitFor(patience);
    },
    async closed() {
      await write('Goodbye');
      await ana.getByText('answered').first().waitFor(patience);
      await press(ana, /^BUTTON Close$/);
      await ana.getByText(/^You closed/).waitFor(patience);
    },
  };

  it(`stays at the desk through all ${Object.keys(acts).length} acts`, async () => {
    for (const [what, act] of Object.entries(acts)) {
      await act();
      await new Promise((done) => setTimeout(done, 300));
      expect(await focused(ana), what).to.not.match(/^BODY/);
    }
  });

  const looks: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    'another period': (page) => press(page, /30 days/),
    async 'a case opened'(page) {
      await press(page, /^A .*Guest/);
      await page.getByText('What was said').waitFor(patience);
    },
    async 'back from it'(page) {
      await press(page, /All figures/);
      await page.getByText('Every case').waitFor(patience);
    },
    async 'figures that could not be read'(page) {
      await page.route(/insights\/summary/, (route) => route.fulfill({ status: 502, json: {} }));
      await press(page, /7 days/);
      await page.getByText('The figures could not be read.').waitFor(patience);
    },
    async 'figures tried again, in vain'(page) {
      const asked = page.waitForResponse(/insights\/summary/);
      await press(page, /^BUTTON Try again$/);
      await asked;
    },
    async 'figures tried again'(page) {
      await page.unroute(/insights\/summary/);
      await press(page, /^BUTTON Try again$/);
      await page.getByRole('heading', { name: 'Are people waiting?' }).waitFor(patience);
    },
    async 'more cases that could not be read'(page) {
      await page.route(/insights\/episodes\?/, (route) => route.fulfill({ status: 502, json: {} }));
      await press(page, /^BUTTON Show more$/);
      await page.getByText('The cases could not be read.').waitFor(patience);
    },
    async 'more cases tried again, in vain'(page) {
      const asked = page.waitForResponse(/insights\/episodes\?/);
      await press(page, /^BUTTON Try again$/);
      await asked;
    },
    async 'more cases, to the last of them'(page) {
      await page.unroute(/insights\/episodes\?/);
      await press(page, /^BUTTON Try again$/);
      await page.getByRole('button', { name: 'Show more' }).waitFor({ state: 'detached', ...patience });
    },
  };
  /** More cases than the list shows at first. */
  const manyCases = async () => {
    for (let count = 0; count < 51; count += 1) {
      const { token, conversationId } = await generate(server.url);
      const body = { type: 'message', from: { id: 'me' }, text: 'How long does delivery take?' };
      await call(server.url, `POST /conversations/${conversationId}/activities`, { token, body });
    }
  };

  it(`stays in the insights through all ${Object.keys(looks).length} looks`, async () => {
    await manyCases();
    const { page } = await visit(browser, `${server.url}/insights`);
    await page.getByRole('button', { name: /Maya/ }).click(patience);
    await page.getByRole('button', { name: 'Show more' }).waitFor(patience);
    for (const [what, look] of Object.entries(looks)) {
      await look(page);
      await new Promise((done) => setTimeout(done, 300));
      expect(await focused(page), what).to.not.match(/^BODY/);
    }
  });

  it('leaves the Enter that confirms a word alone, after compositionend too', async () => {
    const opened = await openChat((await visit(browser, server.url)).page);
    const field = opened.getByRole('textbox', { name: 'Your message' });
    await field.fill('にほん', patience);
    await field.dispatchEvent('compositionend', { data: 'にほん' });
    await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: false, bubbles: true });
    expect(await field.inputValue()).to.equal('にほん');
    await field.press('Enter');
    expect(await field.inputValue()).to.equal('');
  });
});
