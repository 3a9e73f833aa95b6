/** What the channels need of the rest of the house. */
import type { Conversations, Said } from '../conversation/index.js';
import type { Status } from './direct-line/contract.js';

export interface Listener {
  /** Resolves when the message is safe; its turn runs afterwards by itself. */
  hear(said: Said): Promise<{ readonly kind: 'heard' | 'duplicate'; readonly seq: number }>;
  greet(said: Said): Promise<void>;
}

export type Transcripts = Pick<Conversations, 'find' | 'entries'>;

/** Rings when something changed; the transcript is the truth. */
export interface Bells {
  listen(conversation: string, ring: () => void): () => void;
  /** Rings for every conversation; without an argument when rings may have been missed. */
  listenAll(ring: (ring?: { readonly conversation: string; readonly state: string }) => void): () => void;
}

export interface StatusSource {
  status(conversation: string): Promise<Status>;
  /** A customer in the line has their page open: a sign of life. */
  seen(conversation: string): Promise<void>;
}

/** How far each push channel has delivered. */
export interface Cursors {
  cursor(conversation: string): Promise<number>;
  advance(conversation: string, seq: number): Promise<void>;
  /** Conversations with something undelivered. */
  pending(): Promise<readonly string[]>;
}
