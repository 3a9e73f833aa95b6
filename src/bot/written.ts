/** Messages as they were written, of which some is masked where they are kept: in memory, until their turns are stored. */
import { maskPersonal } from '../base/index.js';
import type { Conversations, Privacy, Said, Turn } from '../conversation/index.js';
import type { Sealing } from './sealing.js';

/** Turns that another process has taken over are not stored here: so many are kept, then the oldest goes. */
const most = 1000;

export interface Written extends Pick<Conversations, 'receive' | 'commit' | 'amend'> {
  /** The turn with what was written, if that is known here; else what is kept is all there is. */
  whole(turn: Turn): Turn;
}

interface WrittenOptions {
  readonly conversations: Pick<Conversations, 'receive' | 'commit' | 'amend'>;
  readonly privacy: Privacy;
  readonly sealing: Pick<Sealing, 'seal'>;
}

export function createWritten({ conversations, privacy: { mask }, sealing }: WrittenOptions): Written {
  const texts = new Map<string, string>();
  const keyOf = (conversation: string, seq: number) => `${seq} ${conversation}`;

  const masked = (text: string): string => maskPersonal(text, mask).text;
  /** What comes with the words. */
  const maskedBeside = ({ value, quote, files, ...said }: Said): Said => ({
    ...said,
    ...(files === undefined ? {} : { files: files.map((file) => ({ ...file, name: masked(file.name) })) }),
    ...(value === undefined ? {} : { value: masked(value) }),
    ...(quote === undefined ? {} : { quote: masked(quote) }),
  });

  return {
    amend: ({ said, what }) => conversations.amend({ what, said: { ...maskedBeside(said), text: masked(said.text) } }),
    async receive(said: Said) {
      const kept = maskPersonal(said.text, mask);
      const { text, kinds } = kept;
      const sealed = sealing.seal(said.conversation, kept);
      const heard = await conversations.receive({ ...maskedBeside(said), text, ...(sealed && { sealed }) });
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
