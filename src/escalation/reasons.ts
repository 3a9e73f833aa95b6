/** A receipt in a few words, for the agent who reads it between two chats. */
import { type Receipt, signalWords } from '../conversation/index.js';

/** The signals that raised the points, most telling first, with up to three of the words that counted. */
export function reasonWords({ signals }: Receipt): readonly string[] {
  return signals
    .toSorted((a, b) => b.points - a.points)
    .flatMap((signal) => {
      const known = signalWords(signal.name);
      if (known === undefined) return [];
      const words = signal.words.slice(0, 3).map((word) => `“${word}”`);
      const phrase = known.because(signal.value);
      return [words.length > 0 && signal.name !== 'asks-person' ? `${phrase}: ${words.join(', ')}` : phrase];
    });
}
