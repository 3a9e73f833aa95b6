/** The embedded engine and a real server side by side. */
import { Redis } from 'ioredis';
import type { RedisServer } from '../support/redis.js';

/** No retries: a test that loses its server should say so. */
export const connect = (path: string): Redis => new Redis({ path, protocol: 2, retryStrategy: () => null });

export type Plain = string | number | null | readonly Plain[];
export const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

/** An answer as plain data; bytes as characters 0–255. */
function plain(value: unknown): Plain {
  if (Buffer.isBuffer(value)) return value.toString('latin1');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null && 'message' in value) return `error ${String(value.message)}`;
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value !== 'object') throw new Error(`an answer is a ${typeof value}`);
  return Object.entries(value).flat().map(plain); // the client turns HGETALL into an object
}

export interface Pair {
  readonly engine: Redis;
  readonly server: Redis;
  close(): void;
}

export function openPair(enginePath: string, server: RedisServer): Pair {
  const [a, b] = [connect(enginePath), connect(server.path)];
  return {
    engine: a,
    server: b,
    close() {
      a.disconnect();
      b.disconnect();
    },
  };
}

/** Several commands in one go; their answers in order, errors among them. */
export async function ask(
  redis: Redis,
  commands: readonly (readonly (string | Buffer)[])[],
): Promise<readonly Plain[]> {
  const answers = commands.map(([name, ...args]) =>
    redis.callBuffer(String(name), ...args).catch((fault: unknown) => fault),
  );
  return (await Promise.all(answers)).map(plain);
}
