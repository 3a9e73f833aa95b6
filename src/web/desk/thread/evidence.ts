/** Which words of a message moved its feeling: the text cut into pieces, some of them marked. */
import type { Feeling } from '../types.js';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Evidence that is no word of the text ("capitals") marks nothing; overlapping words are marked once. */
export function pieces(text: string, evidence: Feeling['evidence']): readonly Piece[] {
  const lower = text.toLocaleLowerCase();
  const marked = new Array<boolean>(text.length).fill(false);
  for (const { text: words } of evidence) {
    const wanted = words.trim().toLocaleLowerCase();
    // a letter whose lower case is longer would shift every place after it
    if (wanted === '' || lower.length !== text.length) continue;
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      marked.fill(true, at, at + wanted.length);
    }
  }
  const found: { text: string; marked: boolean }[] = [];
  let at = 0;
  while (at < text.length) {
    const is = marked[at] ?? false;
    let end = at + 1;
    while (end < text.length && marked[end] === is) end += 1;
    found.push({ text: text.slice(at, end), marked: is });
    at = end;
  }
  return found;
}
