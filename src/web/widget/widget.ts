/** The script of the one line: finds where it came from, puts the chat on the page, and does what was asked before. */
import type { Warmline } from './api.js';
import { mount } from './mount.js';
import { ofScript } from './options.js';

type Method = Exclude<keyof Warmline, 'version'>;
type Queued = readonly [Method, ...unknown[]];

/** What `window.warmline` is before and after: a list of calls, or the interface that still takes such calls. */
type Global = Warmline & { push(...calls: readonly Queued[]): void };

/** A module has no current script, and is found by its address. */
function ownScript(): HTMLScriptElement | undefined {
  const { currentScript } = document;
  if (currentScript instanceof HTMLScriptElement) return currentScript;
  const modules = document.querySelectorAll<HTMLScriptElement>('script[type=module][src]');
  return [...modules].find(({ src }) => new URL(src).pathname.endsWith('/widget.js'));
}

function start(script: HTMLScriptElement): void {
  const page = window as { warmline?: Global | Queued[] };
  const queue = Array.isArray(page.warmline) ? page.warmline : [];
  const options = { origin: new URL(script.src).origin, ...ofScript(script) };
  const api = mount(options);
  const run = ([method, ...given]: Queued) => {
    const act = method in api ? (api[method] as unknown) : undefined;
    if (typeof act === 'function') void Reflect.apply(act, api, given);
  };
  page.warmline = { ...api, push: (...calls) => calls.forEach(run) };
  queue.forEach(run);
}

const script = ownScript();
if (script !== undefined) start(script);
