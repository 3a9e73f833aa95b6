/** Where the figures are read: at a port of their own, or at the server's with a token; on this computer, freely. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Config, type Log, SupportError } from '../base/index.js';
import { createHttp, type Http, isLoopback, route, type Route } from '../http/index.js';

export type MetricsSettings = Pick<Config, 'HOST' | 'NODE_ENV' | 'METRICS_PORT' | 'METRICS_HOST' | 'METRICS_TOKEN'>;

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

function check(token: string | undefined, authorization = ''): void {
  if (token === undefined) return;
  if (timingSafeEqual(hash(`Bearer ${token}`), hash(authorization))) return;
  throw new SupportError('unauthorized', 'Send the METRICS_TOKEN of this server as a bearer token.');
}

const routeOf = (read: () => Promise<string>, type: string, token: string | undefined): Route =>
  route({
    method: 'GET',
    path: '/metrics',
    noPages: true,
    handle: async ({ headers }) => {
      check(token, headers.authorization);
      return { kind: 'text', type, body: await read() };
    },
  });

/** Returns how to close it. */
export async function openDoor(
  figures: { readonly read: () => Promise<string>; readonly type: string },
  house: { readonly config: MetricsSettings; readonly http: Pick<Http, 'add'>; readonly log: Log },
): Promise<() => Promise<void>> {
  const { config, http, log } = house;
  const { METRICS_PORT: port, METRICS_HOST: host, METRICS_TOKEN: token } = config;
  const own = routeOf(figures.read, figures.type, token);
  if (port === undefined) {
    const free = config.NODE_ENV !== 'production' && isLoopback(config.HOST);
    if (token !== undefined || free) http.add(own);
    return () => Promise.resolve();
  }
  const server = createHttp({ log, host, port });
  server.add(own);
  const { url } = await server.listen().catch((fault: unknown) => {
    if (!(fault instanceof SupportError)) throw fault;
    const message = fault.message.replace(/\b(?=(?:HOST|PORT)\b)/g, 'METRICS_');
    throw new SupportError(fault.code, message, { cause: fault });
  });
  server.open(() => Promise.resolve(undefined));
  log.info({ url: `${url}/metrics` }, 'metrics');
  return () => server.close();
}
