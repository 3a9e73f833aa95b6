/**
 * Signed tokens (JWT, HS256), each for one purpose: what opens a stream can never serve as a chat token. Only our own are read, so
 * there is one header that is accepted. They are signed at once, not by Web Crypto, whose jobs in other threads cost a
 * fifth of all that the door does for a new customer.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Clock, SupportError } from '../base/index.js';

type Claims = Readonly<Record<string, unknown>>;

export interface Tokens {
  sign(purpose: string, claims: Readonly<Record<string, string>>, seconds: number): Promise<string>;
  /** Undefined when it is not one of ours, of another purpose, or expired. */
  read(purpose: string, token: string): Promise<Claims | undefined>;
}

/** How many genuine tokens are remembered: most come back within moments of their making. */
const mostKnown = 1024;

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

/** The first signs; a token that any of them has signed is genuine. */
export type Secrets = readonly [string, ...string[]];

const newKeys = ([first, ...others]: Secrets) => ({
  text: [first, ...others].join('\n'),
  key: keyOf(first),
  older: others.map(keyOf),
  /** Genuine ones, by their text. */
  known: new Map<string, Claims>(),
});

const signBy = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * `secrets` are asked for each time: all processes must have the same, and one may have to take over another's. Throws
 * `settings` when one is shorter than 32 bytes.
 */
export function createTokens({ secrets, clock }: { readonly secrets: () => Secrets; readonly clock: Clock }): Tokens {
  let made = newKeys(secrets());
  /** What goes with the secrets that count now. */
  function current(): typeof made {
    const wanted = secrets();
    if (made.text !== wanted.join('\n')) made = newKeys(wanted); // once, not for every token
    return made;
  }
  function keep(token: string, claims: Claims): void {
    const { known } = current();
    known.set(token, claims);
    for (const oldest of known.keys()) {
      if (known.size <= mostKnown) break;
      known.delete(oldest);
    }
  }
  const now = () => Math.floor(clock.now() / 1000);

  /** What was signed here, whatever it says. */
  function genuine(token: string): string | undefined {
    const [begin, payload = '', signature = '', ...more] = token.split('.');
    if (begin !== header || more.length > 0) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const { key, older } = current();
    const signed = [key, ...older].some((one) => {
      const own = signBy(one, `${header}.${payload}`);
      // one token has one spelling
      return own.length === given.length && timingSafeEqual(given, own) && signature === own.toString('base64url');
    });
    return signed ? payload : undefined;
  }
  function claimsOf(token: string): Claims | undefined {
    const payload = genuine(token);
    return payload === undefined ? undefined : (JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims);
  }
  function read(purpose: string, token: string): Claims | undefined {
    const claims = current().known.get(token) ?? claimsOf(token);
    return claims?.['aud'] === purpose && Number(claims['exp']) > now() ? claims : undefined;
  }
  return {
    sign(purpose, claims, seconds) {
      const all = { ...claims, aud: purpose, iat: now(), exp: now() + seconds };
      const text = `${header}.${packed(all)}`;
      const token = `${text}.${signBy(current().key, text).toString('base64url')}`;
      keep(token, all);
      return Promise.resolve(token);
    },
    read: (purpose, token) => Promise.resolve(read(purpose, token)),
  };
}
