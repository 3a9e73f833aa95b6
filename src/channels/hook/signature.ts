/** Signatures of the Standard Webhooks: HMAC-SHA256 over "id.timestamp.body", https://www.standardwebhooks.com */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the sender's clock may be from ours, seconds. */
const toleranceSeconds = 5 * 60;
const prefix = 'whsec_';

export interface SignedHeaders {
  readonly 'webhook-id': string;
  /** Seconds since 1970. */
  readonly 'webhook-timestamp': string;
  /** One signature or several, divided by spaces, each with its version. */
  readonly 'webhook-signature': string;
}

/** A secret is base64, with or without the prefix by which it is known as one. */
const keyOf = (secret: string): Buffer =>
  Buffer.from(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret, 'base64');

function digest(secret: string, { id, timestamp }: { id: string; timestamp: string }, body: Uint8Array): Buffer {
  return createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest();
}

/** `at`: milliseconds since 1970. */
export function sign(secret: string, { id, at }: { id: string; at: number }, body: Uint8Array): SignedHeaders {
  const timestamp = String(Math.floor(at / 1000));
  const signature = `v1,${digest(secret, { id, timestamp }, body).toString('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
}

const single = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : '');

/** The id of a message that is signed as it should be, and fresh at `now` (milliseconds); undefined for any other. */
export function signedId(
  secret: string,
  { headers, body }: { headers: Readonly<Record<string, string | string[] | undefined>>; body: Uint8Array },
  now: number,
): string | undefined {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    single(headers[name]),
  ) as [string, string, string];
  if (!/^[\x21-\x7e]{1,200}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return undefined;
  if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) return undefined;
  const right = digest(secret, { id, timestamp }, body);
  const given = signatures.split(' ').map((one) => Buffer.from(/^v1,(.+)$/.exec(one)?.[1] ?? '', 'base64'));
  return given.some((one) => one.length === right.length && timingSafeEqual(one, right)) ? id : undefined;
}
