/** Chat tokens: each is bound to one conversation and one customer, and good for nothing else. */
import { SupportError } from '../../base/index.js';
import type { Tokens } from '../../http/index.js';

export interface Access {
  readonly conversation: string;
  readonly customer: string;
  /** What the site that asked for the token says of them. */
  readonly name?: string;
  readonly vip?: boolean;
}

/** `stream` tokens travel in an address, where proxies write them down, so they soon are worth nothing. */
type Purpose = 'chat' | 'stream';

export interface AccessTokens {
  issue(access: Access, purpose: Purpose): Promise<string>;
  /** Throws `unauthorized` when there is none, `forbidden` when it is forged, expired or for something else. */
  check(token: string | undefined, purpose: Purpose): Promise<Access>;
}

const day = 24 * 60 * 60;
/** Seconds. Clients renew while they run; who left a message on Friday must still find its answer weeks later. */
export const lifeOf: Readonly<Record<Purpose, number>> = { chat: 30 * day, stream: 300 };

export function createAccess(tokens: Tokens): AccessTokens {
  return {
    // Direct Line clients read the customer's id from the claim `user`
    issue({ conversation, customer, name, vip = false }, purpose) {
      const about = { ...(name === undefined ? {} : { name }), ...(vip ? { vip: 'yes' } : {}) };
      return tokens.sign(purpose, { conversation, user: customer, ...about }, lifeOf[purpose]);
    },
    async check(token, purpose) {
      if (token === undefined || token === '') {
        throw new SupportError(
          'unauthorized',
          'A chat token is missing. Ask for one at /v3/directline/tokens/generate.',
        );
      }
      const claims = await tokens.read(purpose, token);
      const conversation = claims?.['conversation'];
      const customer = claims?.['user'];
      if (typeof conversation !== 'string' || typeof customer !== 'string') {
        throw new SupportError('forbidden', 'This chat token is not valid any more. Ask for a new one.');
      }
      const name = claims?.['name'];
      return {
        conversation,
        customer,
        ...(typeof name === 'string' ? { name } : {}),
        ...(claims?.['vip'] === 'yes' ? { vip: true } : {}),
      };
    },
  };
}

/** The token of an `Authorization: Bearer …` header. */
export function bearer(header: string | undefined): string | undefined {
  return /^Bearer (.+)$/i.exec(header ?? '')?.[1];
}
