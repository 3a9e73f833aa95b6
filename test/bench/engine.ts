/** The embedded engine against redis-server through the same client: single commands, a script, a long line. */
import { Redis } from 'ioredis';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../src/redis-embedded/engine.js';
import { findRedis, startRedis } from '../support/redis.js';
import { type Figure, median, rate, rounded } from './figure.js';

const callers = 100;
const rounds = 5;
const text = 'x'.repeat(100);

/** Ten commands on five kinds of keys, as a turn does. */
const script = `local call, id, n = redis.call, KEYS[1], ARGV[1]
local h = call('HMGET', 'h:' .. id, 'n', 'at', 'k')
local seq = tonumber(h[1] or 0) + 1
local t = call('TIME')
local now = t[1] * 1000000 + t[2]
call('XADD', 't:' .. id, seq .. '-0', 'r', 'c', 'm', ARGV[2], 't', now)
call('ZADD', 'd:' .. id, seq, n)
call('HSET', 'h:' .. id, 'n', seq, 'at', now, 'k', 'b')
call('ZREM', 'idle', id)
call('HINCRBY', 'tally', 'turns', 1)
call('ZADD', 'owed', now, id)
call('HSET', 'h:' .. id, 'lane', seq, 'till', now + 1000)
call('SPUBLISH', 'bell', id)
return { seq, h[1] or 0 }`;
const hash = createHash('sha1').update(script).digest('hex');

const fill = `for i = ARGV[1] + 1, ARGV[1] + ARGV[2] do redis.call('ZADD', KEYS[1], i, 'ticket' .. i) end`;
/** The head of the line is claimed and comes back to its end, many times. */
const claims = `for i = 1, ARGV[2] do
  local head = redis.call('ZRANGE', KEYS[1], 0, 0)[1]
  redis.call('ZREM', KEYS[1], head)
  redis.call('ZADD', KEYS[1], ARGV[1] + i, head)
end`;

type Act = (redis: Redis, n: number) => Promise<unknown>;

const acts: Readonly<Record<string, readonly [total: number, act: Act]>> = {
  SET: [20_000, (redis, n) => redis.set(`k${n % 1000}`, text)],
  XADD: [20_000, (redis, n) => redis.xadd(`x${n % 100}`, '*', 'm', text)],
  script: [5000, (redis, n) => redis.evalsha(hash, 1, `c${n % 500}`, n, text)],
};

const connect = (path: string): Redis => new Redis({ path, protocol: 2, enableAutoPipelining: true });

async function compared(engine: Redis, server: Redis): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [name, [total, act]] of Object.entries(acts)) {
    const [ours, ratios]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      const a = await rate(total, callers, (n) => act(engine, n));
      ours.push(a);
      ratios.push(a / (await rate(total, callers, (n) => act(server, n))));
    }
    const [value, ratio] = [rounded(median(ours)), rounded(median(ratios))];
    figures.push({ name: `engine-${name}`, value, unit: 'operations/s', against: 'redis-server, everysec', ratio });
  }
  return figures;
}

/** What a claim costs with a million waiting, against ten thousand. */
async function lines(redis: Redis): Promise<Figure> {
  const [short, long, batch] = [10_000, 1_000_000, 2000];
  const piece = 10_000;
  for (let n = 0; n < short; n += piece) await redis.eval(fill, 1, 'short', n, piece);
  for (let n = 0; n < long; n += piece) await redis.eval(fill, 1, 'long', n, piece);
  const times: Record<'short' | 'long', number[]> = { short: [], long: [] };
  for (let round = 0; round < rounds * 3; round += 1) {
    for (const line of ['short', 'long'] as const) {
      const begin = performance.now();
      await redis.eval(claims, 1, line, long * 2 + round * batch, batch);
      times[line].push(((performance.now() - begin) / batch) * 1000);
    }
  }
  const [few, many] = [median(times.short), median(times.long)];
  const against = 'the same with 10,000 waiting';
  return { name: 'engine-claim-1M', value: rounded(many), unit: 'µs', against, ratio: rounded(many / few) };
}

export async function engine(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-bench-'));
  const path = join(folder, 'e.sock');
  const started = await startEngine({ file: join(folder, 'file.aof'), sync: 'everysec', listen: { path } });
  const redis = connect(path);
  const figures: Figure[] = [];
  if (findRedis() !== undefined) {
    const server = await startRedis({ args: ['--appendonly', 'yes', '--appendfsync', 'everysec'] });
    const other = connect(server.path);
    for (const one of [redis, other]) await one.script('LOAD', script);
    figures.push(...(await compared(redis, other)));
    other.disconnect();
    await server.stop();
  }
  figures.push(await lines(redis));
  redis.disconnect();
  await started.close();
  rmSync(folder, { recursive: true });
  return figures;
}
