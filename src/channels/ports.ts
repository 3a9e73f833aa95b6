/** What the channels need of the rest of the house. */
import type { Begun, Conversations, Entry, Reply, Said } from '../conversation/index.js';
import type { Status } from './direct-line/contract.js';

export interface Listener {
  /** Resolves when the message is safe; its turn runs afterwards by itself. */
  hear(said: Said): Promise<{ readonly kind: 'heard' | 'duplicate'; readonly seq: number } | { readonly kind: 'gone' }>;
  /** Nothing when anything was said before. */
  greet(said: Said): Promise<Begun | undefined>;
}

export type Transcripts = Pick<Conversations, 'find' | 'read' | 'renew' | 'idFor'>;

/** Rings when something changed; the transcript is the truth. */
export interface Bells {
  /** `more`: a turn runs, which will ring again. */
  listen(conversation: string, ring: (more: boolean) => void): () => void;
  /** Rings for every conversation; without an argument when rings may have been missed. */
  listenAll(ring: (ring?: { readonly conversation: string; readonly state: string }) => void): () => void;
}

export interface StatusSource {
  status(conversation: string): Promise<Status>;
  /** A customer in the line has their page open: a sign of life. */
  seen(conversation: string): Promise<void>;
}

/** What one process may bring to a push channel now; nobody else does while its lease lasts. */
export interface Post {
  readonly conversation: string;
  /** Raised whenever another process takes the post. */
  readonly fence: number;
  /** How the customer is reached. */
  readonly reference: string;
  /** How often the first entry was tried in vain, and since when (milliseconds since 1970; 0 when not at all). */
  readonly tries: number;
  readonly failingSince: number;
  readonly entries: readonly Entry[];
}

/** The post of push channels: who brings it, how far it was brought, and what could not be. */
export interface Deliveries {
  /** Takes the post, or renews one that is held by its fence. Undefined: there is none, it is not due, or not ours. */
  collect(conversation: string, hold: { readonly leaseMs: number; readonly fence?: number }): Promise<Post | undefined>;
  /** False when the lease was lost. */
  sent(post: Post, seq: number, leaseMs: number): Promise<boolean>;
  /** Gives the post back until the pause is over. */
  later(post: Post, tries: number, pauseMs: number): Promise<void>;
  /** Gives the entry up and tells the team. False when the lease was lost. */
  undelivered(post: Post, seq: number, told: { readonly note: Reply; readonly leaseMs: number }): Promise<boolean>;
  /** Conversations whose post is due and in nobody's hands. */
  due(limit: number): Promise<readonly string[]>;
}
