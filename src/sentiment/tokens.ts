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
  /\p{Extended_Pictographic}|https?:\S+|[@#]?[\p{L}\p{N}_]+(?:'[\p{L}]+)*|[!?]+|\.{2,}|[.,;]|[:;=][-']?[()DPp/\\|]|[()]:|<3/gu;

/**
 * Keeps the beginning and the end of an overlong text: that is where people say what they feel. Spaces and quotes are
 * made plain.
 */
export function clip(text: string): string {
  const kept = text.length <= longest ? text : `${text.slice(0, longest / 2)} ${text.slice(-longest / 2)}`;
  return kept.replace(/[’‘`]/g, "'").replace(/\s+/g, ' ');
}

function plain(raw: string): string {
  if (raw.startsWith('http')) return '<url>';
  if (raw.startsWith('@')) return '<user>';
  if (/^\p{N}+$/u.test(raw)) return '<num>';
  if (/^[!?]+$/.test(raw)) return bang(raw);
  if (/^[:;=]/.test(raw)) return raw.toLowerCase().replace(/[-']/, '').replace('=', ':');
  const word = raw.toLowerCase();
  return word.startsWith('#') ? word.slice(1) : word;
}

function bang(raw: string): string {
  if (raw.includes('!') && raw.includes('?')) return '?!';
  return raw.length > 1 ? raw.slice(0, 2) : raw;
}

export function tokenize(text: string): readonly Token[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const raw = match[0];
    const word = plain(raw);
    const short = word.length > 3 ? word.replace(/(\p{L})\1{2,}/gu, '$1$1') : word;
    const loud = raw.length > 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
    return { raw, word: short, at: match.index, loud, long: short !== word };
  });
}
