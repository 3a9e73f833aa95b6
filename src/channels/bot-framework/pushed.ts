/** The result of a call to the connector, whose error carries the response, if there was one. */
import { type Pushed, unsent } from '../../post/index.js';

interface Answered {
  readonly statusCode?: unknown;
  readonly response?: { readonly headers?: { get?(name: string): string | null | undefined } };
}

export function toPushed(fault: unknown, now: number): Pushed {
  if (fault === undefined) return { kind: 'sent' };
  if (!(fault instanceof Error)) return { kind: 'failed', why: 'unknown' };
  const { statusCode, response } = fault as Error & Answered;
  const retryAfter = response?.headers?.get?.('retry-after');
  return unsent({ status: Number(statusCode ?? 0), why: fault.message, retryAfter }, now);
}
