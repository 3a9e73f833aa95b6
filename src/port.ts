/** The server's own port, with what looks on when it is called. */
import { type Closing, type Config, type Log, providerOf } from './base/index.js';
import { liveRoute } from './health.js';
import { type Called, createHttp, type Http } from './http/index.js';
import type { Metrics } from './metrics/index.js';
import type { Tracing } from './tracing/index.js';

/** Takes the port first: who finds it taken has not touched anybody's data. */
export async function takePort(
  { config, log }: { readonly config: Config; readonly log: Log },
  { metrics, tracing, closing }: { readonly metrics: Metrics; readonly tracing: Tracing; readonly closing: Closing },
): Promise<{ readonly http: Http; readonly url: string }> {
  const { HOST: host, PORT: port, TRUST_PROXY: proxies } = config;
  const { PUBLIC_URL: publicUrl, ALLOWED_ORIGINS: allowedOrigins } = config;
  const site = { publicUrl, allowedOrigins, open: providerOf(config) !== undefined };
  const { tracer } = tracing;
  const called = (call: Called) => {
    metrics.called(call);
    tracing.called(call);
  };
  const http = createHttp({ log, host, port, proxies, site, called, tracer });
  closing.add('calls', () => http.close());
  http.add(liveRoute());
  return { http, url: (await http.listen()).url };
}
