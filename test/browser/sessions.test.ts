/** Where one is signed in, behind one's name on every page of the team: looked at, one ended, all ended. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { violations } from '../support/axe.js';
import { visit } from '../support/browser.js';
import { inBrowsers, patience } from '../support/browser-house.js';
import { signIn } from '../support/desk-member.js';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Where you are signed in' });
const rows = (page: Page) => dialog(page).getByRole('listitem');

inBrowsers('where one is signed in', (house) => {
  async function opened(path: string, name: RegExp, width?: number): Promise<Page> {
    const { page } = await visit(house().browser, house().server.url + path, width);
    await page.getByRole('button', { name }).click(patience);
    await page.getByRole('button', { name: /: where you are signed in$/ }).click(patience);
    await rows(page).first().waitFor(patience);
    return page;
  }

  it('is told with each sign-in: which browser, from where, since when, and which is this one', async () => {
    await signIn(house().server.url, 'ben');
    const page = await opened('/desk', /Ben Okafor/);
    expect(await rows(page).count()).to.equal(2);
    const own = await rows(page).filter({ hasText: 'This one' }).innerText();
    expect(own)
      .to.match(/Chrome on Linux/)
      .and.to.match(/From 127\.0\.0\.1 · since today, \d\d:\d\d · used today, \d\d:\d\d/);
    expect(own).to.match(/ends .* at the latest/);
  });

  it('ends one of them, and says so', async () => {
    const other = await signIn(house().server.url, 'chloe');
    const page = await opened('/desk', /Chloe Martin/);
    await dialog(page)
      .getByRole('button', { name: /^Sign out .* at 127/ })
      .click(patience);
    await dialog(page).getByText('is signed out.').waitFor(patience);
    expect(await rows(page).count()).to.equal(1);
    expect((await other.call('GET /desk/line')).status).to.equal(401);
  });

  for (const [path, name] of [
    ['/insights', /Maya Lind/],
    ['/desk/people', /Noor Haddad/],
  ] as const) {
    it(`ends all of them by the keyboard alone, at ${path}`, async () => {
      const page = await opened(path, name);
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'hidden', ...patience });
      expect(await page.evaluate<string>('document.activeElement.textContent')).to.match(/where you are/);
      await page.keyboard.press('Enter');
      await rows(page).first().waitFor(patience);
      for (let presses = 0; presses < 10; presses += 1) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate<string>('document.activeElement.textContent')) === 'Sign out everywhere') break;
      }
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/sign-in/, patience);
      expect(await page.evaluate<number>('fetch("/api/me").then(({ status }) => status)')).to.equal(401);
    });
  }

  for (const [scheme, width] of [
    ['light', 1440],
    ['dark', 360],
  ] as const) {
    it(`has no fault that axe finds, and nothing beside the screen: ${scheme}, ${width} px`, async () => {
      const page = await opened('/desk', /Sam Reed/, width);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      expect(await violations(page, true)).to.deep.equal([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).to.be.at.most(0);
    });
  }
});
