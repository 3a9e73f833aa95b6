/** Telephone numbers: with a country, with the nought of a town, as in North America, or after words that say so. */
import { findIn, type Grouped, runsOf, type Span, standsAlone } from './groups.js';

const between = /^(?:[ \u00a0]?[-./\u2010-\u2015][ \u00a0]?|[ \u00a0]?[()][ \u00a0]?|[ \u00a0]{1,2}|\)[-/])$/;
/** As much before a number as says what it is. */
const before = 40;

const date = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)/;
const ofSomethingElse =
  /(?:order|bestell|auftrag|ticket|invoice|rechnung|tracking|sendung|paket|parcel|customer|kunden|artikel|article|item|reference|referenz|vorgang|case|serial|serien|sku|isbn|ean|imei|episode|version)\p{L}{0,12}(?:[\s:.#=-]{1,3}(?:number|nummer|no|nr|id|is|ist|code))?[\s:.#=-]{0,3}$/iu;
const ofPhone =
  /(?:phone|mobile|cell|call|text|reach|whatsapp|\btel|telefon|handy|mobil|\bruf|anruf|erreich)\p{L}{0,8}(?:[\s:.,=]{1,3}(?:me|us|my|number|nummer|no|nr|is|ist|at|on|under|unter|an|mich|ich|bin|zu|lautet|back)(?!\p{L})){0,5}[\s:.=]{0,3}$/iu;
/** A number that goes on from these is a part of something longer. */
const partOf = /[-.#@:,/]/;

/** The next four digits of a number in fours. */
const inFours = /(?<!\d)\d{4}[ \u00a0]$/;

function isNational({ digits, sizes: counted }: Grouped): boolean {
  if (!digits.startsWith('0') || digits.length < 9 || digits.length > 12) return false;
  const sizes = counted();
  if (sizes.length === 1) return digits.length >= 10;
  return (sizes[0] ?? 0) >= 3 || sizes.join(' ') === '2 2 2 2 2';
}

const isAmerican = ({ digits, sizes }: Grouped): boolean =>
  (digits.length === 10 || digits.length === 11) &&
  /^1?[2-9]\d{2}[2-9]/.test(digits) &&
  /^(?:1 )?3 3 4$/.test(sizes().join(' '));

type Lead = 'plus' | 'phone' | 'something else' | 'a part' | 'fours' | 'nothing';

/** What the words before a number say of it. */
function leadOf(text: string, at: number): Lead {
  const lead = text.slice(Math.max(0, at - before), at);
  if (lead.endsWith('+')) return 'plus';
  if (ofSomethingElse.test(lead)) return 'something else';
  if (ofPhone.test(lead)) return 'phone';
  if (partOf.test(lead.at(-1) ?? '') && !/\p{L}:$/u.test(lead)) return 'a part';
  return inFours.test(lead) ? 'fours' : 'nothing';
}

function isPhone(found: Grouped, lead: Lead): boolean {
  const { digits, sizes } = found;
  if (lead === 'plus') return digits.length >= 8 && !digits.startsWith('0');
  if (lead === 'phone') return true;
  if (lead === 'fours' && sizes()[0] === 4) return false;
  return digits.startsWith('00')
    ? digits.length >= 11 && digits.charAt(2) !== '0'
    : isNational(found) || isAmerican(found);
}

const goesOn = /^(?:[-.,:/@]\d|@)/;

function standsThere(text: string, found: Grouped): boolean {
  const { at, end } = found;
  return standsAlone(text, found) && !goesOn.test(text.slice(end, end + 2)) && !date.test(text.slice(at, end));
}

/** Takes the plus and the bracket before it along. */
function whole(text: string, { at, end }: Span): Span {
  const sign = /[(+]{1,2}$/.exec(text.slice(Math.max(0, at - 2), at))?.[0].length ?? 0;
  return { at: at - sign, end };
}

export function findPhones(text: string): readonly Span[] {
  let known: { readonly at: number; readonly lead: Lead } = { at: -1, lead: 'nothing' };
  const is = (found: Grouped): boolean => {
    if (known.at !== found.at) known = { at: found.at, lead: leadOf(text, found.at) };
    const { lead } = known;
    return lead !== 'something else' && lead !== 'a part' && isPhone(found, lead) && standsThere(text, found);
  };
  return findIn(text, runsOf(text, between), { least: 6, most: 15, is }).map((span) => whole(text, span));
}
