/** A closed case at the desk: found again after a reload, read, and reopened, by keyboard, on a phone, and by a supervisor. */
import { expect } from 'chai';
import type { Frame, Page } from 'playwright-core';
import { violations } from '../support/axe.js';
import { visit } from '../support/browser.js';
import { inBrowsers, patience } from '../support/browser-house.js';

const reads = (page: Page | Frame, text: string | RegExp) => page.getByText(text).first().waitFor(patience);
const mine = (page: Page) => page.getByRole('region', { name: /^Yours/ });
const reopenedBy = (name: string) => new RegExp(`${name} has reopened this conversation, and is with you again`);

inBrowsers('a closed case at the desk', (house) => {
  let customer: Frame;
  before(async () => {
    customer = await house().inLine();
    await house().claim();
    await house().write('It is on its way.');
    await reads(customer, 'It is on its way.');
  });

  const focused = (page: Page) => page.evaluate('document.activeElement?.tagName');
  const pressing = async (page: Page, name: string | RegExp) => {
    await page.getByRole('button', { name, exact: true }).focus(patience);
    await page.keyboard.press('Enter');
  };
  const told = (name: string) => customer.getByText(reopenedBy(name)).count();
  async function close(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Close', exact: true }).click(patience);
    await page.getByRole('button', { name: /^Undo/ }).waitFor(patience);
    await reads(page, /You closed this conversation\. .* is not told yet\./);
    await page.getByRole('button', { name: /^Undo/ }).waitFor({ timeout: 8000, state: 'detached' });
    await reads(page, /You closed this conversation\.$/);
  }

  it('is reopened from its pane, on a phone: the survey is withdrawn, and both are told what becomes of it', async () => {
    const { ana } = house();
    await close(ana);
    await customer.locator('.scale-step').first().waitFor(patience);
    await ana.setViewportSize({ width: 360, height: 740 });
    const box = (await ana.getByRole('button', { name: 'Reopen…' }).boundingBox(patience))!;
    expect(box.x + box.width).to.be.at.most(360);
    expect(box.height).to.be.at.least(24);
    await pressing(ana, 'Reopen…');
    await reads(ana, /was asked how easy it was, and has not answered\. Reopening takes the question back/);
    expect(await ana.evaluate('document.documentElement.scrollWidth')).to.be.at.most(360);
    expect(await violations(ana)).to.deep.equal([]);
    await pressing(ana, 'Reopen');
    await reads(customer, /is with you again\. You need not say how easy it was now/);
    expect(await customer.locator('.scale-step').count(), 'nobody is asked now').to.equal(0);
    await ana.setViewportSize({ width: 1280, height: 800 });
    await mine(ana).waitFor(patience);
    expect(await focused(ana)).to.not.equal('BODY');
    await house().write('One more thing.');
    await reads(customer, 'One more thing.');
    expect(await told('Ana Silva')).to.equal(1);
  }).timeout(60_000);

  it('is found again after a reload within two presses, and the survey was asked once', async () => {
    const { ana } = house();
    await close(ana);
    await customer
      .getByText(/Ana Silva closed this conversation/)
      .nth(1)
      .waitFor(patience);
    expect(await customer.locator('.scale-step').count()).to.equal(0);
    await ana.reload();
    await pressing(ana, 'Closed by you lately');
    const row = ana.locator('.closed-row').first();
    await row.waitFor(patience);
    expect(await violations(ana)).to.deep.equal([]);
    await row.focus();
    await ana.keyboard.press('Enter');
    await ana.locator('.closed-entries').getByText('One more thing.').waitFor(patience);
    expect(await violations(ana)).to.deep.equal([]);
    expect(await focused(ana)).to.not.equal('BODY');
    await pressing(ana, 'Reopen');
    await mine(ana).waitFor(patience);
    expect(await focused(ana)).to.not.equal('BODY');
    await customer.getByText(reopenedBy('Ana Silva')).nth(1).waitFor(patience);
    expect(await customer.getByText(/made it easy to get this sorted/).count()).to.equal(1);
  }).timeout(60_000);

  it('is told to nobody while its close can be undone', async () => {
    const { ana } = house();
    await ana.getByRole('button', { name: 'Close', exact: true }).click(patience);
    await ana.getByRole('button', { name: /^Undo/ }).click(patience);
    await mine(ana).waitFor(patience);
    await house().write('Still here.');
    await reads(customer, 'Still here.');
    expect(await told('Ana Silva')).to.equal(2);
  }).timeout(60_000);

  it('is a supervisor’s to reopen as well, and not a colleague’s', async () => {
    const { ana, browser, server, signIn } = house();
    await close(ana);
    const ben = (await visit(browser, `${server.url}/desk`)).page;
    await signIn(ben, /Ben/);
    await pressing(ben, 'Closed by you lately');
    await reads(ben, 'You have closed no case in the last 24 hours.');
    const sam = (await visit(browser, `${server.url}/desk`)).page;
    await signIn(sam, /Sam/);
    await pressing(sam, 'Closed lately');
    await sam.locator('.closed-row').first().click(patience);
    await reads(sam, /Closed today, .*, by Ana Silva/);
    await pressing(sam, 'Reopen');
    await mine(sam).waitFor(patience);
    await customer.getByText(/^Sam.* has reopened this conversation/).waitFor(patience);
  }).timeout(60_000);
});
