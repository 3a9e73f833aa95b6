/** An admin's page of what the team has done, on a real server: looked for, gone through, taken away. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { violations } from '../support/axe.js';
import { visit } from '../support/browser.js';
import { inBrowsers, patience } from '../support/browser-house.js';
import { signIn } from '../support/desk-member.js';

const reads = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(patience);
const rows = (page: Page) => page.locator('.audit-table tbody tr');

inBrowsers('the audit, at its page', (house) => {
  async function admin(width?: number): Promise<Page> {
    const { page } = await visit(house().browser, `${house().server.url}/desk/audit`, width);
    await page.getByRole('button', { name: /Noor Haddad/ }).click(patience);
    await page.getByRole('heading', { name: 'Audit' }).waitFor(patience);
    await rows(page).first().waitFor(patience);
    return page;
  }
  before(async () => {
    const { url } = house().server;
    await house().inLine();
    await house().claim();
    await signIn(url, 'ben');
    const noor = await signIn(url, 'noor');
    const change = { version: 1, name: 'Ben Okafor', queues: ['main'], languages: [], off: false };
    await noor.call('POST /people/ben', change);
    for (let n = 0; n < 60; n += 1) await noor.call('GET /audit?kind=person');
  });

  it('tells each deed in words, with what was before and after', async () => {
    const page = await admin();
    await page.getByRole('combobox', { name: 'What' }).selectOption('person', patience);
    const row = page.getByRole('row', { name: /changed a person/ });
    await row.waitFor(patience);
    expect(await row.innerText())
      .to.contain('Noor Haddad')
      .and.contain('Ben Okafor')
      .and.contain('queues: all → main');
    await page.getByRole('combobox', { name: 'What' }).selectOption('ticket', patience);
    await reads(page, 'took a conversation');
    expect(await rows(page).first().innerText()).to.contain('with: none → ana');
  });

  it('is looked for by person and by day, and goes on where there is more', async () => {
    const page = await admin();
    expect(await rows(page).count()).to.equal(50);
    await page.getByRole('button', { name: 'Show earlier' }).click(patience);
    await rows(page).nth(60).waitFor(patience);
    const who = page.getByRole('searchbox', { name: 'Who' });
    await who.fill('ana', patience);
    await who.press('Enter');
    await reads(page, 'took a conversation');
    await rows(page)
      .nth(1)
      .waitFor({ state: 'detached', ...patience });
    await page.getByLabel('Day').fill('2020-01-01', patience);
    await reads(page, 'Nothing like that was written down.');
  });

  it('is taken away as what is looked for, which is written down', async () => {
    const page = await admin();
    await page.getByRole('combobox', { name: 'What' }).selectOption('person', patience);
    await page.getByRole('row', { name: /changed a person/ }).waitFor(patience);
    const [file] = await Promise.all([
      page.waitForEvent('download', patience),
      page.getByRole('link', { name: 'CSV' }).click(patience),
    ]);
    const text = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\n');
    expect(text[0]).to.equal('at,who,name,role,what,about,asked,before,after,outcome,from');
    expect(text).to.have.length(2);
    await page.getByRole('combobox', { name: 'What' }).selectOption('', patience);
    await reads(page, 'took the audit away');
  });

  it('is reached and left by the keyboard alone', async () => {
    const page = await admin();
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate<string>('document.activeElement.textContent')) === 'People') break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'People' }).waitFor(patience);
  });

  for (const [scheme, width] of [
    ['light', 1440],
    ['dark', 1440],
    ['light', 360],
    ['dark', 360],
  ] as const) {
    it(`has no fault that axe finds, and nothing beside the screen: ${scheme}, ${width} px`, async () => {
      const page = await admin(width);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      expect(await violations(page, true)).to.deep.equal([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).to.be.at.most(0);
    });
  }
});
