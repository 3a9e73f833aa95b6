/** Which words of a message moved its feeling: the text cut into pieces, some of them marked. */
import type { Feeling } from '../types.js';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** What stands nowhere in the text marks nothing; overlapping words are marked once. */
export function pieces(text: string, evidence: Feeling['evidence']): readonly Piece[] {
  const marked = new Array<boolean>(text.length).fill(false);
  for (const { text: words, at } of evidence) {
    if (at !== undefined && text.startsWith(words, at)) marked.fill(true, at, at + words.length);
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

export interface Told {
  /** A quotation when it stands in the message; otherwise a name for what was inferred. */
  readonly words: string;
  readonly cue?: string;
  /** Its share of all that raises frustration, in whole per cent; missing when it has none. */
  readonly percent?: number;
  readonly calms: boolean;
}

/** Whole numbers nearest to the shares that add up to a hundred: the largest remainders are rounded up. */
function wholePercents(shares: readonly number[]): readonly number[] {
  const floors = shares.map((share) => Math.floor(share * 100));
  const short = 100 - floors.reduce((sum, one) => sum + one, 0);
  const next = shares
    .map((share, index) => ({ index, left: share * 100 - Math.floor(share * 100) }))
    .sort((a, b) => b.left - a.left || a.index - b.index)
    .slice(0, short);
  return floors.map((floor, index) => (next.some((one) => one.index === index) ? floor + 1 : floor));
}

/** The evidence in lines, and how much the words beyond it weigh; the percentages add up to a hundred. */
export function shareLines(evidence: Feeling['evidence']): { readonly told: readonly Told[]; readonly rest: number } {
  const raised = evidence.map(({ share }) => Math.max(0, share));
  const whole = raised.reduce((sum, share) => sum + share, 0);
  const percents = whole === 0 ? [] : wholePercents([...raised, Math.max(0, 1 - whole)]);
  const told = evidence.map(({ text, at, cue, share }, index) => {
    const percent = percents[index] ?? 0;
    return {
      words: at === undefined ? text : `“${text}”`,
      ...(cue === undefined ? {} : { cue }),
      ...(percent > 0 ? { percent } : {}),
      calms: share < 0,
    };
  });
  return { told, rest: percents.at(-1) ?? 0 };
}
