/** Reads the environment, starts, and stops on a signal. */
import { type App, type AppOptions, startApp } from './app.js';
import { createLog, type LogOptions, randomIds, readConfig, systemClock, tellFault } from './base/index.js';

/** Other times than the usual, for tests. */
export type Times = Pick<AppOptions, 'rounds' | 'patienceMs'>;

/** Whoever looks at a terminal while developing reads words; all others collect lines of JSON. */
function peopleAt({ isTTY, hasColors }: NodeJS.WriteStream, mode: string): LogOptions['people'] {
  return isTTY && mode !== 'production' ? { colours: hasColors() } : undefined;
}

/** An orderly stop ends by then, milliseconds: those who supervise processes kill what has not ended after ten seconds. */
const mostStopMs = 9500;

/** Whatever is open or hangs: who was told why it ends is not kept waiting. */
function fail(fault: unknown): never {
  process.stderr.write(`${tellFault(fault).join('\n')}\n`);
  process.exit(1);
}

/** At the first signal. A terminal and npm both send one, so that those which come after it ask for nothing new. */
function onSignal(act: () => void): AbortSignal {
  const asked = new AbortController();
  asked.signal.addEventListener('abort', act);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => asked.abort());
  return asked.signal;
}

async function start(times: Times): Promise<App> {
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL, { people: peopleAt(process.stdout, config.NODE_ENV) });
  return startApp({ config, log, clock: systemClock, ids: randomIds, ...times });
}

/** A start that is under way comes to its end first, and all that it has opened is closed. */
async function stop(starting: Promise<App>): Promise<void> {
  setTimeout(() => {
    createLog('error').error('not everything ended in time; other processes go on with it');
    process.exit(1);
  }, mostStopMs);
  await starting.then((app) => app.close()).catch(fail);
  process.exit(0);
}

/** Resolves when it takes calls; tells why it does not, and ends. */
export async function serve(times: Times = {}): Promise<void> {
  const asked = onSignal(() => void stop(starting));
  process.stdout.on('error', () => undefined); // who reads no further wants no more, and customers are served all the same
  const starting = start(times);
  const { url } = await starting.catch(fail);
  if (asked.aborted) return;
  process.stdout.write(
    `\n  Warmline is running.\n\n  Customers  ${url}/\n  Agents     ${url}/desk\n  Managers   ${url}/insights\n\n`,
  );
}
