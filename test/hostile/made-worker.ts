/** In a thread of its own: starts the house with an eye on `RegExp`, and tells which patterns were made where. */
import { parentPort } from 'node:worker_threads';
import type { Pattern } from './pump.js';

const made: Pattern[] = [];
/** The place in our own code that calls, as `src/…/file.js:line:column`. */
const caller = (stack = ''): string | undefined => /\/dist\/((?:src|dialogs)\/[^\s():]+:\d+:\d+)/.exec(stack)?.[1];

function note(args: readonly unknown[]): void {
  const [, , , first = ''] = (new Error().stack ?? '').split('\n');
  const at = caller(first);
  if (at === undefined) return; // another package's
  const { source, flags } = Reflect.construct(Real, args) as RegExp;
  made.push({ source, flags, at });
}

const Real = RegExp;
globalThis.RegExp = new Proxy(Real, {
  construct(target, args, self) {
    note(args);
    return Reflect.construct(target, args, self) as RegExp;
  },
  apply(target, self, args) {
    note(args);
    return Reflect.apply(target, self, args) as RegExp;
  },
});

await import('../../src/app.js');
parentPort?.postMessage(made);
