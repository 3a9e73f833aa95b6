/** What is looked at in a text: its words, words that stand near each other, the ideas behind them, and groups of letters. */
import { createConcepts, lexisOf } from '../language/index.js';

/** Feature → how often it occurs. */
export type Bag = ReadonlyMap<string, number>;

export interface Features {
  readonly stems: readonly string[];
  /** The ideas behind each stem, in the same order. */
  readonly ideas: readonly (readonly string[])[];
  readonly words: Bag;
  readonly letters: Bag;
}

/** A pair of words counts less than a word, because it holds in fewer texts. */
const wordPairWeight = 0.7;
/** An idea counts more, because it holds in more texts; pairs of ideas half as much as ideas. */
export const usualIdeaWeight = 2;
const nearby = 2;
const letterGroups = [3, 4] as const;
const longestWord = 30;

const put = (bag: Map<string, number>, key: string, weight = 1): void =>
  void bag.set(key, (bag.get(key) ?? 0) + weight);

function wordBag({ stems, ideas }: Pick<Features, 'stems' | 'ideas'>, ideaWeight: number): Bag {
  const bag = new Map<string, number>();
  stems.forEach((stem, place) => {
    put(bag, `w${stem}`);
    for (const idea of ideas[place] ?? []) put(bag, idea, ideaWeight);
    for (let other = place + 1; other < stems.length && other <= place + nearby; other += 1) {
      put(bag, `b${stem} ${stems[other] ?? ''}`, wordPairWeight);
      for (const idea of ideas[place] ?? [])
        for (const next of ideas[other] ?? []) put(bag, `${idea} ${next}`, ideaWeight / 2);
    }
  });
  if (stems[0] !== undefined) put(bag, `^${stems[0]}`);
  return bag;
}

function lettersOf(word: string): readonly string[] {
  const padded = ` ${word.slice(0, longestWord)} `;
  return letterGroups.flatMap((size) =>
    Array.from({ length: Math.max(0, padded.length - size + 1) }, (_, start) => padded.slice(start, start + size)),
  );
}

const memory = 20_000;

/** Groups of letters, remembered for up to 20,000 words. */
function createLetters(): (words: readonly string[]) => Bag {
  const known = new Map<string, readonly string[]>();
  return (words) => {
    const bag = new Map<string, number>();
    for (const word of words) {
      const groups = known.get(word) ?? lettersOf(word);
      if (known.size < memory) known.set(word, groups);
      for (const group of groups) put(bag, group);
    }
    return bag;
  };
}

/** `language`: ISO 639-1, of the base. */
export function createFeatures(language: string, ideaWeight = usualIdeaWeight): (words: readonly string[]) => Features {
  const lexis = lexisOf(language);
  const stem = lexis.createStemmer();
  const ideasOf = createConcepts(stem, lexis.ideas);
  const letterBag = createLetters();
  return (words) => {
    const stems = words.map(stem);
    const ideas = stems.map(ideasOf);
    return { stems, ideas, words: wordBag({ stems, ideas }, ideaWeight), letters: letterBag(words) };
  };
}
