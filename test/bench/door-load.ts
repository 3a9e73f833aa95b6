/** The load of the door, in a process of its own. ARGV: url, customers, and either so many at a time or so many a second. */
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from './customers.js';

const [url = '', count = '0', way = 'width', much = '1'] = process.argv.slice(2);
const total = Number(count);
const waits: number[] = [];
let failed = 0;

async function one(n: number): Promise<void> {
  try {
    const { answerMs, leave } = await serve(url, n);
    waits.push(answerMs);
    leave();
  } catch (fault) {
    failed += 1;
    if (failed === 1) process.stderr.write(`${(fault as Error).message}\n`);
  }
}

async function sideBySide(width: number): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < total) await one((next += 1));
    }),
  );
}

/** They come at their time, whether or not those before them have been served. */
async function inTime(perSecond: number): Promise<void> {
  const begin = performance.now();
  const coming: Promise<void>[] = [];
  for (let n = 0; n < total; n += 1) {
    const early = (n / perSecond) * 1000 - (performance.now() - begin);
    if (early > 1) await pause(early);
    coming.push(one(n));
  }
  await Promise.all(coming);
}

const begin = performance.now();
await (way === 'width' ? sideBySide(Number(much)) : inTime(Number(much)));
const seconds = (performance.now() - begin) / 1000;
waits.sort((a, b) => a - b);
const share = (part: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? NaN;
process.send?.({ served: waits.length, failed, seconds, p50: share(0.5), p99: share(0.99) });
process.disconnect();
