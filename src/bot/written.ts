/** Messages as they were written, of which some is masked where they are kept: in memory, until their turns are stored. */
import { maskPersonal } from '../base/index.js';
import type { Conversations, Privacy, Said, Turn } from '../conversation/index.js';
import type { Sealing } from './sealing.js';

/** Turns that another process has taken over are not stored here: so many are kept, then the oldest goes. */
const most = 1000;

export interface Written extends Pick<Conversations, 'receive' | 'commit'> {
  /** The turn with what was written, if that is known here; else what is kept is all there is. */
  whole(turn: Turn): Turn;
}

interface WrittenOptions {
  readonly conversations: Pick<Conversations, 'receive' | 'commit'>;
  readonly privacy: Privacy;
  readonly sealing: Pick<Sealing, 'seal'>;
}

export function createWritten({ conversations, privacy: { mask }, sealing }: WrittenOptions): Written {
  const texts = new Map<string, string>();
  const keyOf = (conversation: string, seq: number) => `${seq} ${conversation}`;

  return {
    async receive(said: Said) {
      const masked = maskPersonal(said.text, mask);
      const { text, kinds } = masked;
      const sealed = sealing.seal(said.conversation, masked);
      const value = said.value === undefined ? {} : { value: maskPersonal(said.value, mask).text };
      const heard = await conversations.receive({ ...said, ...value, text, ...(sealed && { sealed }) });
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
