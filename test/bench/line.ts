/** What it costs to claim the head of a long line, against a short one: processor time of the server. */
import { Redis } from 'ioredis';
import { startRedis } from '../support/redis.js';
import { costOf } from './cpu.js';
import { type Figure, median, rate, rounded } from './figure.js';
import { claimNext, openBench } from './talks.js';

/** Tickets as the store writes them, without the way there, which would take minutes for a million. */
const fill = `local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2] - 60000000
for i = ARGV[1] + 1, ARGV[1] + ARGV[2] do
  local id = 'web-' .. i
  redis.call('HSET', 'c:{s0}:' .. id, 'ch', 'web', 'cu', 'u' .. i, 'n', 1, 'e', 1, 'hd', 1, 'dn', 1)
  redis.call('RPUSH', 't:{s0}:' .. id, string.format('cb1 %d', now) .. '\\nhelp')
  redis.call('HSET', 'p:{s0}:1:' .. id, 'st', 'waiting', 'ep', 2, 'k', 'q', 'at', now, 'born', now, 'from', 1, 'qa', now,
    'sc', now + i, 'qu', 'main', 'wb', 0, 'wq', 0, 'wa', 0, 'wc', 0)
  redis.call('ZADD', 'q:{s0}:main', now + i, id)
end`;

async function openLine(waiting: number) {
  const server = await startRedis();
  const redis = new Redis({ path: server.path, protocol: 2 });
  for (let n = 0; n < waiting; n += 5000) await redis.eval(fill, 0, n, 5000);
  redis.disconnect();
  return { server, store: await openBench(server.path) };
}

export async function line(): Promise<readonly Figure[]> {
  const [short, long] = [await openLine(10_000), await openLine(1_000_000)];
  const batch = 400;
  const costs = { short: [] as number[], long: [] as number[] };
  for (let round = 0; round < 9; round += 1) {
    for (const [name, { server, store }] of [
      ['short', short],
      ['long', long],
    ] as const) {
      const work = () => rate(batch, 20, (n) => claimNext(store, n));
      const { server: spent } = await costOf(server.pid, batch, work);
      if (round > 0) costs[name].push(spent);
    }
  }
  for (const { server, store } of [short, long]) {
    await store.close();
    await server.stop();
  }
  const [few, many] = [median(costs.short), median(costs.long)];
  const against = 'the same with 10,000 waiting';
  return [
    {
      name: 'claim with 1,000,000 waiting',
      value: rounded(many),
      unit: 'µs of server',
      against,
      ratio: rounded(many / few),
    },
  ];
}
