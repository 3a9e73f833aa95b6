/** What a message leaves out because it was said before: "and how much is it?" is about what was just answered. */
import { commonWords, wordsOf } from '../language/index.js';
import type { FaqEntry } from './entry.js';

/** Offered before anything was asked: it says nothing of what an entry is about. */
export const starterTag = 'starter';

const topicsOf = ({ tags }: FaqEntry): readonly string[] => tags.filter((tag) => tag !== starterTag);

const longest = 8;
const goesOn = /^\s*(?:and|but|or|also|what about|how about|und|aber|oder|auch|was ist mit|wie ist es mit)\b/iu;

/** The message with the topic of what was answered last, if it goes on from there; nothing when it stands by itself. */
export function withTopic(text: string, after: FaqEntry): string | undefined {
  const [topic] = topicsOf(after);
  const words = wordsOf(text);
  if (topic === undefined || words.length < 2 || words.length > longest) return undefined;
  return goesOn.test(text) || words.every((word) => commonWords.has(word)) ? `${topic} ${text}` : undefined;
}

/** Whether an answer says something else on the same topic. */
export const continues = (entry: FaqEntry, after: FaqEntry): boolean =>
  entry.id !== after.id && topicsOf(entry).some((topic) => topicsOf(after).includes(topic));
