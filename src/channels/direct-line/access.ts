/** Chat tokens: each is bound to one conversation and one customer, and good for nothing else. */
import { type Customer, longestAccess } from '../../conversation/index.js';
import { SupportError } from '../../base/index.js';
import type { Tokens } from '../../http/index.js';

/** With what the site that asked for the token says of the customer. */
export interface Access extends Omit<Customer, 'id'> {
  readonly conversation: string;
  readonly customer: string;
  /** What the store calls the conversation that it opens; empty when it had not begun. Another one is not opened. */
  readonly life: string;
}

/**
 * `stream` tokens travel in an address, where proxies write them down, so they soon are worth nothing. `renewal` tokens
 * are kept by a browser to find its conversation again: see renewals.ts.
 */
type Purpose = 'chat' | 'stream' | 'renewal';

type Claims = Readonly<Record<string, unknown>>;

export interface AccessTokens {
  /** `more`: claims beside those of the access. */
  issue(access: Access, purpose: Purpose, more?: Readonly<Record<string, string>>): Promise<string>;
  /** Throws `unauthorized` when there is none, `forbidden` when it is forged, expired or for something else. */
  check(token: string | undefined, purpose: Purpose): Promise<Access>;
  /** The same with all its claims; undefined when it is not valid, or not for this purpose. */
  read(token: string, purpose: Purpose): Promise<{ readonly access: Access; readonly claims: Claims } | undefined>;
}

const hour = 60 * 60;
/** Seconds. Clients renew while they run. */
export const lifeOf: Readonly<Record<Purpose, number>> = { chat: 4 * hour, stream: 300, renewal: longestAccess };

const textOf = (claims: Claims, name: string): string | undefined => {
  const value = claims[name];
  return typeof value === 'string' ? value : undefined;
};

function accessOf(claims: Claims): Access | undefined {
  const [conversation, customer, name] = ['conversation', 'user', 'name'].map((one) => textOf(claims, one));
  if (conversation === undefined || customer === undefined) return undefined;
  return {
    conversation,
    customer,
    life: textOf(claims, 'life') ?? '',
    ...(name === undefined ? {} : { name }),
    ...(claims['vip'] === 'yes' ? { vip: true } : {}),
  };
}

export function createAccess(tokens: Tokens): AccessTokens {
  const read: AccessTokens['read'] = async (token, purpose) => {
    const claims = await tokens.read(purpose, token);
    const access = claims && accessOf(claims);
    return claims && access && { access, claims };
  };
  return {
    read,
    // Direct Line clients read the customer's id from the claim `user`
    issue({ conversation, customer, name, vip = false, life }, purpose, more = {}) {
      const about = { ...(name === undefined ? {} : { name }), ...(vip ? { vip: 'yes' } : {}) };
      const born = life === '' ? {} : { life };
      return tokens.sign(purpose, { conversation, user: customer, ...about, ...born, ...more }, lifeOf[purpose]);
    },
    async check(token, purpose) {
      if (token === undefined || token === '') {
        throw new SupportError(
          'unauthorized',
          'A chat token is missing. Ask for one at /v3/directline/tokens/generate.',
        );
      }
      const found = await read(token, purpose);
      if (found !== undefined) return found.access;
      throw new SupportError('forbidden', 'This chat token is not valid any more. Ask for a new one.');
    },
  };
}

/** The token of an `Authorization: Bearer …` header. */
export function bearer(header: string | undefined): string | undefined {
  return /^Bearer (.+)$/i.exec(header ?? '')?.[1];
}
