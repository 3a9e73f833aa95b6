/** A whole server that says what it weighs when it is asked, after everything that nobody needs has been collected. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startApp } from '../../src/app.js';
import { createLog, randomIds, readConfig, systemClock } from '../../src/base/index.js';

setFlagsFromString('--expose-gc');
const takeLease = runInNewContext('gc') as () => void;

const config = readConfig(process.env);
const { url } = await startApp({ config, log: createLog('silent'), clock: systemClock, ids: randomIds });
process.on('message', () => {
  for (let n = 0; n < 3; n += 1) takeLease();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ heap: (heapUsed + external) / 1024, resident: rss / 1024 });
});
process.send?.({ url });
