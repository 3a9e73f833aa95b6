/** The product's own server, as a process, with other times than the usual: `{"patienceMs": 3000}`. */
import { type AppOptions, startApp } from '../../src/app.js';
import { createLog, randomIds, readConfig, systemClock } from '../../src/base/index.js';

const times = JSON.parse(process.argv[2] ?? '{}') as Pick<AppOptions, 'patienceMs' | 'rounds'>;
const config = readConfig(process.env);
const app = await startApp({ config, log: createLog(config.LOG_LEVEL), clock: systemClock, ids: randomIds, ...times });
process.stdout.write(`Customers  ${app.url}/\n`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
