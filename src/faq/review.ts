/** Finds entries that are allowed but will not work well: too alike, or beaten to their own questions by others. */
import { lexisOf } from '../language/index.js';
import { partsOf, type FaqEntry } from './entry.js';
import { createFeatures, type Features } from './features.js';
import { type Field, learn, modelOf } from './model.js';
import { type Tongue, tongueOf } from './tongue.js';

const place = ({ at, id }: FaqEntry): string => at ?? id;

/** Questions of two entries that have the same words, in whatever order and form. */
function sharedQuestions(entries: readonly FaqEntry[], { language, words }: Tongue): readonly string[] {
  const stem = lexisOf(language).createStemmer();
  const first = new Map<string, FaqEntry>();
  return entries.flatMap((entry) =>
    entry.ask.flatMap((way) => {
      const key = [...new Set(words(way).map(stem))].sort().join(' ');
      const other = first.get(key) ?? entry;
      first.set(key, other);
      if (other === entry) return [];
      return [`${place(entry)}: "${way}" is asked in "${entry.id}" and in "${other.id}" (${place(other)})`];
    }),
  );
}

interface Way {
  readonly features: Features;
  readonly label: number;
}

/** The base knows all of them by heart; a way that still finds another entry is that one's, not its own. */
function lostQuestions(entries: readonly FaqEntry[], ways: readonly Way[], { language }: Tongue): readonly string[] {
  const model = modelOf(learn(ways, { classes: entries.length, language }));
  const rivals = new Map<number, FaqEntry>();
  for (const { features, label } of ways) {
    const { best } = model(features);
    const rival = entries[best];
    if (rival && best !== label && !rivals.has(label)) rivals.set(label, rival);
  }
  return [...rivals].map(([label, rival]) => tooAlike(entries[label] ?? rival, rival));
}

const tooAlike = (entry: FaqEntry, rival: FaqEntry): string =>
  `${place(entry)}: "${entry.id}" is too much like "${rival.id}" (${place(rival)})`;

/** One way of asking, hidden from the base and then asked. */
interface Hidden {
  readonly label: number;
  readonly best: number;
  /** How many entries came before its own. */
  readonly behind: number;
}

const rounds = 4;

/** Hides every way of asking once. */
function hideEach(ways: readonly Way[], field: Field): readonly Hidden[] {
  const places = new Map<number, number>();
  const dealt = ways.map((way) => {
    const place = places.get(way.label) ?? 0;
    places.set(way.label, place + 1);
    return { ...way, round: place % rounds };
  });
  const results: Hidden[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const kept = dealt.filter((way) => way.round !== round);
    const model = modelOf(learn(kept, field));
    const asked = dealt.filter((way) => way.round === round);
    results.push(
      ...asked.map(({ features, label }) => {
        const { shares, best } = model(features);
        const own = shares[label] ?? 0;
        return { label, best, behind: shares.filter((share) => share > own).length };
      }),
    );
  }
  return results;
}

/** Among the first three, or in a small base among the first fifth. */
const reachOf = (entries: number): number => Math.min(3, Math.floor(entries / 5));

/** An entry that is never among the first when its way is hidden is known by heart only. */
function unreachable(entries: readonly FaqEntry[], hidden: readonly Hidden[]): readonly string[] {
  const reach = reachOf(entries.length);
  const reached = new Set(hidden.filter(({ behind }) => behind < reach).map(({ label }) => label));
  return entries
    .filter((_, label) => reach > 0 && !reached.has(label))
    .map((entry) => `${place(entry)}: "${entry.id}" is reached by its very words only; add ways that share words`);
}

/** Two entries for the same question take half of each other's hidden ways; this much is too much, of both together. */
const mixed = 0.4;

function nearTwins(entries: readonly FaqEntry[], hidden: readonly Hidden[]): readonly string[] {
  const asked = new Array<number>(entries.length).fill(0);
  const taken = new Map<string, number>();
  for (const { label, best } of hidden) {
    asked[label] = (asked[label] ?? 0) + 1;
    const pair = `${Math.min(label, best)} ${Math.max(label, best)}`;
    if (label !== best) taken.set(pair, (taken.get(pair) ?? 0) + 1);
  }
  return [...taken].flatMap(([pair, times]) => {
    const [one = 0, other = 0] = pair.split(' ').map(Number);
    const [first, second] = [entries[one], entries[other]];
    const of = (asked[one] ?? 0) + (asked[other] ?? 0);
    return first && second && times >= mixed * of ? [tooAlike(second, first)] : [];
  });
}

function reviewIn(language: string, entries: readonly FaqEntry[]): readonly string[] {
  const featuresOf = createFeatures(language);
  const tongue = tongueOf(language);
  const ways = entries.flatMap(({ ask }, label) =>
    ask.map((text): Way => ({ label, features: featuresOf(tongue.words(text)) })),
  );
  const lost = lostQuestions(entries, ways, tongue);
  const hidden = hideEach(ways, { classes: entries.length, language });
  const all = [
    ...sharedQuestions(entries, tongue),
    ...lost,
    ...nearTwins(entries, hidden),
    ...unreachable(entries, hidden),
  ];
  return [...new Set(all)];
}

/** Warnings for the editor, one sentence each; none means the base is in order. */
export const reviewFaq = (entries: readonly FaqEntry[]): readonly string[] =>
  partsOf(entries).flatMap(([language, own]) => reviewIn(language, own));
