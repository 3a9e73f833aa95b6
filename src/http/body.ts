/**
 * Reading a JSON body. restify's own parser is not used: its limit counts compressed bytes, so that a small body may
 * unpack to any size, it writes multipart bodies to disk, and it answers a too large body only when it has ended.
 */
import type { IncomingMessage } from 'node:http';
import { SupportError } from '../base/index.js';

const json = /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** True when the body is called JSON in UTF-8, and is not compressed. */
export function isJson({ headers }: IncomingMessage): boolean {
  return json.test(headers['content-type'] ?? '') && (headers['content-encoding'] ?? 'identity') === 'identity';
}

/** Above the limit it reads no more. */
function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new SupportError('too-large', `The body is larger than ${Math.floor(limit / 1024)} KB.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', function take(part: Buffer) {
      size += part.length;
      parts.push(part);
      if (size <= limit) return;
      request.off('data', take).pause();
      parts.length = 0;
      reject(tooLarge());
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('close', () => {
      if (!request.readableEnded) reject(new SupportError('bad-request', 'The request ended before its body did.'));
    });
  });
}

export interface Body {
  /** Undefined when there is none. */
  readonly value: unknown;
  /** As it came. */
  readonly bytes: Uint8Array;
}

export const noBody: Body = { value: undefined, bytes: new Uint8Array() };

/** `limit` in bytes. Throws `too-large`, and `bad-request` when it is not JSON. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (!hasBody(request)) return noBody;
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0) return noBody;
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown, bytes };
  } catch (cause) {
    throw new SupportError('bad-request', 'The body is not well-formed JSON in UTF-8.', { cause });
  }
}
