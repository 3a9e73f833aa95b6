/**
 * Module hooks that plant bugs in compiled code: what is imported from a module with `?bug=N` is loaded again, with N,
 * and patched on the way. So a sound house and any number of ill ones live in one process.
 */
import type { LoadHook, ResolveHook } from 'node:module';
import { type Patch, patchText } from './patches.js';

let bugs: readonly (readonly Patch[])[] = [];

/** The patches of every bug, by number. */
export function initialize(data: typeof bugs): void {
  bugs = data;
}

const bugOf = (url: string | undefined): string | null =>
  url?.startsWith('file:') === true ? new URL(url).searchParams.get('bug') : null;

export const resolve: ResolveHook = async (specifier, context, next) => {
  const found = await next(specifier, context);
  const bug = bugOf(context.parentURL);
  const ours = found.url.includes('/dist/') && !found.url.includes('/node_modules/');
  return bug === null || !ours ? found : { ...found, url: `${found.url}?bug=${bug}` };
};

export const load: LoadHook = async (url, context, next) => {
  const loaded = await next(url, context);
  const patches = bugs[Number(bugOf(url) ?? -1)] ?? [];
  const mine = patches.filter(({ file }) => new URL(url).pathname.endsWith(`/dist/${file}`));
  return mine.length === 0
    ? loaded
    : { ...loaded, source: mine.reduce(patchText, new TextDecoder().decode(loaded.source as Uint8Array)) };
};
