/**
 * Signed tokens (JWT, HS256), each for one purpose: a sign-in can never serve as a chat token. Only our own are read, so
 * there is one header that is accepted. They are signed at once, not by Web Crypto, whose jobs in other threads cost a
 * fifth of all that the door does for a new customer.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Clock, SupportError } from '../base/index.js';

export interface Tokens {
  sign(purpose: string, claims: Readonly<Record<string, string>>, seconds: number): Promise<string>;
  /** Undefined when it is not one of ours, of another purpose, or expired. */
  read(purpose: string, token: string): Promise<Readonly<Record<string, unknown>> | undefined>;
}

/** Bytes. RFC 7518, 3.2: a key is as long as its hash, or longer. */
const shortestSecret = 32;

const packed = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = packed({ alg: 'HS256' });

function keyOf(secret: string): Buffer {
  const bytes = Buffer.from(secret);
  if (bytes.length < shortestSecret) {
    throw new SupportError(
      'settings',
      `The secret that signs tokens needs ${shortestSecret} bytes; it has ${bytes.length}.`,
    );
  }
  return bytes;
}

/**
 * `secret` is asked each time: all processes must have the same, and one may have to take over another's. Throws `settings`
 * when it is shorter than 32 bytes.
 */
export function createTokens({ secret, clock }: { readonly secret: () => string; readonly clock: Clock }): Tokens {
  let made = { secret: secret(), key: keyOf(secret()) };
  function sign(text: string): Buffer {
    const wanted = secret();
    if (made.secret !== wanted) made = { secret: wanted, key: keyOf(wanted) }; // once, not for every token
    return createHmac('sha256', made.key).update(text).digest();
  }
  const now = () => Math.floor(clock.now() / 1000);

  /** What was signed here, whatever it says. */
  function genuine(token: string): string | undefined {
    const [begin, payload = '', signature = '', ...more] = token.split('.');
    const given = Buffer.from(signature, 'base64url');
    const own = sign(`${header}.${payload}`);
    if (begin !== header || more.length > 0 || given.length !== own.length) return undefined;
    // one token has one spelling
    return timingSafeEqual(given, own) && signature === own.toString('base64url') ? payload : undefined;
  }
  function read(purpose: string, token: string): Readonly<Record<string, unknown>> | undefined {
    const payload = genuine(token);
    if (payload === undefined) return undefined;
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Readonly<Record<string, unknown>>;
    return claims['aud'] === purpose && Number(claims['exp']) > now() ? claims : undefined;
  }
  return {
    sign(purpose, claims, seconds) {
      const payload = packed({ ...claims, aud: purpose, iat: now(), exp: now() + seconds });
      return Promise.resolve(`${header}.${payload}.${sign(`${header}.${payload}`).toString('base64url')}`);
    },
    read: (purpose, token) => Promise.resolve(read(purpose, token)),
  };
}
