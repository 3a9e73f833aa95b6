/** Chat tokens: each is bound to one conversation and one customer, and good for nothing else. */
import { SupportError } from '../../base/index.js';

export interface Access {
  readonly conversation: string;
  readonly customer: string;
}

export interface AccessTokens {
  issue(access: Access): Promise<string>;
  /** Throws `forbidden` when the token is missing, forged, expired or for another conversation. */
  check(token: string | undefined, conversation?: string): Promise<Access>;
}

/** Signed texts with a purpose, so that a sign-in can never serve as a chat token. */
export interface Tokens {
  sign(purpose: string, claims: Readonly<Record<string, string>>, seconds: number): Promise<string>;
  /** Undefined when it is not one of ours, of another purpose, or expired. */
  read(purpose: string, token: string): Promise<Readonly<Record<string, unknown>> | undefined>;
}

/** Web Chat renews every 15 minutes and ignores what we say here, so keep it well above. */
export const tokenSeconds = 3600;
const purpose = 'chat';

export function createAccess(tokens: Tokens): AccessTokens {
  return {
    issue: ({ conversation, customer }) => tokens.sign(purpose, { conversation, customer }, tokenSeconds),
    async check(token, wanted) {
      const claims = token === undefined ? undefined : await tokens.read(purpose, token);
      const conversation = claims?.['conversation'];
      const customer = claims?.['customer'];
      if (typeof conversation !== 'string' || typeof customer !== 'string') {
        throw new SupportError('forbidden', 'This chat token is not valid any more. Ask for a new one.');
      }
      if (wanted !== undefined && wanted !== conversation) {
        throw new SupportError('forbidden', 'This chat token is for another conversation.');
      }
      return { conversation, customer };
    },
  };
}

/** The token of an `Authorization: Bearer …` header. */
export function bearer(header: string | undefined): string | undefined {
  return /^Bearer (.+)$/.exec(header ?? '')?.[1];
}
