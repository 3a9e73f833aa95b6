/** Mends slips of the finger with the words one already knows. */
import { editDistance } from './distance.js';

const memory = 5000;
const shortest = 4;
const longest = 30;

/** One slip in four letters or more, two in eight or more. */
const allowed = (word: string): number => (word.length >= 8 ? 2 : 1);

function byInitial(counts: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> {
  const shelves = new Map<string, string[]>();
  for (const word of counts.keys()) {
    if (word.length < shortest) continue;
    const shelf = shelves.get(word.charAt(0));
    if (shelf) shelf.push(word);
    else shelves.set(word.charAt(0), [word]);
  }
  return shelves;
}

/**
 * Returns the known word nearest to a given one: fewest slips, then the more frequent. Nothing for words that are
 * known, short, or near to none. People rarely miss the first letter, so only words with the same one are looked at.
 */
export function createSpeller(counts: ReadonlyMap<string, number>): (word: string) => string | undefined {
  const shelves = byInitial(counts);
  const mended = new Map<string, string | undefined>();
  const mend = (word: string): string | undefined => {
    let nearest: string | undefined;
    let slips = allowed(word) + 1;
    for (const known of shelves.get(word.charAt(0)) ?? []) {
      const distance = editDistance(word, known, Math.min(slips, allowed(word)));
      const more = nearest !== undefined && (counts.get(known) ?? 0) > (counts.get(nearest) ?? 0);
      if (distance < slips || (distance === slips && more)) {
        nearest = known;
        slips = distance;
      }
    }
    return nearest;
  };
  return (word) => {
    if (word.length < shortest || word.length > longest || counts.has(word)) return undefined;
    if (mended.has(word)) return mended.get(word);
    const result = mend(word);
    if (mended.size >= memory) mended.clear();
    mended.set(word, result);
    return result;
  };
}
