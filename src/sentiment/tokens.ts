/** Text → tokens. Everything after this works on a clipped text, so that any message is read in bounded time. */
import { placesOfThinkable, thinkable } from '../base/index.js';
import { worth } from './lexicon.js';
import type { Span } from './signs.js';

export interface Token {
  /** As the customer wrote it. */
  readonly raw: string;
  /** Lower case, long letters shortened ("sooooo" → "soo"); `<url>`, `<user>` and `<num>` stand for what they hide. */
  readonly word: string;
  /** Where it starts in the clipped text. */
  readonly at: number;
  /** Three or more letters, all capitals. */
  readonly loud: boolean;
  /** A letter was held ("noooo"). */
  readonly long: boolean;
}

const pattern =
  /[\p{L}\p{N}_]+(?:'\p{L}+)*|[!?]+|\.{2,}|[.,;]|[@#][\p{L}\p{N}_]+|\p{Extended_Pictographic}|[:;=][-']?[()DPp/\\|]|[()]:|<3/gu;
const quotes = /[’‘`]/;
const everyQuote = /[’‘`]/g;
/** Anything but single plain spaces. */
const loose = /\s\s|[^\S ]/;
const link = /https?:\S+/g;

/** The clipped text in small letters for matching, and as it was written; both have the same places. */
export interface Texts {
  readonly lower: string;
  readonly source: string;
  /** The place in the whole message. */
  readonly placeOf: (at: number) => number;
}

/** Follows where each place comes from, while matches are replaced. */
function trail(places: readonly number[]) {
  const kept: number[] = [];
  let from = 0;
  return {
    swap: (by: string) => (match: string, at: number) => {
      kept.push(...places.slice(from, at), ...Array.from(by, () => places[at] ?? 0));
      from = at + match.length;
      return by;
    },
    places: (): readonly number[] => [...kept, ...places.slice(from)],
  };
}

/** Spaces made plain and links hidden, and where each place was before. */
function mapped(text: string, placeOf: Texts['placeOf']) {
  const spaces = trail(Array.from({ length: text.length + 1 }, (_, at) => placeOf(at)));
  const spaced = text.replace(/\s+/g, spaces.swap(' '));
  const links = trail(spaces.places());
  const plain = spaced.replace(link, links.swap('URL_'));
  return { plain, places: links.places() };
}

/** Only as much as is thought about. Spaces and quotes are made plain, and links are hidden. */
export function clip(text: string): Texts {
  const kept = thinkable(text);
  const quoted = quotes.test(kept) ? kept.replace(everyQuote, "'") : kept;
  const whole = placesOfThinkable(text);
  const moved = loose.test(quoted) || quoted.includes('http') ? mapped(quoted, whole) : undefined;
  const source = moved?.plain ?? quoted;
  // the one capital that grows when it is lowered would shift every place after it
  const lower = source.replace(/\u0130/g, 'I').toLowerCase();
  return { lower, source, placeOf: (at) => (moved === undefined ? whole(at) : (moved.places[at] ?? text.length)) };
}

/** Where the words of a match stand, without the spaces around them. */
export function spanOf({ index, 0: words }: RegExpExecArray): Span {
  const from = index + words.length - words.trimStart().length;
  return { from, to: from + words.trim().length };
}

export const tokenSpan = ({ at, raw }: Token): Span => ({ from: at, to: at + raw.length });

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** `!!!` → `!!`, `!?!` → `?!`, `:-)` → `:)`. */
function mark(raw: string): string {
  if (/^[:;=]/.test(raw)) return raw.replace(/[-']/, '').replace('=', ':');
  if (raw.includes('!') && raw.includes('?')) return '?!';
  return raw.length > 1 && /^[!?]/.test(raw) ? raw.slice(0, 2) : raw;
}

function plain(raw: string): string {
  const first = raw.charCodeAt(0);
  if (isDigit(first) && /^\d+$/.test(raw)) return '<num>';
  if (raw === 'url_') return '<url>';
  if (first === 64) return '<user>';
  if (first === 35) return raw.slice(1);
  return first < 64 ? mark(raw) : raw;
}

/** The same unit three times in a row. */
function isHeld(word: string): boolean {
  for (let i = 2; i < word.length; i += 1) {
    const unit = word.charCodeAt(i);
    if (unit > 64 && unit === word.charCodeAt(i - 1) && unit === word.charCodeAt(i - 2)) return true;
  }
  return false;
}
const everyHeld = /(\p{L})\1{2,}/gu;

/** Their letters look like those of words that are bad ("disappointment"), and they are not. */
const innocent = new Set('appointment appointments disability disabilities disabled unfortunately'.split(' '));
export const isInnocent = ({ word }: Token): boolean => innocent.has(word);

const strength = (word: string): number => Math.abs(worth(word)?.points ?? 0);

/** A word whose letters were held: as it is known, with each of them once or twice; the stronger where both are. */
function shortened(word: string): string {
  const double = word.replace(everyHeld, '$1$1');
  const single = word.replace(everyHeld, '$1');
  if (worth(double) === undefined) return worth(single) === undefined ? double : single;
  return strength(single) >= strength(double) ? single : double;
}

function tokenOf(source: string, small: string, at: number): Token {
  const raw = source.slice(at, at + small.length);
  const word = plain(small);
  const long = small.length > 3 && isHeld(small);
  const loud = small.length > 2 && raw !== small && raw === raw.toUpperCase() && small !== 'url_';
  return { raw, word: long ? shortened(word) : word, at, loud, long };
}

export function tokenize({ lower, source }: Texts): readonly Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  // a loop, because `matchAll` compiles the pattern again for every message
  for (let match = pattern.exec(lower); match; match = pattern.exec(lower)) {
    tokens.push(tokenOf(source, match[0], match.index));
  }
  return tokens;
}
