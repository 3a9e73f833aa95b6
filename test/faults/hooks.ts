/** Module hooks of a server with planted bugs: its compiled code is patched as it is loaded. */
import type { LoadHook } from 'node:module';
import { type Patch, patchText } from './patches.js';

let patches: readonly Patch[] = [];

export function initialize(data: readonly Patch[]): void {
  patches = data;
}

export const load: LoadHook = async (url, context, next) => {
  const loaded = await next(url, context);
  const mine = patches.filter(({ file }) => url.endsWith(`/dist/${file}`));
  if (mine.length === 0) return loaded;
  const source = mine.reduce(patchText, String(loaded.source ?? ''));
  return { ...loaded, source };
};
