/** Reads the environment, starts, and stops on a signal. */
import { type AppOptions, startApp } from './app.js';
import { createLog, type LogOptions, randomIds, readConfig, systemClock, tellFault } from './base/index.js';

/** Other times than the usual, for tests. */
export type Times = Pick<AppOptions, 'rounds' | 'patienceMs'>;

/** Whoever looks at a terminal while developing reads words; all others collect lines of JSON. */
function peopleAt({ isTTY, hasColors }: NodeJS.WriteStream, mode: string): LogOptions['people'] {
  return isTTY && mode !== 'production' ? { colours: hasColors() } : undefined;
}

/** An orderly stop ends by then, milliseconds: those who supervise processes kill what has not ended after ten seconds. */
const mostStopMs = 9500;

function tell(fault: unknown): void {
  process.stderr.write(`${tellFault(fault).join('\n')}\n`);
  process.exitCode = 1;
}

async function start(times: Times): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL, { people: peopleAt(process.stdout, config.NODE_ENV) });
  const app = await startApp({ config, log, clock: systemClock, ids: randomIds, ...times });
  const stop = () => {
    setTimeout(() => {
      log.error('not everything ended in time; other processes go on with it');
      process.exit(1);
    }, mostStopMs);
    app.close().then(() => process.exit(0), tell);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(
    `\n  Warmline is running.\n\n  Customers  ${app.url}/\n  Agents     ${app.url}/desk\n  Managers   ${app.url}/insights\n\n`,
  );
}

/** Resolves when it takes calls, or has told why it does not. */
export const serve = (times: Times = {}): Promise<void> => start(times).catch(tell);
