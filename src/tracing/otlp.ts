/** A span, and how OTLP writes it: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
import { maskPersonal, type Part, type Trace } from '../base/index.js';

type Attributes = NonNullable<Part['about']>;

export interface Span extends Trace {
  readonly name: string;
  readonly kind: 'internal' | 'server' | 'client';
  /** Milliseconds since 1970, with parts of them. */
  readonly from: number;
  readonly to: number;
  readonly about: Attributes;
  /** Its code or kind, never its words. */
  readonly fault?: string | undefined;
}

const kinds = { internal: 1, server: 2, client: 3 } as const;
const failed = 2;

const nanoseconds = (ms: number): string => `${BigInt(Math.round(ms * 1000))}000`;

/** Another system's id of a conversation may be a telephone number. */
const listed = (about: Attributes) =>
  Object.entries(about).map(([key, value]) => ({
    key,
    value:
      typeof value === 'string' ? { stringValue: maskPersonal(value).text } : { intValue: String(Math.round(value)) },
  }));

const spanOf = ({ id, span, parent, name, kind, from, to, about, fault }: Span) => ({
  traceId: id,
  spanId: span,
  ...(parent === undefined ? {} : { parentSpanId: parent }),
  name,
  kind: kinds[kind],
  startTimeUnixNano: nanoseconds(from),
  endTimeUnixNano: nanoseconds(to),
  attributes: listed(about),
  ...(fault === undefined ? {} : { status: { code: failed, message: fault } }),
});

/** One request to a collector. */
export const toOtlp = (spans: readonly Span[], service: string) => ({
  resourceSpans: [
    {
      resource: { attributes: listed({ 'service.name': service, 'process.pid': process.pid }) },
      scopeSpans: [{ scope: { name: 'warmline' }, spans: spans.map(spanOf) }],
    },
  ],
});
