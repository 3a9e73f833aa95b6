/** What a message leaves out because it was said before: "and how much is it?" is about what was just answered. */
import { commonWords, wordsOf } from '../language/index.js';
import type { FaqEntry } from './entry.js';

/** Offered before anything was asked: it says nothing of what an entry is about. */
export const starterTag = 'starter';

const topicsOf = ({ tags }: FaqEntry): readonly string[] => tags.filter((tag) => tag !== starterTag);

const longest = 8;
/** German words that tell as little of a topic as the common English ones. */
const idleGerman = new Set(
  `aber ach aha also auch bin bist bitte da dann das dem den denn der des die dies diese dieser dieses doch du ein eine er es genau gut hat habe
  hier ich ihr in ist ja jetzt kann kein keine lange man mir mit na naja nein nicht nichts noch nun nur ob oder oft okay schon sehr sein sie
  sind so und uns viel viele von war wann warum was weil welche welcher welches wer weshalb wie wieso wir wirklich wo wohl zu`.split(
    /\s+/,
  ),
);
/** Words that only remark on what was said: "but no", "why is that". */
const isIdle = (word: string): boolean => commonWords.has(word) || idleGerman.has(word) || word === 'ok';
/** What can be asked in such words alone. */
const asks =
  /(?<!\p{L})(?:how (?:much|many|long|often|soon|far|big)|when|where|which|wie ?(?:viel|viele|lange|oft|weit|groß|teuer)|wann|wohin|welche[rsnm]?)(?!\p{L})/iu;
/** What only joins it to what was said before. */
const joint = /^\s*(?:and|but|or|also|und|aber|oder|auch)\b/iu;
const goesOn = /^\s*(?:and|but|or|also|what about|how about|und|aber|oder|auch|was ist mit|wie ist es mit)\b/iu;

/** The message with the topic of what was answered last, if it goes on from there; nothing when it stands by itself. */
export function withTopic(text: string, after: FaqEntry): string | undefined {
  const [topic] = topicsOf(after);
  const words = wordsOf(text);
  if (topic === undefined || words.length < 2 || words.length > longest) return undefined;
  const idle = words.every(isIdle);
  return (idle && asks.test(text)) || (!idle && goesOn.test(text))
    ? `${topic} ${text.replace(joint, '').trim()}`
    : undefined;
}

/** Whether an answer says something else on the same topic. */
export const continues = (entry: FaqEntry, after: FaqEntry): boolean =>
  entry.id !== after.id && topicsOf(entry).some((topic) => topicsOf(after).includes(topic));
