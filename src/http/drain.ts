/** The time before the end, in which a server still answers, but wants nobody to come again. */
import type { Next, Request, Response } from 'restify';
import { SupportError } from '../base/index.js';

const stopping = new SupportError('unavailable', 'This server is being stopped. Another one goes on.');

export function createDrain() {
  let draining = false;
  return {
    begin: (): void => void (draining = true),
    /** Makes an answer the last on its connection. */
    mark(_request: Request, response: Response, next: Next): void {
      if (draining) response.setHeader('connection', 'close');
      next();
    },
    refuse(): void {
      if (draining) throw stopping;
    },
  };
}
