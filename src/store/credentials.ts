/**
 * A password that changes while connections live: a token, renewed after half of what is left of its time. Every
 * connection is told of each new one before the old one ends; whoever could not take it is told again.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Log, SupportError } from '../base/index.js';
import type { NoToken, Token } from './entra.js';

export interface Credential {
  readonly username: string;
  readonly password: string;
}

export interface Credentials {
  now(): Credential;
  /**
   * `take` resolves when a connection is known by the new one; when it rejects it is called again. `known` is the one it
   * has begun with, the latest when missing. Returns how to end it.
   */
  onChange(take: Take, known?: Credential): () => void;
  close(): void;
}

type Take = (credential: Credential) => Promise<void>;

export interface CredentialsOptions {
  readonly ask: () => Promise<Token | NoToken>;
  /** The name that goes with the token; its owner when missing. */
  readonly username?: string | undefined;
  readonly log: Log;
}

/** Milliseconds: how long a start goes on asking who is away, and the shortest and the longest pause between two tries. */
const patience = { start: 15_000, least: 500, most: 30_000 };

const sentence = ({ kind, why }: NoToken): string =>
  kind === 'refused'
    ? `Entra gives this process no token for Redis: ${why}. Give it a managed identity, and name it by AZURE_CLIENT_ID if it has several.`
    : `No token for Redis can be had from Entra: ${why}. See whether managed identities work here, or set REDIS_AUTH=password.`;

/** The first one. Throws `unavailable`. */
async function firstToken(ask: CredentialsOptions['ask']): Promise<Token> {
  const until = performance.now() + patience.start;
  for (let waitMs = patience.least; ; waitMs *= 2) {
    const found = await ask();
    if (found.kind === 'token') return found;
    if (found.kind === 'refused' || performance.now() + waitMs > until)
      throw new SupportError('unavailable', sentence(found));
    await pause(waitMs);
  }
}

function credentialOf({ text, owner }: Token, username = owner): Credential {
  if (username !== undefined) return { username, password: text };
  throw new SupportError(
    'unavailable',
    'The token for Redis does not say whose it is. Put the object id of the identity into REDIS_URL: rediss://OBJECT-ID@….',
  );
}

/** Whoever is to be known, with the password that they are known by. */
function createTakers() {
  const takers = new Map<Take, string>();
  return {
    add(take: Take, { password }: Credential): () => void {
      takers.set(take, password);
      return () => void takers.delete(take);
    },
    /** Tells whoever is not known by this one yet; rejects with why one of them could not take it. */
    async tell(credential: Credential): Promise<void> {
      const late = [...takers].flatMap(([take, known]) => (known === credential.password ? [] : [take]));
      const told = await Promise.allSettled(
        late.map(async (take) => {
          await take(credential);
          if (takers.has(take)) takers.set(take, credential.password);
        }),
      );
      const failed = told.find((one) => one.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
  };
}

const leftMs = ({ until }: Token): number => until - performance.now();

/** Throws `unavailable` when no token can be had within fifteen seconds, or it does not say whose it is. */
export async function openCredentials({ ask, username, log }: CredentialsOptions): Promise<Credentials> {
  let token = await firstToken(ask);
  let current = credentialOf(token, username);
  const takers = createTakers();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function renew(): Promise<void> {
    const found = await ask();
    if (found.kind !== 'token') throw new Error(sentence(found));
    if (found.text !== token.text) [token, current] = [found, credentialOf(found, username)];
    await takers.tell(current);
  }

  function tellFault(fault: unknown): void {
    const leftSeconds = Math.round(leftMs(token) / 1000);
    const level = leftSeconds > 0 ? 'warn' : 'error';
    // its words alone: a command that was refused holds the token
    log[level]({ reason: (fault as Error).message, leftSeconds }, 'Redis token not renewed');
  }

  function plan(failures: number): void {
    if (closed) return;
    const halfMs = Math.max(patience.least, leftMs(token) / 2);
    const againMs = Math.min(patience.most, patience.least * 2 ** (failures - 1));
    const next = (fault: unknown) => {
      if (fault !== undefined) tellFault(fault);
      plan(fault === undefined ? 0 : failures + 1);
    };
    timer = setTimeout(() => void renew().then(next, next), failures === 0 ? halfMs : againMs);
    timer.unref();
  }
  plan(0);

  return {
    now: () => current,
    onChange: (take, known = current) => takers.add(take, known),
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
