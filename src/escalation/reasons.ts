/** A receipt in a few words, for the agent who reads it between two chats. */
import { type Quote, type Receipt, signalWords } from '../conversation/index.js';

/** What stands in the message is quoted; what was only inferred from it is named. */
const told = ({ text, at }: Quote): string => (at === undefined ? text : `“${text}”`);

/** The signals that raised the points, most telling first, with up to three of the words that counted. */
export function reasonWords({ signals }: Receipt): readonly string[] {
  return signals
    .toSorted((a, b) => b.points - a.points)
    .flatMap((signal) => {
      const known = signalWords(signal.name);
      if (known === undefined) return [];
      const words = signal.words.slice(0, 3).map(told);
      const phrase = known.because(signal.value);
      return [words.length > 0 && signal.name !== 'asks-person' ? `${phrase}: ${words.join(', ')}` : phrase];
    });
}
