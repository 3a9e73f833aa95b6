/** Numbers of payment cards: those of a known kind and length whose last digit checks the others (Luhn). */
import { findIn, type Grouped, runsOf, type Span, standsAlone } from './groups.js';

/** The first four digits, from and to, with the lengths that numbers with them have. */
const kinds: readonly (readonly [from: number, to: number, least: number, most: number])[] = [
  [4000, 4999, 16, 16], // Visa
  [5100, 5599, 16, 16], // Mastercard
  [2221, 2720, 16, 16],
  [3400, 3499, 15, 15], // American Express
  [3700, 3799, 15, 15],
  [3000, 3059, 14, 14], // Diners Club
  [3600, 3699, 14, 14],
  [3800, 3999, 14, 14],
  [6011, 6011, 16, 19], // Discover
  [6440, 6599, 16, 19],
  [3528, 3589, 16, 19], // JCB
  [6200, 6299, 16, 19], // UnionPay
  [2200, 2204, 16, 19], // Mir
  [5018, 5018, 13, 19], // Maestro
  [5020, 5020, 13, 19],
  [5038, 5038, 13, 19],
  [5893, 5893, 13, 19],
  [6304, 6304, 13, 19],
  [6759, 6763, 13, 19],
  [4000, 4999, 19, 19], // Visa
];
/** Old lengths, which numbers of goods have, too: only where a card is spoken of, or where it is grouped like one. */
const oldVisa = { length: 13, groups: '4 3 3 3' };
const spoken = /\b(?:card|visa|karte|kreditkarte|carte|tarjeta|carta|kaart|cartão|kart[aęyi])\b/iu;

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const twice = at % 2 === 1 ? digit * 2 : digit;
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

function isKnown(digits: string): boolean {
  const begins = Number(digits.slice(0, 4));
  return kinds.some(
    ([from, to, least, most]) => begins >= from && begins <= to && digits.length >= least && digits.length <= most,
  );
}

const between = /^(?:[\s\u00ad\u200b-\u200d\u2060\ufeff]{1,3}|[\s\u200b]?[-.\u2010-\u2015\u2212][\s\u200b]?)$/;
/** Grouped as on a card, or with one and the same sign between all groups. */
function isGrouped(text: string, { at, end, sizes }: Grouped): boolean {
  if (
    sizes()
      .slice(0, -1)
      .every((size) => size === 4)
  )
    return true;
  const gaps = text
    .slice(at, end)
    .split(/\d+/)
    .filter((gap) => gap !== '');
  return gaps.every((gap) => gap === gaps[0]);
}

function isOldVisa(text: string, { at, digits, sizes }: Grouped): boolean {
  if (digits.length !== oldVisa.length || !digits.startsWith('4')) return false;
  return sizes().join(' ') === oldVisa.groups || spoken.test(text.slice(Math.max(0, at - 40), at));
}

function isCard(text: string, found: Grouped): boolean {
  if (!(isKnown(found.digits) || isOldVisa(text, found)) || !passesLuhn(found.digits)) return false;
  return text.charAt(found.at - 1) !== '+' && standsAlone(text, found) && isGrouped(text, found);
}

/** A date, an order or a parcel that passes the check by chance is none, unless it also begins and is as long as a card. */
export const findCards = (text: string): readonly Span[] =>
  findIn(text, runsOf(text, between), { least: 13, most: 19, is: (found) => isCard(text, found) });
