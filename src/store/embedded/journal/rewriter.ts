/** Decides when the file is rewritten and carries it through in small steps, so that nobody waits for it. */
import type { Effect } from '../values/value.js';
import { reasonOf } from './event.js';
import type { JournalOptions } from './journal.js';
import { type Rewrite, type Rewritten, startRewrite } from './rewrite.js';

const slice = 5; // ms of work between two turns of the event loop
const smallest = 16 * 1024 * 1024;
const growth = 4;

export interface RewriterOptions extends Pick<JournalOptions, 'file' | 'disk' | 'contents' | 'report'> {
  /** Bytes of the file now. */
  readonly size: () => number;
  /** Whether the file and the keys say the same at this moment. */
  readonly idle: () => boolean;
  /** Goes on with the new file. */
  readonly adopt: (next: Rewritten) => void;
}

export interface Rewriter {
  running(): boolean;
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
  ready: boolean;
}

export function createRewriter(options: RewriterOptions): Rewriter {
  const { file, disk, contents, report, size, idle, adopt } = options;
  let running: Running | undefined;
  let base = size();

  function abort(): void {
    running?.rewrite.abort();
    running = undefined;
  }

  function failed(fault: unknown): void {
    abort();
    base = size() / 2; // the next attempt when it has doubled
    report({ kind: 'rewrite-failed', file, reason: reasonOf(fault) });
  }

  function replace(rewrite: Rewrite): void {
    const before = size();
    adopt(rewrite.finish());
    running = undefined;
    base = size();
    report({ kind: 'rewritten', file, before, after: base });
  }

  function exchange(): void {
    if (!running?.ready || !idle()) return;
    attempt(running, replace);
  }

  /** A fault of the new file leaves the old one in use. */
  function attempt(one: Running, act: (rewrite: Rewrite) => void): void {
    try {
      act(one.rewrite);
    } catch (fault) {
      failed(fault);
    }
  }

  function goOn(one: Running): void {
    if (running !== one) return;
    attempt(one, (rewrite) => {
      if (!rewrite.step(slice)) setImmediate(goOn, one);
      else
        rewrite.sync((fault) => {
          if (running !== one) return;
          one.ready = true;
          if (fault) failed(fault);
          else exchange();
        });
    });
  }

  function start(): void {
    if (running) return;
    try {
      running = { rewrite: startRewrite(file, disk, contents.entries()), ready: false };
      setImmediate(goOn, running);
    } catch (fault) {
      failed(fault);
    }
  }

  return {
    running: () => running !== undefined,
    start,
    consider() {
      if (size() > smallest && size() > base * growth) start();
    },
    now() {
      abort();
      const rewrite = startRewrite(file, disk, contents.entries());
      try {
        rewrite.step(Infinity);
        replace(rewrite);
      } catch (fault) {
        rewrite.abort();
        throw fault;
      }
    },
    note: (effects) => running?.rewrite.note(effects),
    exchange,
    abort,
  };
}
