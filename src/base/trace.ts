/** The parts of what one call from outside leads to, for whoever follows it through several programs. */

/** Where something stands in a trace, in the words of W3C Trace Context. */
export interface Trace {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** 16 of them: this part. */
  readonly span: string;
  /** The part it belongs to, which may be another program's. */
  readonly parent?: string;
}

export interface Part {
  readonly name: string;
  /** `client`: it waits for another program. */
  readonly kind?: 'internal' | 'client';
  /** Names of ours and ids, never words of a customer. */
  readonly about?: Readonly<Record<string, string | number>>;
}

export interface Tracer {
  /** The place of a call from outside; missing when it is not traced. `parent`: what the caller says, a traceparent. */
  begin(parent?: string): Trace | undefined;
  /** Does this as a part of what causes it; what nobody called, or is not traced, is just done. */
  within<T>(part: Part, act: () => T): T;
}

export const noTracer: Tracer = { begin: () => undefined, within: (_, act) => act() };
