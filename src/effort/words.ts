/** The words of one episode, out of a transcript that holds several. */
import type { Conversations, Entry } from '../conversation/index.js';
import type { EpisodeRecord, Ledger } from './port.js';

interface Kept {
  readonly ledger: Pick<Ledger, 'episode'>;
  readonly conversations: Pick<Conversations, 'entries'>;
}

/** Those before the next episode of the conversation begins. */
export async function entriesOf(
  { ledger, conversations }: Kept,
  { conversation, number, from }: Pick<EpisodeRecord, 'conversation' | 'number' | 'from'>,
): Promise<readonly Entry[]> {
  const [all, following] = await Promise.all([
    conversations.entries(conversation, from - 1),
    ledger.episode(conversation, number + 1),
  ]);
  return all.filter(({ seq }) => following === undefined || seq < following.from);
}
