/**
 * Faults as HTTP: one table from code to status; the caller is not shown what is not meant for them: that is logged.
 */
import { currentCause, type ErrorCode, type Log, SupportError } from '../base/index.js';
import type { ErrorBody } from './contract.js';

const statuses: Readonly<Record<ErrorCode, number>> = {
  'bad-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  // not 410: Microsoft's client of Direct Line takes 404 for the end of a conversation, and repeats what is answered 410
  gone: 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
  settings: 500,
  content: 500,
  internal: 500,
};

export interface HttpError {
  readonly status: number;
  readonly body: ErrorBody;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * RFC 9110 wants a challenge with every 401; the others say when to try again, in seconds, unless the fault knows
 * better.
 */
const hints: Readonly<Record<number, HttpError['headers']>> = {
  401: { 'www-authenticate': 'Bearer' },
  429: { 'retry-after': '5' },
  503: { 'retry-after': '5' },
};

type Told = ErrorBody['error'] & { readonly retryMs?: number | undefined };

const toError = (status: number, { code, message, retryMs }: Told): HttpError => ({
  status,
  body: { error: { code, message } },
  headers:
    retryMs === undefined ? (hints[status] ?? {}) : { 'retry-after': String(Math.max(1, Math.ceil(retryMs / 1000))) },
});

export const unknownAddress = toError(404, { code: 'not-found', message: 'There is nothing at this address.' });
const wrongMethod = toError(405, { code: 'wrong-method', message: 'This address does not take this method.' });
export const wrongType = toError(415, {
  code: 'wrong-type',
  message: 'Send JSON, not compressed, with the content type application/json.',
});

/** What restify itself refuses: it finds no route, or none for the method. */
function ofRouter(fault: unknown): HttpError | undefined {
  if (typeof fault !== 'object' || fault === null || !('statusCode' in fault)) return undefined;
  return [unknownAddress, wrongMethod].find(({ status }) => status === fault.statusCode);
}

/** Faults of our own are logged, and the caller is told the name of their call instead of their words. */
export function toHttp(fault: unknown, log: Log): HttpError {
  const status = fault instanceof SupportError ? statuses[fault.code] : 500;
  if (fault instanceof SupportError && status !== 500) {
    if (status === 503) log.warn({ err: fault }, 'not available');
    return toError(status, fault);
  }
  const refused = ofRouter(fault);
  if (refused !== undefined) return refused;
  log.error({ err: fault }, 'request failed');
  const reference = currentCause()?.request;
  const found = reference === undefined ? '' : ` (Reference ${reference})`;
  const message = `Something went wrong on our side. Please try again.${found}`;
  return toError(500, { code: 'internal', message });
}
