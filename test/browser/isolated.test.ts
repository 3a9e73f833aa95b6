/** The chat on pages that are hostile, strict or blind: it can be seen, used and trusted there as anywhere. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { chatOn, openChat } from '../support/chat.js';
import { inBrowsers, patience } from '../support/browser-house.js';
import { startServer } from '../support/server.js';
import { openSite, type Site } from '../support/site.js';

/** What pages do to elements they do not know, each by itself. */
const sheets: Readonly<Record<string, string>> = {
  'what is not defined is hidden': ':not(:defined) { visibility: hidden !important; }',
  'everything is hidden': '* { display: none !important; } html, body { display: block !important; }',
  'every child is moved': 'body > *, html > * { position: relative; transform: translateX(-900px); overflow: hidden; }',
  'the body is moved': 'body { transform: translateX(-900px) rotate(4deg); filter: blur(4px); overflow: hidden; }',
  'words are spaced out':
    '* { letter-spacing: 9px !important; text-transform: uppercase !important; font-size: 40px !important; }',
  'the page is zoomed': 'html { zoom: 1.5; }',
  'boxes are repainted': 'button, iframe, div { all: unset !important; background: red !important; }',
  'the host is put away':
    'warmline-chat { display: none !important; opacity: 0 !important; z-index: -1 !important; pointer-events: none !important; clip-path: inset(50%) !important; transform: scale(0) !important; }',
};

inBrowsers('the chat on a page that is', (house) => {
  let site: Site;
  before(async () => (site = await openSite('localhost')));
  after(() => site.close());

  const origin = () => house().server.url;
  const html = (head: string) =>
    `<!doctype html><html lang="en"><head><title>Lamps</title><link rel="icon" href="data:,">${head}</head><body><h1>Lamps</h1></body></html>`;
  const line = () => `<script src="${origin()}/widget.js" async></script>`;

  async function visit(url: string, options: BrowserContextOptions = {}, prepare?: (page: Page) => Promise<unknown>) {
    const context = await house().browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    await prepare?.(page);
    await page.goto(url);
    return { page, complaints };
  }
  const answers = async (page: Page) => {
    const chat = await openChat(page);
    const field = chat.getByRole('textbox', { name: 'Your message' });
    await field.fill('How long does delivery take?', patience);
    await field.press('Enter');
    await chat.getByRole('button', { name: 'That answers it' }).waitFor(patience);
    return chat;
  };
  const looks = async (page: Page) => {
    const box = async (what: string) => page.locator(`warmline-chat ${what}`).boundingBox();
    const launcher = await box('.launcher');
    await answers(page);
    const frame = await box('iframe');
    const font = await (
      await chatOn(page)
    )
      .getByRole('textbox')
      .evaluate(
        '(field) => [getComputedStyle(field).letterSpacing, getComputedStyle(field).textTransform, getComputedStyle(field).fontSize].join()',
      );
    return { launcher, frame, font };
  };

  it('hostile stands where it stands on any page, and looks the same', async () => {
    const { page: plain } = await visit(site.page({ body: html(line()) }));
    const usual = await looks(plain);
    await plain.context().close();
    const found: Record<string, unknown> = {};
    for (const [name, sheet] of Object.entries(sheets)) {
      const { page } = await visit(site.page({ body: html(`<style>${sheet}</style>${line()}`) }));
      found[name] = await looks(page).catch((fault: unknown) => String(fault).slice(0, 200));
      await page.context().close();
    }
    expect(found).to.deep.equal(Object.fromEntries(Object.keys(sheets).map((name) => [name, usual])));
  }).timeout(180_000);

  it('strict needs two lines of its policy, and no exception from Trusted Types', async () => {
    const policy = `default-src 'none'; script-src ${origin()}; frame-src ${origin()}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`;
    const { page, complaints } = await visit(
      site.page({ body: html(line()), headers: { 'content-security-policy': policy } }),
    );
    await answers(page);
    expect(complaints).to.deep.equal([]);
    await page.context().close();
  });

  it('isolated from all others (COEP) carries it, too', async () => {
    const headers = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' };
    const body = html(line().replace('async', 'async crossorigin'));
    const { page, complaints } = await visit(site.page({ body, headers }));
    expect(await page.evaluate('crossOriginIsolated')).to.equal(true);
    await answers(page);
    expect(complaints).to.deep.equal([]);
    await page.context().close();
  });

  it('without any storage has a conversation as long as the page', async () => {
    const blind = (page: Page) =>
      page.addInitScript(`for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
        Object.defineProperty(navigator, 'locks', { value: { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) } });`);
    const { page, complaints } = await visit(site.page({ body: html(line()) }), {}, blind);
    const chat = await answers(page);
    expect(
      await chat.evaluate('(() => { try { return localStorage.length; } catch ({ name }) { return name; } })()'),
    ).to.equal('SecurityError');
    expect(complaints).to.deep.equal([]);
    await page.context().close();
  });

  it('curious finds no token: not in its storage, not in its elements, and not in what it hears', async () => {
    const near = await openSite('127.0.0.1'); // there the frame keeps it
    const spy = `<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>`;
    const { page } = await visit(near.page({ body: html(spy + line()) }));
    const chat = await answers(page);
    const kept = await chat.evaluate<string>('JSON.stringify({ ...localStorage })');
    const token = /"token\W+(eyJ[\w.-]+)/.exec(kept)?.[1] ?? '';
    expect(token).to.match(/^eyJ/);
    const seen = await page.evaluate<string>(`(() => {
      const { shadowRoot } = document.querySelector('warmline-chat');
      let inside = 'closed';
      try { inside = shadowRoot.querySelector('iframe').contentWindow.localStorage.length; } catch (fault) { inside = fault.name; }
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, shadowRoot.innerHTML, heard, inside]);
    })()`);
    expect(seen).to.include('SecurityError').and.to.not.include(token).and.to.not.include('eyJ');
    await page.context().close();
    await near.close();
  });

  it('not one of ALLOWED_ORIGINS is not shown it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'warmline-sites-'));
    const server = await startServer({ DATA_DIR: folder, ALLOWED_ORIGINS: site.url });
    const script = `<script src="${server.url}/widget.js" async></script>`;
    const { page: friend } = await visit(site.page({ body: html(script) }));
    await answers(friend);
    const { page: stranger, complaints } = await visit(
      site.page({ body: html(script) }).replace('localhost', '127.0.0.1'),
    );
    await stranger.getByRole('button', { name: /^Open chat/ }).click(patience);
    await stranger.getByText('We cannot be reached').waitFor(patience);
    expect(complaints.join()).to.include('frame-ancestors');
    await Promise.all([friend, stranger].map((page) => page.context().close()));
    await server.stop();
    rmSync(folder, { recursive: true });
    for (const path of ['/', '/desk', '/insights']) {
      const other = await fetch(`${origin()}${path}`);
      expect(other.headers.get('content-security-policy'), path).to.include("frame-ancestors 'none'");
    }
  });
});
