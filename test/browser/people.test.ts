/** An admin's page of who works here, on a real server: by the keyboard alone, on a narrow screen, and with two admins. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { violations } from '../support/axe.js';
import { visit } from '../support/browser.js';
import { inBrowsers, patience } from '../support/browser-house.js';
import { signIn } from '../support/desk-member.js';

const reads = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(patience);
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const dialog = (page: Page) => page.getByRole('dialog');
const focused = (page: Page) =>
  page.evaluate<string>('`${document.activeElement.tagName} ${document.activeElement.textContent}`');

/** Its label, or its words with those of the label around it. */
const named = `(({ activeElement: at }) =>
  [at.getAttribute('aria-label'), at.textContent, at.closest('label')?.textContent].map((one) => one ?? '').join(' '))(document)`;

/** Presses Tab until what has the focus is named so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await page.evaluate<string>(named))) return;
  }
  throw new Error(`The keyboard does not reach ${String(name)}.`);
}

inBrowsers('people, at their page', (house) => {
  async function admin(width?: number): Promise<Page> {
    const { page } = await visit(house().browser, `${house().server.url}/desk/people`, width);
    await page.getByRole('button', { name: /Noor Haddad/ }).click(patience);
    await page.getByRole('heading', { name: 'People' }).waitFor(patience);
    await row(page, 'Ana Silva').waitFor(patience);
    return page;
  }
  before(async () => {
    for (const who of ['ben', 'sam', 'maya']) await signIn(house().server.url, who);
  });

  it('is refused to who is no admin, in words', async () => {
    const { page } = await visit(house().browser, `${house().server.url}/desk/people`);
    await page.getByRole('button', { name: /Maya Lind/ }).click(patience);
    await page.waitForURL(/\/desk\/people/, patience);
    await reads(page, 'You are signed in as Maya Lind. This is for administrators.');
  });

  it('is used by the keyboard alone: a person is edited, and that is undone', async () => {
    const page = await admin();
    await tabTo(page, /^Edit Ben Okafor/);
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('heading', { name: 'Ben Okafor' }).waitFor(patience);
    await tabTo(page, /^ {2}All, also those/);
    await page.keyboard.press('Space');
    await tabTo(page, /Returns and refunds$/);
    await page.keyboard.press('Space');
    await tabTo(page, /^ Save/);
    await page.keyboard.press('Enter');
    await reads(page, 'Ben Okafor is saved.');
    expect(await row(page, 'Ben Okafor').innerText()).not.to.contain('Returns and refunds');
    expect(await row(page, 'Ben Okafor').innerText()).to.contain('Support');
    expect(await focused(page), 'back where it was opened').to.equal('BUTTON Edit');
    await tabTo(page, /^ Undo/);
    await page.keyboard.press('Enter');
    await reads(page, 'Ben Okafor is as before.');
    expect(await row(page, 'Ben Okafor').innerText()).to.contain('All queues');
  });

  it('switches a person off: their desk is closed at once, their customer waits again, and they read why they stay out', async () => {
    const page = await admin();
    const customer = await house().inLine();
    await house().claim();
    await row(page, 'Ana Silva').getByRole('button').click(patience);
    await dialog(page).getByRole('checkbox', { name: 'Switched off' }).check(patience);
    await dialog(page).getByRole('button', { name: 'Save' }).click(patience);
    await reads(page, 'Ana Silva is switched off and signed out.');
    await row(page, 'Ana Silva.*Switched off').waitFor(patience);
    await customer.getByRole('region', { name: 'Your place in line' }).waitFor(patience);
    const { ana } = house();
    await ana.waitForURL(/\/sign-in/, patience);
    await ana.getByRole('button', { name: /Ana Silva/ }).click(patience);
    await reads(ana, 'You are switched off here, so you cannot sign in. Ask an administrator.');
    await page.getByRole('button', { name: 'Undo' }).click(patience);
    await reads(page, 'Ana Silva is as before.');
    await house().signIn(ana, /Ana Silva/);
  }).timeout(40_000);

  it('lets nobody switch themselves off', async () => {
    const page = await admin();
    await row(page, 'Noor Haddad').getByRole('button').click(patience);
    expect(await dialog(page).getByRole('checkbox', { name: 'Switched off' }).isDisabled()).to.equal(true);
    await reads(page, 'You cannot switch yourself off. Ask another administrator.');
  });

  it('tells the later of two admins what the other has changed, and keeps what they meant', async () => {
    const [first, second] = [await admin(), await admin()];
    for (const page of [first, second]) await row(page, 'Ben Okafor').getByRole('button').click(patience);
    await dialog(first).getByRole('combobox', { name: 'Conversations at once' }).selectOption('2', patience);
    await dialog(first).getByRole('button', { name: 'Save' }).click(patience);
    await reads(first, 'Ben Okafor is saved.');
    await dialog(second)
      .getByRole('textbox', { name: /Languages/ })
      .fill('en, de', patience);
    await dialog(second).getByRole('button', { name: 'Save' }).click(patience);
    await dialog(second).getByRole('alert').getByText('At once: 4, as usual → 2').waitFor(patience);
    expect(await violations(second, true)).to.deep.equal([]);
    expect(
      await dialog(second)
        .getByRole('textbox', { name: /Languages/ })
        .inputValue(),
    ).to.equal('en, de');
    await dialog(second).getByRole('button', { name: 'Save' }).click(patience);
    await reads(second, 'Ben Okafor is saved.');
    const cells = await row(second, 'Ben Okafor').innerText();
    expect(cells).to.contain('English, German');
    expect(cells).to.match(/\b2\b/);
  });

  it('signs a person out everywhere', async () => {
    const sam = await signIn(house().server.url, 'sam');
    const page = await admin();
    await row(page, 'Sam Reed').getByRole('button').click(patience);
    await dialog(page).getByRole('button', { name: 'Sign out everywhere' }).click(patience);
    await reads(page, 'Sam Reed is signed out everywhere.');
    expect((await sam.call('GET /me')).status).to.equal(401);
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
      const wide = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(await wide()).to.be.at.most(0);
      await row(page, 'Ben Okafor').getByRole('button').click(patience);
      await dialog(page).getByRole('heading', { name: 'Ben Okafor' }).waitFor(patience);
      expect(await violations(page, true)).to.deep.equal([]);
      expect(await wide()).to.be.at.most(0);
    });
  }
});
