/**
 * Brings spans to an OpenTelemetry collector (OTLP over HTTP, JSON), a batch at a time. Nobody waits for it: what a
 * collector that is away or slow does not take is dropped, and counted.
 */
import type { Log, Timers } from '../base/index.js';
import { type Span, toOtlp } from './otlp.js';

export interface ExporterOptions {
  /** The collector, without `/v1/traces`. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly service: string;
  readonly log: Log;
  readonly every: Timers['every'];
  /** How long a collector may take for a batch, milliseconds. */
  readonly patienceMs?: number;
}

export interface Exporter {
  add(span: Span): void;
  /** Sends what is left, once. */
  close(): Promise<void>;
}

/** Of so many more are dropped; a batch; and how often one is sent, milliseconds. */
const most = 2048;
const batch = 512;
const often = 1000;
const usualPatienceMs = 5000;
const farewellMs = 1000;

/** Tells once that a collector takes nothing, and once that it does again. */
function createNews(log: Log) {
  let lost = 0;
  return {
    lost(count: number, why: string): void {
      if (lost === 0) log.warn({ why }, 'the trace collector takes nothing; what is not taken is dropped');
      lost += count;
    },
    taken(): void {
      if (lost > 0) log.warn({ lost }, 'the trace collector takes traces again');
      lost = 0;
    },
  };
}

export function createExporter(options: ExporterOptions): Exporter {
  const { endpoint, headers, service, log, every, patienceMs = usualPatienceMs } = options;
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const news = createNews(log);
  let waiting: Span[] = [];
  let dropped = 0;

  async function send(spans: readonly Span[], ms: number): Promise<void> {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(toOtlp(spans, service)),
        redirect: 'manual',
        signal: AbortSignal.timeout(ms),
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`it answered ${answer.status}`);
      news.taken();
    } catch (fault) {
      news.lost(spans.length, fault instanceof Error ? fault.message : 'unknown');
    }
  }

  async function flush(ms: number): Promise<void> {
    if (dropped > 0) news.lost(dropped, 'it is too slow');
    dropped = 0;
    for (let more = true; more && waiting.length > 0;) {
      const spans = waiting.slice(0, batch);
      waiting = waiting.slice(batch);
      await send(spans, ms);
      more = spans.length === batch;
    }
  }

  const stop = every(often, () => flush(patienceMs));
  return {
    add(span) {
      if (waiting.length < most) waiting.push(span);
      else dropped += 1;
    },
    async close() {
      stop();
      await flush(farewellMs);
    },
  };
}
