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

/** Throws `settings` when the secret is shorter than 32 bytes. */
export function createTokens({ secret, clock }: { readonly secret: string; readonly clock: Clock }): Tokens {
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length < shortestSecret) {
    throw new SupportError(
      'settings',
      `The secret that signs tokens needs ${shortestSecret} bytes; it has ${bytes.length}.`,
    );
  }
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = crypto.subtle.importKey('raw', bytes, hmac, false, ['sign', 'verify']); // once, not for every token
  const now = () => Math.floor(clock.now() / 1000);
  return {
    sign: async (purpose, claims, seconds) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(purpose)
        .setIssuedAt(now())
        .setExpirationTime(now() + seconds)
        .sign(await key),
    async read(purpose, token) {
      try {
        const options = { algorithms: ['HS256'], audience: purpose, currentDate: new Date(clock.now()) };
        return (await jwtVerify(token, await key, { ...options, requiredClaims: ['exp'] })).payload;
      } catch (fault) {
        if (fault instanceof errors.JOSEError) return undefined;
        throw fault;
      }
    },
  };
}
