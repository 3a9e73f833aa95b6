/** What axe finds on a page as it stands: each violation with the controls it is about. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** By WCAG 2.2 AA; `best`: by what axe calls best practice, too. */
export async function violations(page: Page, best = false): Promise<readonly string[]> {
  const tags = best ? [...levels, 'best-practice'] : levels;
  const found: string[] = [];
  // each document by itself: a frame that is not shown has nothing to be found
  for (const frame of page.frames()) {
    await frame.evaluate(axe.source);
    const { violations: all } = await frame.evaluate<Found>(
      `axe.run(document, { iframes: false, runOnly: ${JSON.stringify(tags)} })`,
    );
    found.push(...all.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`));
  }
  return found;
}
