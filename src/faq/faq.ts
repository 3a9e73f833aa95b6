/** Answers a question from the knowledge base, asks which one was meant, or says that it does not know. */
import { createHash } from 'node:crypto';
import type { FaqEntry } from './entry.js';
import { createMatcher, type Match } from './matcher.js';
import { createSearch } from './search.js';
import { type Talk, talkOf } from './talk.js';

/** Confidence is 0..1: how likely the first entry is the right one. */
export type FaqResult =
  | {
      readonly kind: 'answer';
      readonly entry: FaqEntry;
      readonly confidence: number;
      /** The answer to a second question in the same message. */
      readonly more?: FaqEntry;
    }
  | { readonly kind: 'clarify'; readonly entries: readonly FaqEntry[]; readonly confidence: number }
  | { readonly kind: 'small-talk'; readonly talk: Talk }
  | { readonly kind: 'unknown'; readonly near: readonly FaqEntry[]; readonly confidence: number };

export interface FaqOptions {
  /** The share of answers that may be wrong, 0..1; lower asks back more often. */
  readonly wrongRate?: number;
}

export interface AskOptions {
  /** Parts of the text that are not part of the question, as they were written: insults, threats. */
  readonly ignore?: readonly string[];
}

export interface Faq {
  /** Changes whenever anything in the knowledge base does. */
  readonly version: string;
  ask(text: string, options?: AskOptions): FaqResult;
  entry(id: string): FaqEntry | undefined;
  /** For people who look something up: ranked, forgiving, unfinished words welcome. */
  search(text: string, limit: number): readonly FaqEntry[];
  /** Every entry with its score, best first, and how sure the first one is. */
  rank(text: string): Match;
}

const answerBar = 0.5;
const clarifyBar = 0.25;

const versionOf = (entries: readonly FaqEntry[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(entries.map(({ id, title, ask, answer, tags, lang }) => [id, title, ask, answer, tags, lang])),
    )
    .digest('hex')
    .slice(0, 12);

const without = (text: string, parts: readonly string[]): string =>
  parts.reduce((rest, part) => (part === '' ? rest : rest.replaceAll(part, ' ')), text);

export function createFaq(entries: readonly FaqEntry[], _options: FaqOptions = {}): Faq {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const match = createMatcher(entries);
  return {
    version: versionOf(entries),
    entry: (id) => byId.get(id),
    search: createSearch(entries),
    rank: match,
    ask(text, { ignore = [] } = {}) {
      const talk = talkOf(text);
      if (talk) return { kind: 'small-talk', talk };
      const { ranked, confidence } = match(without(text, ignore));
      const [first] = ranked;
      if (first && confidence >= answerBar) return { kind: 'answer', entry: first.entry, confidence };
      const near = ranked.slice(0, 3).map(({ entry }) => entry);
      if (near.length >= 2 && confidence >= clarifyBar) return { kind: 'clarify', entries: near, confidence };
      return { kind: 'unknown', near, confidence };
    },
  };
}
