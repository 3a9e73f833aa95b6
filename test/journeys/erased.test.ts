/** A customer is erased while their chat and an agent's pane are open: both say so and go on, and nothing leads back. */
import { expect } from 'chai';
import type { Browser, Frame, Page } from 'playwright-core';
import type { EpisodePage } from '../../src/insights/contract.js';
import { openChat } from '../support/chat.js';
import { findChromium, launchChromium, visit } from '../support/browser.js';
import { call } from '../support/direct-line-calls.js';
import { signIn } from '../support/desk-member.js';
import { startServer, type ServerProcess } from '../support/server.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

const patience = { timeout: 15_000 };
const log = (page: Page | Frame) => page.getByRole('log');
const sees = (page: Page | Frame, text: string | RegExp) => log(page).getByText(text).last().waitFor(patience);
const words = 'My card ends in 4711, and nobody but Quirkname answers';

async function write(page: Frame, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your message' });
  await field.fill(text);
  await field.press('Enter');
}

interface Thread {
  readonly conversationId: string;
  readonly token: string;
  readonly renewal: string;
}

/** As the widget keeps it in this browser. */
async function threadOf(chat: Frame): Promise<Thread> {
  const { origins } = await chat.page().context().storageState();
  const kept = origins.flatMap(({ localStorage }) =>
    localStorage.flatMap(({ name, value }) => (name.startsWith('warmline:') ? [JSON.parse(value) as unknown] : [])),
  );
  const [found] = (kept as readonly { thread?: Thread }[]).flatMap(({ thread }) => thread ?? []);
  if (found === undefined) throw new Error('The widget has kept no conversation.');
  return found;
}

onEveryEngine('an erased customer, with their page and the agent’s open', (start) => {
  let house: StoreHouse;
  let browser: Browser;
  let server: ServerProcess;

  if (findChromium() === undefined) {
    it('skipped: Chromium is not on PATH and CHROMIUM_PATH is not set');
    return;
  }

  before(async () => {
    house = await start();
    browser = await launchChromium();
    server = await startServer(house.env);
  });
  after(async () => {
    await browser.close();
    await server.stop();
    await house.close();
  });

  async function openBoth(): Promise<{ readonly agent: Page; readonly customer: Frame }> {
    const { page: agent } = await visit(browser, `${server.url}/desk`);
    await agent.getByRole('button', { name: /Ana Silva/ }).click();
    await agent.getByRole('button', { name: 'Claim next' }).waitFor(patience);
    const customer = await openChat((await visit(browser, server.url)).page);
    await write(customer, words);
    await sees(customer, words);
    await customer.getByRole('button', { name: 'Talk to a person', exact: true }).first().click();
    await customer.getByText('You are next in line').first().waitFor(patience);
    await agent.getByRole('button', { name: 'Claim next' }).click();
    await sees(agent, words);
    await sees(customer, /Ana Silva joined/);
    return { agent, customer };
  }

  /** All that managers can read or take away, as text. */
  async function everything(): Promise<string> {
    const maya = await signIn(server.url, 'maya');
    const period = `from=${Date.now() - 3_600_000}&to=${Date.now() + 3_600_000}`;
    const list = await maya.call<EpisodePage>(`GET /insights/episodes?${period}`);
    const single = list.body.rows.map(({ id }) => maya.call(`GET /insights/episodes/${encodeURIComponent(id)}`));
    const { headers } = await fetch(`${server.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'maya' }),
    });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const files = ['csv', 'jsonl', 'replay', 'corrections'].map(async (format) => {
      const answer = await fetch(`${server.url}/api/insights/export?${period}&format=${format}`, {
        headers: { cookie },
      });
      return answer.text();
    });
    return JSON.stringify([list.body, await Promise.all(single), await Promise.all(files)]);
  }

  it('is told so on both, goes on in a new conversation, and is nowhere in the figures', async () => {
    const { agent, customer } = await openBoth();
    const before = await threadOf(customer);
    const store = await house.open();
    const person = (await store.conversations.find(before.conversationId))!.customer.id;
    expect(await everything())
      .to.include(before.conversationId)
      .and.to.include(person);
    const counted = (await store.ledger.episodes({ from: 0, to: Date.now() + 60_000 }, 100)).length;

    expect((await store.erase(person)).conversations).to.equal(1);

    await sees(customer, 'Your earlier conversation is not kept here any more. This is a new one.');
    await agent.getByText('what was said in it has been erased').first().waitFor(patience);
    expect(await agent.locator('body').innerText()).to.not.include(words);
    expect(await customer.locator('body').innerText()).to.not.include(words);
    await sees(customer, /I am automated/);
    await write(customer, 'How long does delivery take?');
    await sees(customer, /two to four working days/);
    const after = await threadOf(customer);
    expect(after.conversationId).to.not.equal(before.conversationId);

    const at = `/conversations/${before.conversationId}`;
    for (const [place, token] of [
      [`GET ${at}/activities`, before.token],
      [`GET ${at}?watermark=3`, before.token],
      ['POST /conversations', before.token],
      ['POST /tokens/refresh', before.token],
      ['POST /tokens/refresh', before.renewal],
    ] as const) {
      const { status, body } = await call(server.url, place, { token });
      expect([status, body.error?.code], place).to.deep.equal([404, 'gone']);
    }
    const left = await everything();
    expect(left)
      .to.not.include(before.conversationId)
      .and.to.not.include(person)
      .and.to.not.match(/Quirkname|ends in 4711/);
    expect(left).to.include('"customerId":""');
    const now = await store.ledger.episodes({ from: 0, to: Date.now() + 60_000 }, 100);
    expect(now).to.have.length(counted + 1); // the figures keep the old one, and have the new one
  }).timeout(90_000);
});
