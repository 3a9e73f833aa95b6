/** Word of every answered call, for whoever counts them. */
import type { Request, Response } from 'restify';
import { type Cause, currentCause } from '../base/index.js';

export interface Called {
  /** The path of its route, with the names of parameters; missing where there is no route. */
  readonly path?: string;
  readonly method: string;
  readonly status: number;
  /** From the first byte to the end of the answer. */
  readonly seconds: number;
  readonly cause?: Cause;
}

interface Begun {
  readonly path?: string;
  readonly request: Request;
  readonly response: Response;
}

/** Tells when the call is over. A live feed is over when its reader leaves: it is no measure of anything. */
export function tellOf({ path, request, response }: Begun, told: ((call: Called) => void) | undefined): void {
  if (told === undefined) return;
  const began = performance.now();
  const cause = currentCause();
  response.once('close', () => {
    if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return;
    const seconds = (performance.now() - began) / 1000;
    const { method = '' } = request;
    const what = { ...(path === undefined ? {} : { path }), ...(cause === undefined ? {} : { cause }) };
    told({ ...what, method, status: response.statusCode, seconds });
  });
}
