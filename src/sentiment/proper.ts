/** Names of people and things, addresses, references, and what is quoted: their words are nobody's feeling. */
import type { Span } from './signs.js';
import type { Texts } from './tokens.js';

/** A word as a name is written, and up to four of them. */
const title = "[A-Z][a-z'-]{1,20}";
const titles = `${title}(?:,? (?:of )?${title}){0,3}`;
const number = '(?:no\\. ?|number )?\\d{1,5}[a-z]?,? ';

/** In the words as they were written. */
const named = new RegExp(
  [
    // references: "WTF-2210"
    '\\b[A-Z]{2,8}-\\d[\\dA-Z-]{0,20}\\b',
    // people
    `(?<=\\b(?:[Nn]ame is|[Nn]ame's|[Nn]amed|[Cc]alled|[Ss]urname(?: is)?|Mr|Mrs|Ms|Miss|Dr|Herr|Frau|heiße)\\.? )${titles}`,
    `\\b(?:Dick|Fanny|Randy|Willy) ${title}`,
    // addresses
    `(?<=\\b(?:[Ll]ive|[Dd]eliver|[Ss]hip|[Ss]end) (?:it )?(?:in|at|to) )(?:${number})?${titles}`,
    `(?<=\\b[Aa]ddress(?: is)?:? )(?:${number})?${titles}`,
    // what has a title
    `(?<=\\b(?:book|film|movie|game|song|album|poster|record|series) )${titles}`,
  ].join('|'),
  'g',
);
/** Several capitals in a row are the name of an article where an article is asked for. */
const article = new RegExp(`(?<=\\b(?:[Tt]he|[Aa]n?|[Tt]his|[Yy]our) )${title}(?: ${title}){1,3}(?= [a-z])`, 'g');
const asksForOne =
  /\b(?:in stock|available|(?:do|does|have) you (?:have|sell|stock|carry)|is the .{0,60} back|how (?:much|big|heavy) is)\b/;

/** In small letters: what a screen, a label or a mail says, between its quotes. */
const shown =
  /(?<=\b(?:says?|shows?|displays?|reads|message|error|warning|written|subject|titled|steht|zeigt|meldung) )["'„“«][^"”“»\n]{1,160}?["'“”»](?![\p{L}\d])/gu;

function spansOf(pattern: RegExp, text: string): readonly Span[] {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text))
    spans.push({ from: found.index, to: found.index + found[0].length });
  return spans;
}

const capital = /[A-Z]/;
const quote = /["'„“«]/;

/** Where they stand. A message in capitals names nothing by them. */
export function readProper({ lower, source }: Texts): readonly Span[] {
  const names = capital.test(source)
    ? [...spansOf(named, source), ...(asksForOne.test(lower) ? spansOf(article, source) : [])]
    : [];
  return quote.test(lower) ? [...names, ...spansOf(shown, lower)] : names;
}

/** Without them, every other word where it was. */
export const without = (text: string, spans: readonly Span[]): string =>
  spans.reduce((rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to), text);
