/** Takes the time of the parts of traces, and says where each belongs. */
import { randomBytes } from 'node:crypto';
import { causedBy, currentCause, type Part, SupportError, type Trace, type Tracer } from '../base/index.js';
import type { Span } from './otlp.js';

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** Trace, parent and flags of a traceparent. */
const shape = /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:$|-)/;

/** Whoever has begun a trace has also decided whether it is kept. */
function joined(parent: string): Trace | undefined | 'none' {
  const [, id, span, flags = '0'] = shape.exec(parent) ?? [];
  if (id === undefined || span === undefined) return 'none';
  return Number.parseInt(flags, 16) % 2 === 1 ? { id, span: hex(8), parent: span } : undefined;
}

/** Milliseconds since 1970, with parts of them. */
export const exactNow = (): number => performance.timeOrigin + performance.now();

const codeOf = (fault: unknown): string => {
  if (fault instanceof SupportError) return fault.code;
  return fault instanceof Error ? fault.name : 'unknown';
};

export interface TracerOptions {
  readonly add: (span: Span) => void;
  /** Which part of the calls is traced that nobody has decided on, 0 to 1. */
  readonly share: number;
  /** 0..1. */
  readonly chance: () => number;
}

export function createTracer({ add, share, chance }: TracerOptions): Tracer {
  /** Done as a part of `above`. */
  function within<T>({ name, kind = 'internal', about = {} }: Part, above: Trace, act: (own: Trace) => T): T {
    const own = { id: above.id, span: hex(8), parent: above.span };
    const from = exactNow();
    const end = (fault?: string) => add({ ...own, name, kind, about, from, to: exactNow(), fault });
    try {
      const done = act(own);
      if (done instanceof Promise) {
        done.then(
          () => end(),
          (fault: unknown) => end(codeOf(fault)),
        );
      } else end();
      return done;
    } catch (fault) {
      end(codeOf(fault));
      throw fault;
    }
  }

  return {
    begin(parent = '') {
      const found = joined(parent);
      if (found !== 'none') return found;
      return chance() < share ? { id: hex(16), span: hex(8) } : undefined;
    },
    within(part, act) {
      const cause = currentCause();
      if (cause?.trace === undefined) return act();
      return within(part, cause.trace, (trace) => causedBy({ ...cause, trace }, act));
    },
  };
}
