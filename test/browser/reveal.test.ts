/** What is masked, shown at the desk to who holds the conversation: by one button, for as long as they want. */
import { expect } from 'chai';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { violations } from '../support/axe.js';
import { visit } from '../support/browser.js';
import { inBrowsers, patience } from '../support/browser-house.js';

const policy = 'mask: [card, email, phone]\nreveal: { email: agent, phone: supervisor }\n';
const words = 'Write to zoe@example.com, call +49 171 1234567, my card is 4242 4242 4242 4242';

function furnish(folder: string) {
  const content = join(folder, 'content');
  mkdirSync(content);
  writeFileSync(join(content, 'privacy.yaml'), policy);
  return { CONTENT_DIR: content, SEAL_SECRET: 'a-secret-of-the-tests'.padEnd(40, 'x') };
}

inBrowsers(
  'what is masked, at the desk',
  (house) => {
    const shows = (page: Page, text: string) => page.getByRole('log').getByText(text).first().waitFor(patience);
    before(async () => {
      const customer = await house().inLine();
      const field = customer.getByRole('textbox', { name: 'Your message' });
      await field.fill(words, patience);
      await field.press('Enter');
      await customer.getByText('[e-mail address]').first().waitFor(patience);
      await house().claim();
    });

    it('is shown and hidden again by the keyboard alone, in the place of its mask', async () => {
      const { ana } = house();
      await shows(ana, '[e-mail address]');
      const show = ana.getByRole('button', { name: 'Show the e-mail address' });
      await show.focus(patience);
      await ana.keyboard.press('Enter');
      await shows(ana, 'zoe@example.com');
      const log = await ana.getByRole('log').innerText();
      expect(log).to.include('Write to zoe@example.com, call [phone ending 67], my card is [card ending 4242]');
      expect(await ana.evaluate<string>('document.activeElement.textContent')).to.equal('Hide the e-mail address');
      await ana.keyboard.press('Enter');
      await shows(ana, '[e-mail address]');
      expect(await ana.getByRole('log').innerText()).to.not.include('zoe@');
    });

    it('is offered to an agent for what agents may see alone, and to a supervisor for more', async () => {
      const { ana, browser, server } = house();
      const offered = ana.getByRole('log').getByRole('button', { name: /^Show the/ });
      expect(await offered.allInnerTexts()).to.deep.equal(['Show the e-mail address']);
      const sam = (await visit(browser, `${server.url}/desk`)).page;
      await house().signIn(sam, /Sam Reed/);
      await sam
        .getByRole('region', { name: /^With agents/ })
        .getByRole('button')
        .first()
        .click(patience);
      await sam.getByRole('button', { name: 'Show the phone number' }).click(patience);
      await shows(sam, '+49 171 1234567');
    });

    it('is told to an admin, with who looked and at what', async () => {
      const page = (await visit(house().browser, `${house().server.url}/desk/audit`)).page;
      await page.getByRole('button', { name: /Noor Haddad/ }).click(patience);
      await page.getByRole('combobox', { name: 'What' }).selectOption('reveal', patience);
      const row = page.getByRole('row', { name: /had the masked phone number of message \d+ shown/ });
      await row.waitFor(patience);
      expect(await row.innerText()).to.include('Sam Reed');
    });

    for (const [scheme, width] of [
      ['light', 1440],
      ['dark', 1440],
      ['light', 360],
      ['dark', 360],
    ] as const) {
      it(`has no fault that axe finds: ${scheme}, ${width} px`, async () => {
        const { ana } = house();
        await ana.setViewportSize({ width, height: 800 });
        await ana.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        const show = ana.getByRole('button', { name: 'Show the e-mail address' });
        if (await show.isVisible()) await show.click(patience);
        await shows(ana, 'zoe@example.com');
        expect(await violations(ana, true)).to.deep.equal([]);
      });
    }
  },
  furnish,
);
