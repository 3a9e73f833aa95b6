/** OpenTelemetry traces, by setting: a call from outside, the turn it leads to, and what is delivered because of it. */
import { type Config, createTimers, type Log, noTracer, type Tracer } from '../base/index.js';
import type { Conversations } from '../conversation/index.js';
import type { Called } from '../http/index.js';
import { createExporter } from './exporter.js';
import type { Span } from './otlp.js';
import { createTracer, exactNow } from './tracer.js';

export interface Tracing {
  readonly tracer: Tracer;
  /** For the server: a call was answered. */
  readonly called: (call: Called) => void;
  readonly conversations: (inner: Conversations) => Conversations;
  close(): Promise<void>;
}

export interface TracingOptions {
  readonly config: Pick<
    Config,
    'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_EXPORTER_OTLP_HEADERS' | 'OTEL_SERVICE_NAME' | 'OTEL_TRACES_SAMPLER_ARG'
  >;
  readonly log: Log;
}

const off: Tracing = {
  tracer: noTracer,
  called: () => undefined,
  conversations: (inner) => inner,
  close: () => Promise.resolve(),
};

/** Asked again and again by machines, and part of nothing. */
const idle = /^\/(health\/|metrics$)/;

const spanOf = ({ cause, path = 'unknown', method, status, seconds }: Called): Span | undefined => {
  if (cause?.trace === undefined || idle.test(path)) return undefined;
  const to = exactNow();
  const about = { 'http.request.method': method, 'http.route': path, 'http.response.status_code': status };
  return {
    ...cause.trace,
    name: `${method} ${path}`,
    kind: 'server',
    from: to - seconds * 1000,
    to,
    about: { ...about, request: cause.request },
    fault: status >= 500 ? String(status) : undefined,
  };
};

const traced = (inner: Conversations, { within }: Tracer): Conversations => ({
  ...inner,
  receive: (said) => within({ name: 'receive', about: { conversation: said.conversation } }, () => inner.receive(said)),
  commit: (turn, effects) =>
    within({ name: 'commit', about: { effects: effects.length } }, () => inner.commit(turn, effects)),
});

/** Costs nothing without a collector. */
export function createTracing({ config, log }: TracingOptions): Tracing {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers = {} } = config;
  if (endpoint === undefined) return off;
  const { every } = createTimers(log);
  const { add, close } = createExporter({ endpoint, headers, service: config.OTEL_SERVICE_NAME, log, every });
  const tracer = createTracer({ add, share: config.OTEL_TRACES_SAMPLER_ARG, chance: Math.random });
  return {
    tracer,
    called(call) {
      const span = spanOf(call);
      if (span !== undefined) add(span);
    },
    conversations: (inner) => traced(inner, tracer),
    close,
  };
}
