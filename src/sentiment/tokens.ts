/** Text → tokens. Everything after this works on a clipped text, so that any message is read in bounded time. */

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

const longest = 4000;
const pattern =
  /[\p{L}\p{N}_]+(?:'\p{L}+)*|[!?]+|\.{2,}|[.,;]|[@#][\p{L}\p{N}_]+|\p{Extended_Pictographic}|[:;=][-']?[()DPp/\\|]|[()]:|<3/gu;
const link = /https?:\S+/g;

/** The clipped text in small letters for matching, and in the customer's own for quoting; both have the same places. */
export interface Texts {
  readonly lower: string;
  readonly source: string;
}

/**
 * Keeps the beginning and the end of an overlong text: that is where people say what they feel. Spaces and quotes are
 * made plain, and links are hidden.
 */
export function clip(text: string): Texts {
  const kept = text.length <= longest ? text : `${text.slice(0, longest / 2)} ${text.slice(-longest / 2)}`;
  const plain = kept.replace(/[’‘`]/g, "'").replace(/\s+/g, ' ').replace(link, 'URL_');
  const lower = plain.toLowerCase();
  // a few capitals grow when lowered; then the lower-case words are quoted instead
  return { lower, source: lower.length === plain.length ? plain : lower };
}

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

const held = /(\p{L})\1{2,}/u;
const everyHeld = /(\p{L})\1{2,}/gu;

export function tokenize({ lower, source }: Texts): readonly Token[] {
  return Array.from(lower.matchAll(pattern), (match) => {
    const [raw, small] = [source.slice(match.index, match.index + match[0].length), match[0]];
    const word = plain(small);
    const long = small.length > 3 && held.test(small);
    const loud = small.length > 2 && raw !== small && raw === raw.toUpperCase() && small !== 'url_';
    return { raw, word: long ? word.replace(everyHeld, '$1$1') : word, at: match.index, loud, long };
  });
}
