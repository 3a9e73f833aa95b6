/** Faults as HTTP: one table from code to status; what is not ours to tell is told neutrally and logged. */
import { type ErrorCode, type Log, SupportError } from '../base/index.js';
import type { ErrorBody } from './contract.js';

const statuses: Readonly<Record<ErrorCode, number>> = {
  'bad-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
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
}

const told = (status: number, code: string, message: string): HttpError => ({
  status,
  body: { error: { code, message } },
});

/** What restify itself refuses, by its status. */
const ofServer: Readonly<Record<number, readonly [string, string]>> = {
  400: ['bad-request', 'The request could not be read. Send JSON that is well formed.'],
  404: ['not-found', 'There is nothing at this address.'],
  405: ['bad-request', 'This address does not take this method.'],
  413: ['too-large', 'The request is too large.'],
  415: ['bad-request', 'Send JSON, with the content type application/json.'],
};

function statusOf(fault: unknown): number | undefined {
  if (typeof fault !== 'object' || fault === null || !('statusCode' in fault)) return undefined;
  return typeof fault.statusCode === 'number' ? fault.statusCode : undefined;
}

export function toHttp(fault: unknown, log: Log): HttpError {
  if (fault instanceof SupportError) {
    const status = statuses[fault.code];
    if (status >= 500) log.error({ fault }, 'request failed');
    return told(status, fault.code, status === 500 ? 'Something went wrong on our side.' : fault.message);
  }
  const status = statusOf(fault);
  const known = status === undefined ? undefined : ofServer[status];
  if (status !== undefined && known !== undefined) return told(status, known[0], known[1]);
  log.error({ fault }, 'request failed');
  return told(500, 'internal', 'Something went wrong on our side.');
}
