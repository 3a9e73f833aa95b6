/** Dresses the document as the page around it asks. */
import type { Look } from '../widget/wire.js';

export function dress(before: Look | undefined, look: Look): void {
  const root = document.documentElement;
  root.dataset['theme'] = look.theme;
  root.dir = look.direction;
  for (const name of Object.keys(before?.tokens ?? {})) root.style.removeProperty(`--${name}`);
  for (const [name, value] of Object.entries(look.tokens)) root.style.setProperty(`--${name}`, value);
}
