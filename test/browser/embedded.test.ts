/** The chat on somebody else's site, in a real browser: one line, a module, an element that comes and goes. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { inPackage } from '../../src/base/index.js';
import { chatOn, openChat } from '../support/chat.js';
import { inBrowsers, patience } from '../support/browser-house.js';
import { openSite, type Site } from '../support/site.js';
import { until } from '../support/until.js';

const hello = '<h1>Lamps</h1><p>Made to be used for years.</p>';

inBrowsers('the chat on another site', (house) => {
  let site: Site;
  before(async () => (site = await openSite('127.0.0.1')));
  after(() => site.close());

  const origin = () => house().server.url;
  const line = (more = 'async') => `<script src="${origin()}/widget.js" ${more}></script>`;
  const html = (head: string, body = hello) =>
    `<!doctype html><html lang="en"><head><title>Lamps</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

  interface Visit {
    readonly page: Page;
    /** All that the browser says against the page. */
    readonly complaints: string[];
  }
  async function visit(url: string): Promise<Visit> {
    const context = await house().browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(url);
    return { page, complaints };
  }
  /** As the server counts them: a page that is gone has none. */
  const settles = (count: number) =>
    until(`${count} open sockets`, async () => {
      const figures = await (await fetch(`${origin()}/metrics`)).text();
      return Number(/open_sockets (\d+)/.exec(figures)?.[1]) === count;
    });
  const answers = async (page: Page) => {
    const chat = await openChat(page);
    const field = chat.getByRole('textbox', { name: 'Your message' });
    await field.fill('How long does delivery take?', patience);
    await field.press('Enter');
    await chat.getByRole('button', { name: 'That answers it' }).waitFor(patience);
    return chat;
  };

  const ways: Readonly<Record<string, () => string>> = {
    'a classic script': () => html(line('')),
    'an async script': () => html(line('async data-theme="dark"')),
    'a module script': () => html(line('type="module"')),
    'the module warmline/widget': () =>
      html(
        `<script type="module">import { mount } from '${origin()}/widget.mjs'; mount({ origin: '${origin()}' });</script>`,
      ),
    'an element in the page': () =>
      html(
        `<script type="module">import '${origin()}/widget.mjs';</script>`,
        `${hello}<warmline-chat origin="${origin()}"></warmline-chat>`,
      ),
  };
  for (const [way, page] of Object.entries(ways)) {
    it(`comes by ${way}, answers, and the console stays clean`, async () => {
      const { page: shown, complaints } = await visit(site.page({ body: page() }));
      await answers(shown);
      expect(complaints).to.deep.equal([]);
      await shown.context().close();
      await settles(0);
    });
  }

  it('leaves nothing behind when it is removed, and is whole when it is mounted again', async () => {
    const { page } = await visit(site.page({ body: html(line()) }));
    await answers(page);
    await settles(1);
    await page.evaluate('warmline.remove()');
    await settles(0);
    expect(await page.locator('warmline-chat').count()).to.equal(0);
    await page.evaluate(`import('${origin()}/widget.mjs').then(({ mount }) => void mount({ origin: '${origin()}' }))`);
    const chat = await chatOn(page);
    await chat.getByText('How long does delivery take?', { exact: true }).waitFor(patience);
    await settles(1);
    await page.context().close();
  });

  it('goes on when an application moves it, and when the body is exchanged', async () => {
    const { page, complaints } = await visit(site.page({ body: html(line()) }));
    await answers(page);
    await page.evaluate(`document.querySelector('p').append(document.querySelector('warmline-chat'))`);
    await (await chatOn(page)).getByText('How long does delivery take?', { exact: true }).waitFor(patience);
    await settles(1);
    await page.evaluate(`document.documentElement.append(document.querySelector('warmline-chat'))`);
    await page.evaluate(`(() => {
      const body = document.createElement('body');
      body.innerHTML = '<h1>Another page</h1>';
      document.body.replaceWith(body);
    })()`);
    await (await chatOn(page)).getByText('How long does delivery take?', { exact: true }).waitFor(patience);
    await settles(1);
    expect(complaints).to.deep.equal([]);
    await page.context().close();
  });

  it('does what scripts of the page ask, also before it is there, and tells them what happens', async () => {
    const before = `<script>
      window.told = [];
      window.warmline = window.warmline || [];
      for (const name of ['open', 'close', 'unread', 'message', 'status']) warmline.push(['on', name, (detail) => told.push(name + ' ' + JSON.stringify(detail))]);
      warmline.push(['prefill', 'My order is ']);
      warmline.push(['open']);
    </script>`;
    const { page, complaints } = await visit(site.page({ body: html(before + line()) }));
    const chat = await chatOn(page);
    const field = chat.getByRole('textbox', { name: 'Your message' });
    await field.waitFor(patience);
    expect(await field.inputValue()).to.equal('My order is ');
    await page.evaluate(`warmline.send('How long does delivery take?')`);
    await chat.getByRole('button', { name: 'That answers it' }).waitFor(patience);
    await page.evaluate('warmline.hide()');
    expect(await page.getByRole('button', { name: /chat/ }).count()).to.equal(0);
    await page.evaluate('(warmline.show(), warmline.toggle())');
    await chat.getByRole('button', { name: 'That answers it' }).waitFor(patience);
    const told = await page.evaluate<string[]>('told');
    expect(told).to.include.members(['open undefined', 'close undefined', 'status {"state":"assistant"}']);
    expect(told.join()).to.include('"from":"customer"').and.to.not.include('delivery');
    expect(await page.evaluate('warmline.version')).to.equal(1);
    expect(complaints).to.deep.equal([]);
    await page.context().close();
  });

  it('forgets all of a conversation when somebody signs out, in every tab', async () => {
    const { page } = await visit(site.page({ body: html(line()) }));
    await answers(page);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: /^Open chat/ }).click(patience);
    const second = await chatOn(other);
    await second.getByText('How long does delivery take?', { exact: true }).waitFor(patience);
    await page.evaluate('warmline.signOut()');
    for (const chat of [await chatOn(page), second]) {
      await chat.getByText('How long does delivery take?', { exact: true }).waitFor({ state: 'detached', ...patience });
    }
    expect(await (await chatOn(page)).evaluate('JSON.stringify({ ...localStorage })')).to.equal('{}');
    const chat = await openChat(page);
    expect(await chat.getByRole('log').innerText()).to.not.include('two to four working days');
    await page.context().close();
  });

  it('is hidden on the pages it is told to be, and stands aside of what a page has there', async () => {
    const { page } = await visit(site.page({ body: html(line('async data-offset="40 120" data-side="left"')) }));
    const box = await page.getByRole('button', { name: /^Open chat/ }).boundingBox();
    expect([box?.x, (box?.y ?? 0) + (box?.height ?? 0)]).to.deep.equal([40, 680]);
    const { page: away } = await visit(site.page({ body: html(line('async data-hide-on="/page-*"')) }));
    await away.locator('warmline-chat').waitFor({ state: 'attached', ...patience });
    expect(await away.getByRole('button', { name: /chat/ }).count()).to.equal(0);
    await Promise.all([page, away].map((one) => one.context().close()));
  });

  it('opens by the plain example, with its colours and its own button', async () => {
    const plain = readFileSync(inPackage('deploy/site/plain.html'), 'utf8');
    const { page } = await visit(site.page({ body: plain.replaceAll('https://support.example.com', origin()) }));
    await page.getByRole('button', { name: 'Ask us something' }).click(patience);
    const chat = await chatOn(page);
    await chat
      .getByText(/I am automated/)
      .first()
      .waitFor(patience);
    const accent = await chat.evaluate('getComputedStyle(document.documentElement).getPropertyValue("--accent")');
    expect(accent).to.equal('#7a2e8f');
    await page.context().close();
  });

  it('comes and goes with the React example', async () => {
    const built = await build({
      stdin: {
        contents: `import { StrictMode } from 'react'; import { createRoot } from 'react-dom/client'; import { App } from './react.jsx';
          createRoot(document.getElementById('root')).render(<StrictMode><App origin="${origin()}" /></StrictMode>);`,
        resolveDir: inPackage('deploy/site'),
        loader: 'jsx',
      },
      alias: { 'warmline/widget': inPackage('dist/web/widget.mjs') },
      jsx: 'automatic',
      bundle: true,
      write: false,
      format: 'esm',
      define: { 'process.env.NODE_ENV': '"development"' },
    });
    const script = site.page({ body: built.outputFiles[0]?.text ?? '', type: 'text/javascript' });
    const body = html('', `<div id="root"></div><script type="module" src="${script}"></script>`);
    const { page, complaints } = await visit(site.page({ body }));
    await answers(page);
    await page.getByRole('button', { name: 'Without the chat' }).click(patience);
    await settles(0);
    await page.getByRole('button', { name: 'With the chat' }).click(patience);
    await (await chatOn(page)).getByText('How long does delivery take?', { exact: true }).waitFor(patience);
    await settles(1);
    expect(complaints).to.deep.equal([]);
    await page.context().close();
  });
});
