/** Finds entries that are allowed but will not work well: too alike, or beaten to their own questions by others. */
import { createStemmer, wordsOf } from '../language/index.js';
import type { FaqEntry } from './entry.js';
import { createFaq } from './faq.js';
import { createFeatures } from './features.js';
import { learn } from './model.js';
import { finish } from './work.js';

const place = ({ at, id }: FaqEntry): string => at ?? id;

/** Questions of two entries that have the same words, in whatever order and form. */
function sharedQuestions(entries: readonly FaqEntry[]): readonly string[] {
  const stem = createStemmer();
  const first = new Map<string, FaqEntry>();
  return entries.flatMap((entry) =>
    entry.ask.flatMap((way) => {
      const key = [...new Set(wordsOf(way).map(stem))].sort().join(' ');
      const other = first.get(key) ?? entry;
      first.set(key, other);
      if (other === entry) return [];
      return [`${place(entry)}: "${way}" is asked in "${entry.id}" and in "${other.id}" (${place(other)})`];
    }),
  );
}

function lostQuestions(entries: readonly FaqEntry[]): readonly string[] {
  const faq = createFaq(entries);
  return entries.flatMap((entry) => {
    const winners = entry.ask.map((way) => faq.rank(way).ranked[0]?.entry ?? entry);
    const lost = winners.filter((winner) => winner !== entry);
    const [rival] = lost;
    return rival ? [`${place(entry)}: "${entry.id}" is too much like "${rival.id}" (${place(rival)})`] : [];
  });
}

const rounds = 4;
/** Among the first three, or in a small base among the first fifth. */
const reachOf = (entries: number): number => Math.min(3, Math.floor(entries / 5));

/** Hides every way of asking once; an entry that is never among the first then is known by heart only. */
function unreachable(entries: readonly FaqEntry[]): readonly string[] {
  const featuresOf = createFeatures();
  const ways = entries.flatMap(({ ask }, label) =>
    ask.map((way, place) => ({ features: featuresOf(wordsOf(way)), label, round: place % rounds })),
  );
  const reach = reachOf(entries.length);
  const reached = new Set<number>();
  for (let round = 0; round < rounds; round += 1) {
    const rest = ways.filter((way) => way.round !== round);
    const model = finish(learn(rest, entries.length));
    for (const { features, label } of ways.filter((way) => way.round === round)) {
      const { shares } = model(features);
      const own = shares[label] ?? 0;
      if (shares.filter((share) => share > own).length < reach) reached.add(label);
    }
  }
  return entries
    .filter((_, label) => reach > 0 && !reached.has(label))
    .map((entry) => `${place(entry)}: "${entry.id}" is reached by its very words only; add ways that share words`);
}

/** Warnings for the editor, one sentence each; none means the base is in order. */
export function reviewFaq(entries: readonly FaqEntry[]): readonly string[] {
  return [...sharedQuestions(entries), ...lostQuestions(entries), ...unreachable(entries)];
}
