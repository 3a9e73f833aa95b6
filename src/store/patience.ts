/**
 * How long anybody waits for the store. A server that hangs, or a network that swallows what is sent, ends no connection;
 * so who asks something is told after little more than a second of silence that there is no answer, and whoever asks
 * while it lasts is told at once: nothing piles up. What was asked may still be carried out; every script is safe to
 * repeat. Time is counted in beats, of which a process that stood still itself misses all but one, and every answer
 * begins the count anew, so that a long queue is not taken for silence.
 */
import type { Log, SupportError } from '../base/index.js';
import { type Redis, refuse, wrapped } from './connection.js';
import { unavailable } from './faults.js';

/** Milliseconds, and how many of them in a row without any answer are silence. */
const usual = { beatMs: 250, beats: 5 };

/** Those who ask the same server, as far as that is known. */
interface Line {
  readonly waiting: Set<(fault: SupportError) => void>;
  /** What was asked and has not come to an end, also of those who wait no more. */
  asked: number;
  beats: number;
  /** Since when, by the beats of all; 0 when it answers. */
  silentSince: number;
}

const silence = (): SupportError => unavailable(undefined);

/** Words of the server itself are an answer, too. */
const isAnswer = (fault: unknown): boolean => fault instanceof Error && fault.name === 'ReplyError';

export interface PatienceOptions {
  readonly log: Log;
  /** In which line a command waits, by its arguments; one of its own when undefined. */
  readonly lineOf: (args: readonly unknown[]) => string | undefined;
  readonly patience?: typeof usual;
}

export interface Patient {
  readonly redis: Redis;
  stop(): void;
}

const newLine = (): Line => ({ waiting: new Set(), asked: 0, beats: 0, silentSince: 0 });

/** Tells all who wait that there is no answer. */
function hush(line: Line, name: string, log: Log): void {
  log.error({ line: name, waiting: line.waiting.size }, 'the store is silent: everybody is told so until it answers');
  for (const reject of line.waiting) reject(silence());
  line.waiting.clear();
}

/** What is asked in each line, and which of them are silent. */
function createLines(redis: Redis, { log, patience = usual }: PatienceOptions) {
  const lines = new Map<string, Line>();
  let beat = 1;

  function answered(name: string, line: Line): void {
    line.beats = 0;
    if (line.silentSince > 0) log.warn({ line: name, beats: beat - line.silentSince }, 'the store answers again');
    line.silentSince = 0;
  }

  async function follow(name: string, line: Line, work: Promise<unknown>): Promise<unknown> {
    line.asked += 1;
    try {
      const answer = await work;
      answered(name, line);
      return answer;
    } catch (fault) {
      if (isAnswer(fault)) answered(name, line);
      throw fault;
    } finally {
      line.asked -= 1;
      if (line.asked === 0 && line.silentSince === 0) lines.delete(name);
    }
  }

  function knock(name: string, line: Line): void {
    if (name.startsWith('#')) lines.delete(name);
    else follow(name, line, redis.exists(name)).catch(() => undefined); // it is asked again with the next beat
  }

  return {
    follow,
    of(name: string): Line {
      const line = lines.get(name) ?? newLine();
      lines.set(name, line);
      return line;
    },
    look(): void {
      beat += 1;
      for (const [name, line] of lines) {
        if (line.silentSince === 0) {
          line.beats += 1;
          if (line.beats <= patience.beats) continue;
          line.silentSince = beat;
          hush(line, name, log);
        } else if (line.asked === 0) knock(name, line);
      }
    },
  };
}

/** The same commands, asked with patience; what goes wrong is `unavailable`, with the server's own words as the cause. */
export function patient(redis: Redis, options: PatienceOptions): Patient {
  const { beatMs } = options.patience ?? usual;
  const lines = createLines(redis, options);
  let unnamed = 0;
  const timer = setInterval(lines.look, beatMs);
  timer.unref();
  return {
    redis: wrapped(redis, (ask) => (...args) => {
      const name = options.lineOf(args) ?? `#${(unnamed += 1)}`;
      const line = lines.of(name);
      if (line.silentSince > 0) return refuse(silence());
      return new Promise((resolve, reject) => {
        line.waiting.add(reject);
        lines
          .follow(name, line, ask(...args))
          .finally(() => line.waiting.delete(reject))
          .then(resolve, (fault: unknown) => reject(unavailable(fault)));
      });
    }),
    stop: () => clearInterval(timer),
  };
}
