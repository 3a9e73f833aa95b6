/** A knowledge base: its entries, in one language or several. A question is asked in its own language first. */
import { createHash } from 'node:crypto';
import { byLanguage, type FaqEntry, partsOf } from './entry.js';
import {
  type AskOptions,
  type FaqOptions,
  type FaqResult,
  learnPart,
  type LearntPart,
  type Match,
  type Part,
  partOf,
} from './faq.js';
import { createSearch } from './search.js';

interface InLanguage {
  /** ISO 639-1: the language of the question. Without it, all are tried alike. */
  readonly language?: string;
}

export interface Faq {
  /** Changes whenever anything in the knowledge base does. */
  readonly version: string;
  /** In which there are entries, ISO 639-1; the one with most of them first. */
  readonly languages: readonly string[];
  /** What is surely answered in another language than that of the question is answered in that. */
  ask(text: string, options?: AskOptions & InLanguage): FaqResult;
  /** In a language, if it is there in that; else in the first that has it. */
  entry(id: string, language?: string): FaqEntry | undefined;
  /** The entries with this tag, in the order of the base, each once: in a language, if it is there in that. */
  tagged(tag: string, language?: string): readonly FaqEntry[];
  /** For people who look something up: ranked, forgiving, unfinished words welcome. */
  search(text: string, limit: number): readonly FaqEntry[];
  /** Every entry of the language that knows most of it, with its score, best first, and how sure the first one is. */
  rank(text: string, options?: AskOptions & InLanguage): Match;
}

/** A base and what was learnt of it, as plain data: it can be kept, and sent from one thread to another. */
export interface LearntBase {
  readonly entries: readonly FaqEntry[];
  readonly version: string;
  readonly parts: readonly LearntPart[];
}

const versionOf = (entries: readonly FaqEntry[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        entries.map(({ at: _, ...entry }) => Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1))),
      ),
    )
    .digest('hex')
    .slice(0, 12);

/** Learns the entries in one go. */
export const createFaq = (entries: readonly FaqEntry[], options: FaqOptions = {}): Faq =>
  faqOf(learnBase(entries, options));

/** Takes a second for a base of some size. */
export function learnBase(entries: readonly FaqEntry[], options: FaqOptions = {}): LearntBase {
  const parts = partsOf(entries).map(([language, own]) => learnPart(language, own, options));
  return { entries, version: versionOf(entries), parts };
}

const sureness = (result: FaqResult): number => (result.kind === 'small-talk' ? 1 : result.confidence);
const unknown: FaqResult = { kind: 'unknown', near: [], confidence: 0 };

export function faqOf({ entries, version, parts: learnt }: LearntBase): Faq {
  const parts = learnt.map(partOf);
  const inOrder = (language: string | undefined): readonly Part[] =>
    parts.toSorted((one, other) => Number(other.language === language) - Number(one.language === language));

  const inLanguage = (language: string | undefined): readonly FaqEntry[] =>
    entries.toSorted((one, other) => Number(other.lang === language) - Number(one.lang === language));

  return {
    version,
    languages: byLanguage(entries).map(([language]) => language),
    entry: (id, language) => inLanguage(language).find((entry) => entry.id === id),
    tagged(tag, language) {
      const found = inLanguage(language).filter(({ tags }) => tags.includes(tag));
      return found.filter(({ id }, at) => found.findIndex((other) => other.id === id) === at);
    },
    search: createSearch(entries),
    ask(text, { language, ...options } = {}) {
      const [own, ...others] = inOrder(language);
      const first = own?.ask(text, options) ?? unknown;
      if (language !== undefined && first.kind !== 'unknown') return first;
      const found = others.map((part) => part.ask(text, options));
      const surer = language === undefined ? found : found.filter(({ kind }) => kind === 'answer');
      return [first, ...surer].reduce((best, one) => (sureness(one) > sureness(best) ? one : best));
    },
    rank(text, { language, ...options } = {}) {
      const asked = language === undefined ? parts : inOrder(language).slice(0, 1);
      const found = asked.map((part) => part.rank(text, options));
      return found.reduce((best, one) => (one.confidence > best.confidence ? one : best));
    },
  };
}
