/** Module hooks: compiled modules are loaded with other texts. One with `?shipped` is as it is. */
import type { LoadHook } from 'node:module';

let modules: Readonly<Record<string, string>> = {};

export function initialize(data: typeof modules): void {
  modules = data;
}

export const load: LoadHook = async (url, context, next) => {
  const source = modules[url];
  return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true };
};
