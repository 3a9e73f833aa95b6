/** Ranks the entries of a knowledge base for a text, and says how sure it is. */
import { createSpeller } from '../language/index.js';
import { type Belief, beliefOf, calibrate, type Calibration } from './calibration.js';
import type { FaqEntry } from './entry.js';
import { createFeatures, usualIdeaWeight } from './features.js';
import { type Example, learn, type Learnt, modelOf } from './model.js';
import { type Tongue, tongueOf } from './tongue.js';

export interface Ranked {
  readonly entry: FaqEntry;
  /** 0..1; all entries together make 1. */
  readonly score: number;
}

/** How a text reads before its entries are put in order. */
export interface Reading extends Belief {
  /** The likeliest entry, and its number; none in an empty base. */
  readonly first: FaqEntry | undefined;
  readonly best: number;
  /** How much there was to go by; only to be compared with other readings of the same base. */
  readonly substance: number;
  /** The probability of each entry, in the order of the base. */
  readonly shares: Float64Array;
}

export interface Matcher {
  /** `ignore`: parts of the text that are not part of the question. */
  match(text: string, ignore?: readonly string[]): Reading;
  /** Every entry, best first. */
  ranked(reading: Reading): readonly Ranked[];
}

/** All that is learnt of a base, as plain data. */
export interface Lore {
  /** ISO 639-1. */
  readonly language: string;
  readonly ideaWeight: number;
  readonly learnt: Learnt;
  readonly calibration: Calibration;
  /** The words of the base, with how often each is used. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

/** With more ways of asking per entry than these, words alone say most, and the ideas behind them blur it. */
const manyWays = 30;
const longest = 120;
type Read = (text: string) => readonly string[];
const readerOf =
  ({ plain, lexis }: Tongue): Read =>
  (text) =>
    plain(text).slice(0, longest).flatMap(lexis.spelt);

/** Counts the words of the base; the speller mends towards these. */
function vocabularyOf(entries: readonly FaqEntry[], read: Read): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of entries.flatMap((entry) => textsOf(entry, read).flatMap((text) => text.split(' ')))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const pointers: ReadonlySet<string> = new Set(
  'my our your the this that these those it all mein meine meinen die das den diese diesen dieses'.split(' '),
);

/** "Kill my order": what somebody wants to be done with a thing, however roughly it is put. */
const actsOn = (word: string, next: string | undefined, { lexis }: Tongue): boolean =>
  next !== undefined && lexis.ideaWords.has(word) && pointers.has(next);

/**
 * Spells words like the base does. Words it does not use are left out where they say nothing about the topic: words of
 * mood, words everybody uses, and those to be ignored.
 */
function createSpelling(vocabulary: ReadonlyMap<string, number>, tongue: Tongue) {
  const { isIdle, lexis } = tongue;
  const mend = createSpeller(vocabulary);
  return (words: readonly string[], ignored: ReadonlySet<string>): readonly string[] => {
    const topic = words.filter(
      (word, at) => vocabulary.has(word) || actsOn(word, words[at + 1], tongue) || !(isIdle(word) || ignored.has(word)),
    );
    return (topic.length > 0 ? topic : words).map((word) => (lexis.ideaWords.has(word) ? word : (mend(word) ?? word)));
  };
}

const joined = (texts: readonly string[], read: Read): readonly string[] => [
  ...new Set(texts.map((text) => read(text).join(' '))),
];
/** As the keeper of the base has it asked; and with what use taught. */
const ownTexts = ({ ask, title }: FaqEntry, read: Read): readonly string[] => joined([...ask, title], read);
const textsOf = ({ ask, title, learnt = [] }: FaqEntry, read: Read): readonly string[] =>
  joined([...ask, title, ...learnt], read);

/** Learns a knowledge base; what comes out is the same, whenever and wherever. */
export function learnLore(entries: readonly FaqEntry[], language: string, wrongRate: number): Lore {
  const tongue = tongueOf(language);
  const read = readerOf(tongue);
  const texts = entries.flatMap((entry, label) => textsOf(entry, read).map((text) => ({ text, label })));
  const ideaWeight = texts.length > manyWays * entries.length ? 1 : usualIdeaWeight;
  const featuresOf = createFeatures(language, ideaWeight);
  const examples: readonly Example[] = texts.map(({ text, label }) => ({
    features: featuresOf(text.split(' ')),
    label,
  }));
  const field = { classes: entries.length, language };
  const learnt = learn(examples, field);
  const foreign = tongue.strangers.map((text) => featuresOf(read(text)));
  // use teaches what is asked for, and not how sure to be: a few ways more would move every bar
  const keepers = new Set(entries.flatMap((entry) => ownTexts(entry, read)));
  const kept = examples.filter((_, at) => keepers.has(texts[at]?.text ?? ''));
  const calibration = calibrate({ examples: kept, ...field, strangers: foreign }, wrongRate);
  return { language, ideaWeight, learnt, calibration, vocabulary: vocabularyOf(entries, read) };
}

const isNumber = (word: string): boolean => word === '0';

/**
 * Whether there is nothing to go by: numbers alone, or words that everybody uses, unless somebody who keeps the base
 * asks in just these words. An empty base knows nothing.
 */
function createEmptiness(entries: readonly FaqEntry[], tongue: Tongue): (words: readonly string[]) => boolean {
  const isBare = (word: string): boolean => isNumber(word) || tongue.lexis.common.has(word);
  const read = readerOf(tongue);
  const asked = new Set(
    entries.flatMap((entry) => ownTexts(entry, read)).filter((text) => text.split(' ').every(isBare)),
  );
  return (words) =>
    entries.length === 0 || words.every(isNumber) || (words.every(isBare) && !asked.has(words.join(' ')));
}

const nothing: Belief = { known: 0, confidence: 0 };
const certain: Belief = { known: 1, confidence: 1 };

/** Which entry asks in just these words, by its number; what two ask for is asked by none. */
function createOwners(entries: readonly FaqEntry[], read: Read): (words: readonly string[]) => number | undefined {
  const owners = new Map<string, number | undefined>();
  entries.forEach((entry, label) => {
    for (const text of ownTexts(entry, read)) owners.set(text, owners.has(text) ? undefined : label);
  });
  return (words) => owners.get(words.join(' '));
}

/** The result is pure and always the same. */
export function matcherOf(
  entries: readonly FaqEntry[],
  { language, ideaWeight, learnt, calibration, vocabulary }: Lore,
): Matcher {
  const tongue = tongueOf(language);
  const featuresOf = createFeatures(language, ideaWeight);
  const model = modelOf(learnt);
  const spell = createSpelling(vocabulary, tongue);
  const isEmpty = createEmptiness(entries, tongue);
  const read = readerOf(tongue);
  const ownerOf = createOwners(entries, read);
  /** The word of whoever keeps the base is not weighed. */
  const owned = (best: number, words: readonly string[]): Reading => {
    const shares = new Float64Array(entries.length);
    shares[best] = 1;
    const { substance } = model(featuresOf(words));
    return { first: entries[best], best, ...certain, substance, shares };
  };
  const match = (text: string, ignore: readonly string[] = []): Reading => {
    const asWritten = read(text);
    const owner = isEmpty(asWritten) ? undefined : ownerOf(asWritten);
    if (owner !== undefined) return owned(owner, asWritten);
    const said = tongue.calmWords(text).slice(0, longest).flatMap(tongue.lexis.spelt);
    const words = spell(said, new Set(ignore.flatMap(tongue.plain)));
    const judged = model(featuresOf(words));
    const belief = isEmpty(words) ? nothing : beliefOf(calibration, judged);
    const { shares, best, substance } = judged;
    return { first: entries[best], best, ...belief, substance, shares };
  };
  const ranked = ({ shares }: Reading): readonly Ranked[] =>
    entries.map((entry, label) => ({ entry, score: shares[label] ?? 0 })).sort((one, other) => other.score - one.score);
  return { match, ranked };
}
