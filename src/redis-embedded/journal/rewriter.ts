/** Decides when the file is rewritten and carries it through in small steps, so that nobody waits for it. */
import type { Effect } from '../values/value.js';
import { reasonOf } from './event.js';
import type { JournalOptions } from './state.js';
import { type Rewrite, type Rewritten, startRewrite } from './rewrite.js';

const slice = 5; // ms of work between two turns of the event loop
const smallest = 16 * 1024 * 1024;
const growth = 4;

export interface RewriterOptions extends Pick<JournalOptions, 'file' | 'disk' | 'contents' | 'report'> {
  /** Bytes of the file now. */
  readonly size: () => number;
  /** Whether the file and the keys say the same at this moment. */
  readonly idle: () => boolean;
  /** Throws when the old file must not be replaced. */
  readonly permit: () => void;
  /** Goes on with the new file. */
  readonly adopt: (next: Rewritten) => void;
}

export interface Rewriter {
  running(): boolean;
  /** The last one came to nothing: the old file is still in use, with all that was ever written to it. */
  failed(): boolean;
  start(): void;
  /** Starts when the file has grown enough. */
  consider(): void;
  /** All at once. Throws when the disk does. */
  now(): void;
  note(effects: readonly Effect[]): void;
  /** Puts a finished file in place if this is a good moment. */
  exchange(): void;
  abort(): void;
}

interface Running {
  readonly rewrite: Rewrite;
  /** Set when all keys are written and on the disk. */
  ready: boolean;
}

interface State {
  running: Running | undefined;
  /** Size from which growth is counted. */
  base: number;
  failed: boolean;
}

function abort(state: State): void {
  state.running?.rewrite.abort();
  state.running = undefined;
}

/** A fault of the new file leaves the old one in use. */
function failed(state: State, { file, report, size }: RewriterOptions, fault: unknown): void {
  abort(state);
  state.failed = true;
  state.base = size() / 2; // the next attempt when it has doubled
  report({ kind: 'rewrite-failed', file, reason: reasonOf(fault) });
}

function replace(state: State, { file, report, size, adopt }: RewriterOptions, rewrite: Rewrite): void {
  const before = size();
  adopt(rewrite.finish());
  state.running = undefined;
  state.failed = false;
  state.base = size();
  report({ kind: 'rewritten', file, before, after: state.base });
}

function exchange(state: State, options: RewriterOptions): void {
  const { running } = state;
  if (!running?.ready || !options.idle()) return;
  try {
    replace(state, options, running.rewrite);
  } catch (fault) {
    failed(state, options, fault);
  }
}

function goOn(state: State, options: RewriterOptions, one: Running): void {
  if (state.running !== one) return;
  try {
    if (!one.rewrite.step(slice)) {
      setImmediate(goOn, state, options, one);
      return;
    }
  } catch (fault) {
    failed(state, options, fault);
    return;
  }
  one.rewrite.sync((fault) => {
    if (state.running !== one) return;
    one.ready = true;
    if (fault) failed(state, options, fault);
    else exchange(state, options);
  });
}

const begin = ({ file, disk, permit, contents }: RewriterOptions): Rewrite =>
  startRewrite({ file, disk, permit, entries: contents.entries() });

function start(state: State, options: RewriterOptions): void {
  if (state.running) return;
  try {
    const rewrite = begin(options);
    state.running = { rewrite, ready: false };
    setImmediate(goOn, state, options, state.running);
  } catch (fault) {
    failed(state, options, fault);
  }
}

function rewriteNow(state: State, options: RewriterOptions): void {
  abort(state);
  const rewrite = begin(options);
  try {
    rewrite.step(Infinity);
    replace(state, options, rewrite);
  } catch (fault) {
    rewrite.abort();
    throw fault;
  }
}

export function createRewriter(options: RewriterOptions): Rewriter {
  const { size } = options;
  const state: State = { running: undefined, base: size(), failed: false };
  return {
    running: () => state.running !== undefined,
    failed: () => state.failed,
    start: () => start(state, options),
    consider() {
      if (size() > smallest && size() > state.base * growth) start(state, options);
    },
    now: () => rewriteNow(state, options),
    note: (effects) => state.running?.rewrite.note(effects),
    exchange: () => exchange(state, options),
    abort: () => abort(state),
  };
}
