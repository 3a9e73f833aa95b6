/** JSON over fetch. Every failure is one `ApiError` whose message can be shown to a person. */
import type { ErrorBody } from '../../http/contract.js';
import { readJson } from './read.js';

/** `status` 0: no answer at all (offline, or too slow). */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(failure: { code: string; message: string; status: number; cause?: unknown }) {
    super(failure.message, { cause: failure.cause });
    this.name = 'ApiError';
    this.code = failure.code;
    this.status = failure.status;
  }
}

const slow = 15_000;

function readError(body: unknown): ErrorBody['error'] | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('message' in error) || !('code' in error)) return undefined;
  return { code: String(error.code), message: String(error.message) };
}

async function ask(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, { ...init, signal: AbortSignal.timeout(slow) }).catch((cause: unknown) => {
    throw new ApiError({ code: 'offline', message: 'The server did not answer. Try again.', status: 0, cause });
  });
  const body: unknown = await response
    .text()
    .then(readJson)
    .catch(() => undefined);
  if (response.ok) return body;
  const { code, message } = readError(body) ?? {
    code: 'unreadable',
    message: `The server answered ${response.status}. Try again.`,
  };
  throw new ApiError({ code, message, status: response.status });
}

/** Callers say what it is: `(await getJson('/api/x')) as X`, right where it is parsed. */
export const getJson = (path: string): Promise<unknown> => ask(path, { headers: { accept: 'application/json' } });

export const postJson = (path: string, body: unknown): Promise<unknown> =>
  ask(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Nobody is signed in: go and ask who it is, and come back here. */
export function goSignIn(place: Location = location): void {
  place.assign(`/sign-in?to=${encodeURIComponent(place.pathname + place.search)}`);
}
