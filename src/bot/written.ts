/** Messages as they were written, of which some is masked where they are kept: in memory, until their turns are stored. */
import { maskPersonal } from '../base/index.js';
import type { Conversations, Privacy, Said, Turn } from '../conversation/index.js';

/** Turns that another process has taken over are not stored here: so many are kept, then the oldest goes. */
const most = 1000;

export interface Written extends Pick<Conversations, 'receive' | 'commit'> {
  /** The turn with what was written, if that is known here; else what is kept is all there is. */
  whole(turn: Turn): Turn;
}

export function createWritten(conversations: Pick<Conversations, 'receive' | 'commit'>, { mask }: Privacy): Written {
  const texts = new Map<string, string>();
  const keyOf = (conversation: string, seq: number) => `${seq} ${conversation}`;

  return {
    async receive(said: Said) {
      const { text, kinds } = maskPersonal(said.text, mask);
      const value = said.value === undefined ? {} : { value: maskPersonal(said.value, mask).text };
      const heard = await conversations.receive({ ...said, ...value, text });
      if (kinds.length > 0 && (heard.kind === 'turn' || heard.kind === 'queued')) {
        texts.set(keyOf(said.conversation, heard.seq), said.text);
        const [oldest] = texts.keys();
        if (texts.size > most && oldest !== undefined) texts.delete(oldest);
      }
      return heard;
    },
    async commit(turn, effects) {
      const committed = await conversations.commit(turn, effects);
      if (committed.kind === 'committed') texts.delete(keyOf(turn.said.conversation, turn.seq));
      return committed;
    },
    whole(turn) {
      const written = texts.get(keyOf(turn.said.conversation, turn.seq));
      if (written === undefined || maskPersonal(written, mask).text !== turn.said.text) return turn;
      return { ...turn, said: { ...turn.said, written } };
    },
  };
}
