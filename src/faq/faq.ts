/** Answers a question from the entries of one language, asks which one was meant, or says that it does not know. */
import type { FaqEntry } from './entry.js';
import { learnLore, type Lore, matcherOf, type Ranked } from './matcher.js';
import { createQuestions } from './questions.js';
import { continues, withTopic } from './topic.js';
import { sameWords, type SmallTalk, talkOf } from './talk.js';

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
  | ({ readonly kind: 'small-talk' } & SmallTalk)
  /** `near`: what it may be all the same, and only that: often none. */
  | { readonly kind: 'unknown'; readonly near: readonly FaqEntry[]; readonly confidence: number };

export interface FaqOptions {
  /**
   * The share of direct answers that may be wrong, 0..1; lower asks back more often. Measured on hidden parts of the
   * base, which are harder than real questions: 0.25 gives about one wrong answer in fifty to the shop's own.
   */
  readonly wrongRate?: number;
}

export interface AskOptions {
  /** Parts of the text that are not part of the question: insults, threats. Words the base uses itself still count. */
  readonly ignore?: readonly string[];
  /** What was answered last: "and how much is it?" is about the same. */
  readonly after?: FaqEntry;
}

export interface Match {
  /** Every entry, best first. */
  readonly ranked: readonly Ranked[];
  /** That the base has an answer at all, 0..1. */
  readonly known: number;
  /** That the first one is right, 0..1. */
  readonly confidence: number;
}

/** The entries of one language. */
export interface Part {
  readonly language: string;
  readonly entries: readonly FaqEntry[];
  ask(text: string, options: AskOptions): FaqResult;
  rank(text: string, options: AskOptions): Match;
}

const usualWrongRate = 0.25;
/** Less likely known than three in ten, it is not known. */
const floor = 0.3;
/** Of what is not known, eight in ten have their entry among the choices from here on; so do two strangers in five. */
const nearFloor = 0.1;
const mostChoices = 3;
/** The share of all entries from which on one deserves to be a choice; the likeliest always does. */
const leastShare = 0.04;

/** The nearest entries that deserve it, all in the language of the first: one where one leads. */
function choicesOf(ranked: readonly Ranked[]): readonly FaqEntry[] {
  const lang = ranked[0]?.entry.lang;
  return ranked
    .filter(({ entry, score }, place) => entry.lang === lang && (place === 0 || score >= leastShare))
    .map(({ entry }) => entry)
    .slice(0, mostChoices);
}

/** The entries of one language and what was learnt of them, as plain data. */
export interface LearntPart {
  /** ISO 639-1. */
  readonly language: string;
  readonly entries: readonly FaqEntry[];
  /** The entries that ask for small talk themselves. */
  readonly chatty: ReadonlySet<string>;
  readonly lore: Lore;
}

/** Takes a second for a base of some size. */
export function learnPart(
  language: string,
  entries: readonly FaqEntry[],
  { wrongRate = usualWrongRate }: FaqOptions = {},
): LearntPart {
  const chatty = new Set(entries.filter(({ ask }) => ask.some(talkOf)).map(({ id }) => id));
  return { language, entries, chatty, lore: learnLore(entries, language, wrongRate) };
}

export function partOf({ language, entries, chatty, lore }: LearntPart): Part {
  const { match, ranked } = matcherOf(entries, lore);
  const bar = Math.max(lore.calibration.bar, floor);
  const questionsIn = ({ ignore = [] }: AskOptions) => createQuestions((part) => match(part, ignore));

  /** Whether a company has an answer of its own to it: to such talk, or to that very phrase. */
  const asksFor = (entry: FaqEntry, talk: SmallTalk, text: string): boolean =>
    talk.tongue === undefined ? chatty.has(entry.id) : entry.ask.some((one) => sameWords(one, text));

  function ask(text: string, options: AskOptions): FaqResult {
    const questions = questionsIn(options);
    const found = questions.best(text, floor);
    const { first, known, confidence } = found;
    const talk = talkOf(text);
    if (talk && !(first && asksFor(first, talk, text))) return { kind: 'small-talk', ...talk };
    // two questions blur each other: each is clearer alone than both together
    const two = questions.two(text, bar);
    if (two) return { kind: 'answer', entry: two[0], more: two[1], confidence: Math.max(confidence, bar) };
    if (first && known >= floor && confidence >= bar) return { kind: 'answer', entry: first, confidence };
    const near = known >= nearFloor ? choicesOf(ranked(found)) : [];
    return known >= floor ? { kind: 'clarify', entries: near, confidence } : { kind: 'unknown', near, confidence };
  }

  return {
    language,
    entries,
    rank(text, options) {
      const found = questionsIn(options).best(text, floor);
      return { ranked: ranked(found), known: found.known, confidence: found.confidence };
    },
    ask(text, options) {
      const { after } = options;
      const plain = ask(text, options);
      const whole = after === undefined ? undefined : withTopic(text, after);
      if (after === undefined || whole === undefined) return plain;
      const found = ask(whole, options);
      if (found.kind !== 'answer' || !continues(found.entry, after)) return plain;
      // what stands by itself, and more surely, is not about the topic
      return plain.kind === 'answer' && plain.confidence >= found.confidence ? plain : found;
    },
  };
}
