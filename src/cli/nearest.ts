/** What somebody probably meant by a word that is not known. */
import { editDistance } from '../language/index.js';

/** One slip in a short word, three in a long one. */
const slips = (word: string): number => Math.min(3, Math.ceil(word.length / 3));

/** The known word with the fewest slips between, or one that begins with it; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const most = slips(word);
  const near = known
    .map((name) => ({ name, slips: editDistance(word, name, most) }))
    .filter((one) => one.slips <= most)
    .toSorted((one, other) => one.slips - other.slips);
  return near[0]?.name ?? (word.length > 1 ? known.find((name) => name.startsWith(word)) : undefined);
}
