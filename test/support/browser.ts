/** Debian's Chromium, driven by playwright-core; found by CHROMIUM_PATH or on PATH. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const named = process.env['CHROMIUM_PATH'];
  const places = folders.flatMap((folder) => [join(folder, 'chromium'), join(folder, 'chromium-browser')]);
  return [...(named === undefined ? [] : [named]), ...places].find(runs);
}

export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not installed. Install it, or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args });
}

export interface Visitor {
  readonly page: Page;
  /** Everything the page itself complained about. */
  readonly complaints: string[];
}

/** What a page asks for in vain, and what it complains about, from here on; a page that is left breaks off what it asks. */
export function troublesOf(page: Page): readonly string[] {
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('response', (answer) => {
    if (answer.status() >= 400) troubles.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') troubles.push(`${why} ${request.method()} ${request.url()}`);
  });
  page.on('console', (line) => {
    const told = line.text().startsWith('Failed to load resource'); // with the answer
    if (line.type() === 'error' && !told) troubles.push(line.text());
  });
  return troubles;
}

/** Somebody with a browser of their own: no cookies, no storage shared with anyone else. */
export async function visit(browser: Browser, url: string, width = 1280): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (fault) => complaints.push(fault.message));
  await page.goto(url);
  return { page, complaints };
}
