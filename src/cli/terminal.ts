/** Where commands write: plain lines, and on a terminal one line that says how far long work has come. */
import type { Io } from './command.js';

export interface Writer {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const everyMs = 100;
const clear = '\r\u001b[K';

interface Terminal {
  readonly stdout: Writer;
  readonly stderr: Writer;
  /** Milliseconds. */
  readonly now: () => number;
}

/** What commands write with; `end` takes away what is left of the last line about progress. */
export function createIo({ stdout, stderr, now }: Terminal): Required<Io> & { end(): void } {
  let shown = false;
  let next = 0;
  const wipe = () => {
    if (shown) stderr.write(clear);
    shown = false;
  };
  const line = (to: Writer) => (text: string) => {
    if (to.isTTY === true) wipe();
    to.write(`${text}\n`);
  };
  return {
    out: line(stdout),
    err: line(stderr),
    progress(text) {
      if (stderr.isTTY !== true || now() < next) return;
      next = now() + everyMs;
      shown = true;
      stderr.write(`${clear}${text}`);
    },
    end: wipe,
  };
}

/** Whoever reads no further, as head does, wants no more: that is no fault. */
export function endWithReader(streams: readonly NodeJS.WriteStream[], end: () => void): void {
  for (const stream of streams) {
    stream.on('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EPIPE') throw fault;
      end();
    });
  }
}
