/** Where the figures are read: at a port of their own, or at the server's with a token; freely on this computer alone. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Config, type Log, SupportError } from '../base/index.js';
import { createHttp, type Http, isLoopback, route, type Route } from '../http/index.js';

export type MetricsSettings = Pick<
  Config,
  'HOST' | 'NODE_ENV' | 'METRICS_PORT' | 'METRICS_HOST' | 'METRICS_TOKEN' | 'PUBLIC_URL' | 'TRUST_PROXY' | 'OIDC_ISSUER'
>;

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

function check(token: string | undefined, authorization = ''): void {
  if (token === undefined) return;
  if (timingSafeEqual(hash(`Bearer ${token}`), hash(authorization))) return;
  throw new SupportError('unauthorized', 'Send the METRICS_TOKEN of this server as a bearer token.');
}

interface Figures {
  readonly read: () => Promise<string>;
  readonly type: string;
}

const routeOf = ({ read, type }: Figures, token: string | undefined, hereOnly = false): Route =>
  route({
    method: 'GET',
    path: '/metrics',
    noPages: true,
    hereOnly,
    handle: async ({ headers }) => {
      check(token, headers.authorization);
      return { kind: 'text', type, body: await read() };
    },
  });

/** A server that stands for itself: nothing says that others reach it, by a proxy or otherwise. */
function isAlone({ HOST, NODE_ENV, PUBLIC_URL, TRUST_PROXY, OIDC_ISSUER }: MetricsSettings): boolean {
  const others = [PUBLIC_URL, TRUST_PROXY, OIDC_ISSUER];
  return NODE_ENV !== 'production' && isLoopback(HOST) && others.every((one) => one === undefined);
}

/** Returns how to close it. */
export async function openDoor(
  figures: Figures,
  house: { readonly config: MetricsSettings; readonly http: Pick<Http, 'add'>; readonly log: Log },
): Promise<() => Promise<void>> {
  const { config, http, log } = house;
  const { METRICS_PORT: port, METRICS_HOST: host, METRICS_TOKEN: token } = config;
  if (port === undefined) {
    if (token !== undefined) http.add(routeOf(figures, token));
    else if (isAlone(config)) http.add(routeOf(figures, token, true));
    return () => Promise.resolve();
  }
  const server = createHttp({ log, host, port });
  server.add(routeOf(figures, token));
  const { url } = await server.listen().catch((fault: unknown) => {
    if (!(fault instanceof SupportError)) throw fault;
    const message = fault.message.replace(/\b(?=(?:HOST|PORT)\b)/g, 'METRICS_');
    throw new SupportError(fault.code, message, { cause: fault });
  });
  server.open(() => Promise.resolve(undefined));
  log.info({ url: `${url}/metrics` }, 'metrics');
  return () => server.close();
}
