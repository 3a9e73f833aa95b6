/** What the channels need from the rest of the application. */
import type { Begun, Conversations, Deed, Said } from '../conversation/index.js';
import type { Status } from './direct-line/contract.js';

export interface Listener {
  /** Resolves when the message is safe; its turn runs afterwards by itself. */
  receive(
    said: Said,
  ): Promise<{ readonly kind: 'received' | 'duplicate'; readonly seq: number } | { readonly kind: 'gone' }>;
  /** What a customer does beside writing. */
  amend(deed: Deed): Promise<void>;
  /** Nothing when anything was said before. */
  greet(said: Said): Promise<Begun | undefined>;
}

export type Transcripts = Pick<Conversations, 'find' | 'read' | 'renew' | 'idFor'>;

export interface StatusSource {
  status(conversation: string): Promise<Status>;
  /** A customer in the line has their page open: a sign of life. */
  seen(conversation: string): Promise<void>;
}
