/** Faults: one error with a closed code. Expected outcomes are returned as unions, never thrown. */
export type ErrorCode =
  | 'bad-request'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable'
  | 'settings'
  | 'content'
  | 'internal';

interface Details {
  readonly cause?: unknown;
  /** Every single problem, for faults that list many (settings, content). */
  readonly problems?: readonly string[];
  /** When it may be tried again, milliseconds from now. */
  readonly retryMs?: number;
}

/** The message says what happened, to what, and what to do; it is safe to show to the person who caused it. */
export class SupportError extends Error {
  readonly code: ErrorCode;
  readonly problems: readonly string[];
  readonly retryMs: number | undefined;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'SupportError';
    this.code = code;
    this.problems = details.problems ?? [];
    this.retryMs = details.retryMs;
  }
}
