/** Several people at the desk: a conversation is passed on, taken over and closed by a supervisor; a desk that is closed. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { openChat } from '../support/chat.js';
import { findChromium, launchChromium, visit } from '../support/browser.js';
import { patience } from '../support/browser-house.js';
import { closedDesk, copyPackage } from '../support/package.js';
import { startServer, type ServerProcess } from '../support/server.js';

const press = (page: Page | Frame, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).click(patience);
const reads = (page: Page | Frame, text: string | RegExp) => page.getByText(text).first().waitFor(patience);
const group = (page: Page, name: RegExp) => page.getByRole('region', { name });
const answer = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click(patience);

describe('several people at the desk', () => {
  if (findChromium() === undefined) {
    it('skipped: Chromium is not on PATH and CHROMIUM_PATH is not set');
    return;
  }
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'warmline-team-'));

  before(async () => {
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const atDesk = async (server: ServerProcess, name: RegExp): Promise<Page> => {
    const { page } = await visit(browser, `${server.url}/desk`);
    await page.getByRole('button', { name }).click();
    await page.getByRole('button', { name: 'Claim next' }).waitFor(patience);
    return page;
  };
  const inLine = async (server: ServerProcess): Promise<Frame> => {
    const chat = await openChat((await visit(browser, server.url)).page);
    await press(chat, 'Talk to a person');
    await chat.getByRole('region', { name: 'Your place in line' }).waitFor(patience);
    return chat;
  };
  const write = async (page: Frame, text: string) => {
    await page.getByRole('textbox', { name: 'Your message' }).fill(text, patience);
    await page.getByRole('textbox', { name: 'Your message' }).press('Enter');
  };
  const passTo = async (page: Page, target: RegExp) => {
    await press(page, 'Pass on…');
    await page.getByRole('radio', { name: target }).check(patience);
    await page.getByRole('button', { name: /^Pass on to/ }).click(patience);
  };

  describe('that is open', () => {
    let server: ServerProcess;
    let people: Readonly<Record<'ana' | 'ben' | 'sam', Page>> & { readonly customer: Frame };

    before(async () => {
      server = await startServer({ DATA_DIR: join(folder, 'open') });
      const chloe = await atDesk(server, /Chloe Martin/);
      await chloe.getByRole('switch', { name: 'At the desk' }).click();
      const [ana, ben, sam] = [
        await atDesk(server, /Ana Silva/),
        await atDesk(server, /Ben Okafor/),
        await atDesk(server, /Sam Reed/),
      ];
      people = { ana, ben, sam, customer: await inLine(server) };
    });
    after(() => server.stop());

    it('offers colleagues who are here, and says why the others cannot have it', async () => {
      const { ana } = people;
      await press(ana, 'Claim next');
      await press(ana, 'Pass on…');
      expect(await ana.getByRole('radio', { name: /Ben Okafor Here, 4 seats left/ }).isEnabled(patience)).to.equal(
        true,
      );
      expect(await ana.getByRole('radio', { name: /Chloe Martin Away/ }).isEnabled()).to.equal(false);
      expect(await ana.getByRole('radio', { name: /Support It came from here/ }).isEnabled()).to.equal(false);
      expect(await ana.getByRole('radio', { name: /Returns and refunds Open/ }).isEnabled()).to.equal(true);
      await answer(ana, 'Keep it');
    }).timeout(30_000);

    it('passes a conversation to a colleague, who is told, as is the customer', async () => {
      const { ana, ben, customer } = people;
      await passTo(ana, /Ben Okafor/);
      await reads(ana, /^Ben Okafor has the conversation with Guest/);
      await reads(ben, /^Guest \w+ is with you now/);
      await group(ben, /^Yours/).waitFor(patience);
      await reads(customer, 'Ana Silva passed you on to Ben Okafor, who has everything you wrote.');
      await reads(customer, 'You are with Ben');
    }).timeout(30_000);

    it('shows it to the supervisor with its holder, to be read and taken over', async () => {
      const { ben, sam, customer } = people;
      await group(sam, /^With agents · 1$/)
        .getByRole('button', { name: /Ben Okafor/ })
        .click(patience);
      await reads(sam, 'Ben Okafor has this conversation now.');
      expect(await sam.getByRole('textbox').count()).to.equal(0);
      await press(sam, 'Take over');
      await reads(sam, /reads that you joined in place of Ben Okafor/);
      await answer(sam, 'Take over');
      await group(sam, /^Yours · 1/).waitFor(patience);
      await reads(ben, /^Sam Reed has the conversation with Guest/);
      await reads(customer, /^Sam Reed joined in place of Ben Okafor/);
    }).timeout(30_000);

    it('passes it into another line, where the supervisor closes it without an answer', async () => {
      const { sam, ana, customer } = people;
      await passTo(sam, /Returns and refunds/);
      await reads(sam, 'Passed on'); // the bar by which it can be undone
      await reads(customer, /^Sam Reed passed you on to Returns and refunds/);
      await group(ana, /^Waiting · 1/)
        .getByText('Returns and refunds')
        .first()
        .waitFor(patience);
      await press(sam, 'Close');
      await reads(sam, /leaves the line without having talked to a person/);
      await sam.getByRole('radio', { name: 'Another reason' }).check(patience);
      await answer(sam, 'Close it');
      await reads(customer, /made it easy to get this sorted/);
      await reads(ana, 'Everyone is looked after.');
    }).timeout(30_000);
  });

  it('that is closed leads customers to a message, and says so to agents', async () => {
    const copy = copyPackage(closedDesk);
    const server = await startServer({ DATA_DIR: join(folder, 'closed') }, { program: copy.program });
    try {
      const customer = await inLine(server);
      const card = customer.getByRole('region', { name: 'Your place in line' });
      await card.getByText(/^The desk is closed now\. It opens \w+day at 09:00/).waitFor(patience);
      expect(await card.innerText()).not.to.match(/The wait is/);
      await reads(customer, 'Your place in line is kept until we open');
      await card.getByRole('button', { name: 'Leave a message instead' }).click();
      await reads(customer, /Write your message/);
      await write(customer, 'The lamp flickers.');
      await reads(customer, /How can we reach you/);
      await write(customer, 'eve@example.org');
      await card.getByText(/^Your message is kept/).waitFor(patience);
      await card.getByRole('button', { name: 'Leave another message' }).waitFor(patience);
      const agent = await atDesk(server, /Ana Silva/);
      await reads(agent, /^The desk is closed and opens \w+day at 09:00/);
    } finally {
      await server.stop();
      copy.remove();
    }
  }).timeout(60_000);
});
