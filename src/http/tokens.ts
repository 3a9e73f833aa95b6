/** Signed tokens (JWT, HS256), each for one purpose: a sign-in can never serve as a chat token. */
import { errors, jwtVerify, SignJWT } from 'jose';
import { type Clock, SupportError } from '../base/index.js';

export interface Tokens {
  sign(purpose: string, claims: Readonly<Record<string, string>>, seconds: number): Promise<string>;
  /** Undefined when it is not one of ours, of another purpose, or expired. */
  read(purpose: string, token: string): Promise<Readonly<Record<string, unknown>> | undefined>;
}

/** Bytes. RFC 7518, 3.2: a key is as long as its hash, or longer. */
const shortestSecret = 32;

type Key = ReturnType<typeof crypto.subtle.importKey>;

function keyOf(secret: string): Key {
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length < shortestSecret) {
    throw new SupportError(
      'settings',
      `The secret that signs tokens needs ${shortestSecret} bytes; it has ${bytes.length}.`,
    );
  }
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytes, hmac, false, ['sign', 'verify']);
}

/**
 * `secret` is asked each time: all processes must have the same, and one may have to take over another's. Throws `settings`
 * when it is shorter than 32 bytes.
 */
export function createTokens({ secret, clock }: { readonly secret: () => string; readonly clock: Clock }): Tokens {
  let made: { readonly secret: string; readonly key: Key } | undefined;
  function current(): Key {
    const wanted = secret();
    if (made?.secret !== wanted) made = { secret: wanted, key: keyOf(wanted) }; // once, not for every token
    return made.key;
  }
  void current();
  const now = () => Math.floor(clock.now() / 1000);
  return {
    sign: async (purpose, claims, seconds) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(purpose)
        .setIssuedAt(now())
        .setExpirationTime(now() + seconds)
        .sign(await current()),
    async read(purpose, token) {
      try {
        const options = { algorithms: ['HS256'], audience: purpose, currentDate: new Date(clock.now()) };
        return (await jwtVerify(token, await current(), { ...options, requiredClaims: ['exp'] })).payload;
      } catch (fault) {
        if (fault instanceof errors.JOSEError) return undefined;
        throw fault;
      }
    },
  };
}
