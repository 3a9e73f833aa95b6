/**
 * How a browser finds its conversation again when its chat token has run out: by a secret that is good for one use and
 * gives the next one. The store keeps hashes of them; one that comes back after its end was copied by somebody, and all
 * that opens the conversation is called in.
 */
import { createHash } from 'node:crypto';
import type { Ids } from '../../base/index.js';
import { gone } from '../gone.js';
import type { Transcripts } from '../ports.js';
import type { Access, AccessTokens } from './access.js';

export interface Renewed {
  readonly access: Access;
  readonly renewal: string;
}

export interface Renewals {
  /** The first one, for the holder of a chat token. Throws `gone`. */
  give(access: Access): Promise<Renewed>;
  /** The next one, for a renewal token; undefined when it is none. Throws `gone`, also when it was used before. */
  use(token: string): Promise<Renewed | undefined>;
}

interface Options {
  readonly transcripts: Transcripts;
  readonly access: AccessTokens;
  readonly ids: Ids;
}

/** 16 bytes of the hash of a random secret cannot be guessed. */
const hashed = (secret: string): string => createHash('sha256').update(secret).digest().toString('base64url', 0, 16);

const claim = (claims: Readonly<Record<string, unknown>>, name: string): string =>
  typeof claims[name] === 'string' ? claims[name] : '';

export function createRenewals({ transcripts, access, ids }: Options): Renewals {
  async function next(from: Access, shown?: { secret: string; parent: string }): Promise<Renewed> {
    const secret = ids.next();
    const renewal = { life: from.life, next: hashed(secret), ...(shown === undefined ? {} : { shown }) };
    const answer = await transcripts.renew(from.conversation, renewal);
    if (answer.kind !== 'renewed') throw gone();
    const to = { ...from, life: answer.life };
    return { access: to, renewal: await access.issue(to, 'renewal', { secret, parent: shown?.secret ?? '' }) };
  }
  return {
    give: (from) => next(from),
    async use(token) {
      const found = await access.read(token, 'renewal');
      if (found === undefined) return undefined;
      return next(found.access, {
        secret: hashed(claim(found.claims, 'secret')),
        parent: claim(found.claims, 'parent'),
      });
    },
  };
}
