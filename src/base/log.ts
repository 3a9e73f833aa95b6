/**
 * One pino logger, made in main and passed in. Customer text is never logged above debug, and what is personal in any text
 * is masked at every level: in words, in faults and their causes, in addresses.
 */
import { pino, type DestinationStream, type Logger } from 'pino';
import { currentCause } from './cause.js';
import { maskedLine } from './masked-line.js';
import { readable } from './readable.js';

export type Log = Logger;

const secrets = ['authorization', 'cookie', 'token', 'password', 'headers.authorization', 'headers.cookie'];

/** A storm of the same line: so many in so many milliseconds are written, and how many more there were. */
const storm = { most: 20, everyMs: 10_000, kinds: 200 };
const warn = 40;

interface Kind {
  until: number;
  written: number;
  more: number;
}

/** Whether a line is one too many; `tell` reports later, when there is time, how many were held back. */
function createBound(now: () => number, tell: (words: string, more: number) => void) {
  const kinds = new Map<string, Kind>();
  function end(words: string, { more }: Kind): void {
    kinds.delete(words);
    if (more > 0) tell(words, more);
  }
  function begin(words: string): Kind {
    const [oldest] = kinds;
    if (kinds.size >= storm.kinds && oldest !== undefined) end(...oldest);
    const kind = { until: now() + storm.everyMs, written: 0, more: 0 };
    kinds.set(words, kind);
    setTimeout(() => {
      if (kinds.get(words) === kind) end(words, kind);
    }, storm.everyMs).unref();
    return kind;
  }
  return (words: string): boolean => {
    const held = kinds.get(words);
    if (held !== undefined && held.until <= now()) end(words, held);
    const kind = kinds.get(words) ?? begin(words);
    const over = kind.written >= storm.most;
    if (over) kind.more += 1;
    else kind.written += 1;
    return over;
  };
}

export interface LogOptions {
  /** The clock that storms are measured by, milliseconds. */
  readonly now?: () => number;
  readonly to?: DestinationStream;
  /** Lines for people at a terminal, with or without colours; of JSON, for programs, when missing. */
  readonly people?: { readonly colours: boolean } | undefined;
}

/** A new one each time: it becomes the line. */
function mixin(): object {
  const { request, trace } = currentCause() ?? {};
  return { ...(request === undefined ? {} : { request }), ...(trace === undefined ? {} : { trace: trace.id }) };
}

const toPeople = (to: DestinationStream, { colours }: { readonly colours: boolean }): DestinationStream => ({
  write: (line) => to.write(readable(line, colours)),
});

/**
 * Every line says which call from outside it comes of. Warnings and errors with the same words are written 20 times in ten
 * seconds at most, and then counted.
 */
export function createLog(level: string, { now = () => performance.now(), to, people }: LogOptions = {}): Log {
  const end = to ?? pino.destination({ sync: true });
  const tell = (words: string, more: number) => log.warn({ more }, `${words} (so many more like this)`);
  const isOver = createBound(now, tell);
  const log: Log = pino(
    {
      level,
      base: null,
      redact: secrets,
      mixin,
      serializers: { fault: pino.stdSerializers.err },
      hooks: {
        streamWrite: maskedLine,
        logMethod(args, method, severity) {
          const words = args.findLast((one: unknown) => typeof one === 'string');
          if (severity >= warn && words !== undefined && !words.endsWith('like this)') && isOver(words)) return;
          method.apply(this, args);
        },
      },
    },
    people === undefined ? end : toPeople(end, people),
  );
  return log;
}
