/** The load of the crowd, in a process of its own: all customers are meant to come at once, and they stay. */
import { serve } from './customers.js';

const [url = '', first = '0', count = '0'] = process.argv.slice(2);
const total = Number(count);
/** Handshakes under way at a time: as many as a listening socket keeps for a server that is busy. */
const width = 256;
const tries = 5;

async function insist(n: number): Promise<boolean> {
  for (let n_ = 0; n_ < tries; n_ += 1) {
    try {
      await serve(url, n, true);
      return true;
    } catch (fault) {
      if (n_ === tries - 1) process.stderr.write(`customer ${n}: ${(fault as Error).message}\n`);
    }
  }
  return false;
}

const meant = performance.now(); // all of them want to be there now, so every wait counts from here
const waits: number[] = [];
let next = 0;
await Promise.all(
  Array.from({ length: width }, async () => {
    while (next < total) {
      const joined = await insist(Number(first) + (next += 1) - 1);
      if (joined) waits.push(performance.now() - meant);
    }
  }),
);
process.send?.({ served: waits.length, waits });
// the sockets stay open until the parent has measured and ends this process
