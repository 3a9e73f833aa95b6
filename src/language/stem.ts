/** Word stems, from `natural`. Only this room imports that package, and only one file of it: its root loads far too much. */
import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

const memory = 20_000;

/** Porter leaves "quickli" of "quickly", apart from "quick". */
const plain = (stem: string): string => (stem.length > 5 && stem.endsWith('li') ? stem.slice(0, -2) : stem);

/** Porter's English stemmer, remembering up to 20,000 words; words of other scripts and short ones come back as they are. */
export function createStemmer(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const result = /^[a-z]{3,40}$/.test(word) ? plain(PorterStemmer.stem(word)) : word;
    if (known.size < memory) known.set(word, result);
    return result;
  };
}
