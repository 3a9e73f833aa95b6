/** The whole job in real browsers: ask, be answered, get angry, reach a person, rate the effort, read the figures. */
import { expect } from 'chai';
import type { Browser, Frame, Page } from 'playwright-core';
import { openChat } from '../../support/chat.js';
import { findChromium, launchChromium, visit } from '../../support/browser.js';
import { unclear } from '../../support/mind.js';
import { startServer, type ServerProcess } from '../../support/server.js';
import { type EngineCase, onEveryEngine, type StoreHouse } from '../../support/stores.js';

const patience = { timeout: 10_000 };

const log = (page: Page | Frame) => page.getByRole('log');
const sees = (page: Page | Frame, text: string | RegExp) => log(page).getByText(text).last().waitFor(patience);

async function write(page: Frame, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your message' });
  await field.fill(text);
  await field.press('Enter');
}

const comes = async (browser: Browser, url: string): Promise<Frame> => openChat((await visit(browser, url)).page);

async function signIn(browser: Browser, url: string, name: RegExp): Promise<Page> {
  const { page } = await visit(browser, url);
  await page.getByRole('button', { name }).click();
  return page;
}

/** Asks three kinds of questions: one the assistant knows, one it is unsure of, one it does not know. */
async function ask(customer: Frame): Promise<void> {
  await write(customer, 'How long does delivery take?');
  await sees(customer, /two to four working days/);
  const [first] = unclear.entries;
  await write(customer, unclear.text);
  await sees(customer, 'Did you mean one of these?');
  await customer.getByRole('button', { name: first?.title ?? '' }).click();
  await sees(customer, first?.answer.slice(0, 40) ?? '');
  await write(customer, 'How many moons does Jupiter have?');
  await sees(customer, /I don't know that one/);
}

async function getAngry(customer: Frame): Promise<void> {
  await write(customer, 'This is useless! The same stupid answers again, I have been waiting for three weeks!!');
  await sees(customer, /I am getting a person for you now/);
  await customer.getByText('You are next in line').first().waitFor(patience);
}

async function takeOver(agent: Page): Promise<void> {
  await agent.getByRole('button', { name: 'Claim next' }).click();
  await agent
    .getByText(/very frustrated/)
    .first()
    .waitFor(patience);
  await sees(agent, /The same stupid answers again/);
}

async function talk(customer: Frame, agent: Page): Promise<void> {
  await sees(customer, /Ana Silva joined/);
  await customer.getByText('You are with Ana Silva').first().waitFor(patience);
  const composer = agent.getByRole('textbox', { name: /reply|message|write/i }).first();
  await composer.fill('Hello, I am Ana. I have read everything and will sort it out.');
  await composer.press('Enter');
  await sees(customer, /I have read everything/);
  await write(customer, 'Thank you. And when will it be here?');
  await sees(agent, 'Thank you. And when will it be here?');
}

async function closeAndRate(customer: Frame, agent: Page): Promise<void> {
  await agent.getByRole('button', { name: 'Close', exact: true }).click();
  // the customer wrote last, so the desk asks before it closes
  await agent.getByRole('dialog').getByRole('radio', { name: 'Another reason' }).check();
  await agent.getByRole('dialog').getByRole('button', { name: /close/i }).last().click();
  await sees(customer, /made it easy to get this sorted/);
  await customer.getByRole('button', { name: /^6 of 7/ }).click();
  await sees(customer, /anything that made it easy or hard/);
  await write(customer, 'Ana was quick.');
  await sees(customer, 'Thank you. It is recorded.');
}

async function readFigures(browser: Browser, url: string): Promise<void> {
  const manager = await signIn(browser, `${url}/insights`, /Maya Lind/);
  await manager.getByRole('heading', { name: 'Are people waiting?' }).waitFor(patience);
  await manager.getByText('Ana was quick.').first().waitFor(patience);
}

function inBrowser(start: EngineCase['start']): void {
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

  it('goes from the first question to the figure on the dashboard', async () => {
    const agent = await signIn(browser, `${server.url}/desk`, /Ana Silva/);
    await agent.getByRole('button', { name: 'Claim next' }).waitFor(patience);
    const customer = await comes(browser, server.url);
    await ask(customer);
    await getAngry(customer);
    await takeOver(agent);
    await talk(customer, agent);
    await closeAndRate(customer, agent);
    await readFigures(browser, server.url);
  }).timeout(60_000);

  it('goes on where it was when the server is killed between escalation and claim', async () => {
    const agent = await signIn(browser, `${server.url}/desk`, /Ana Silva/);
    const customer = await comes(browser, server.url);
    await write(customer, 'How long does delivery take?');
    await sees(customer, /two to four working days/);
    await getAngry(customer);

    await server.crash();
    server = await startServer({ ...house.env, PORT: String(server.port) });
    await agent.getByRole('button', { name: 'Claim next' }).click();
    await sees(customer, /Ana Silva joined/);
    await talk(customer, agent);
    await closeAndRate(customer, agent);
    const words = (await log(customer).innerText()).match(/two to four working days/g);
    expect(words).to.have.length(1);
  }).timeout(60_000);

  it('ends with the survey when an answer solved it, and asks no second time', async () => {
    const customer = await comes(browser, server.url);
    await write(customer, 'Do you repair things?');
    await customer.getByRole('button', { name: 'That answers it' }).click();
    await sees(customer, /made it easy to get this sorted/);
    await customer.getByRole('button', { name: /^7 of 7/ }).click();
    await customer.getByRole('button', { name: 'Skip' }).click();
    await sees(customer, 'Thank you. It is recorded.');
    await write(customer, 'How long does delivery take?');
    await sees(customer, /two to four working days/);
    expect((await log(customer).innerText()).match(/made it easy to get this sorted/g)).to.have.length(1);
  }).timeout(30_000);
}

export const mainJob = (engine: EngineCase): void => onEveryEngine('the main job in the browser', inBrowser, [engine]);
