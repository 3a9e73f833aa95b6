/** Cutting text. By hand where a pattern that ends in `$` would be tried again at every place of a long text. */

/**
 * Characters. What a person wrote is kept whole for people; whatever thinks about it (feeling, questions, flows,
 * repetition) sees no more of it than this, so that no message takes longer than a long one. Nobody's question is
 * longer.
 */
export const mostThought = 4000;

/** Half of a pair of surrogates would be no character. */
const highHalf = /[\ud800-\udbff]$/;
const lowHalf = /^[\udc00-\udfff]/;

/**
 * The beginning and the end of an overlong text, where people say what they feel, together `mostThought` characters.
 */
export function thinkable(text: string): string {
  if (text.length <= mostThought) return text;
  const half = mostThought / 2;
  return `${text.slice(0, half).replace(highHalf, '')} ${text.slice(1 - half).replace(lowHalf, '')}`;
}

/** Where each place of the thinkable text is in the whole one. */
export function placesOfThinkable(text: string): (at: number) => number {
  if (text.length <= mostThought) return (at) => at;
  const head = text.slice(0, mostThought / 2).replace(highHalf, '').length;
  const cut = text.length - thinkable(text).length;
  return (at) => (at <= head ? at : at + cut);
}

/** The text without any of these signs at its end. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
