/** Numbers of bank accounts (IBAN): of a known country, as long as they are there, with the right check digits. */
import { type Span, standsAlone } from './groups.js';

/** Characters, by country: the register of SWIFT, release 99. */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
    'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 ' +
    'RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((one) => [one.slice(0, 2), Number(one.slice(2))] as const),
);

/** The remainder by 97 of what the letters and digits stand for, with the first four at the end. */
function isChecked(iban: string): boolean {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const part = /[A-Za-z\d]/;
const gap = /[\s.\u00a0\u2010-\u2015-]/;

/** So many letters and digits from a place on, with at most one sign between any two; where they end. */
function take(text: string, at: number, length: number): { readonly iban: string; readonly end: number } | undefined {
  let iban = '';
  let end = at;
  for (let open = true; iban.length < length; end += 1) {
    const sign = text.charAt(end);
    if (part.test(sign)) iban += sign;
    else if (!open || !gap.test(sign)) return undefined;
    open = part.test(sign);
  }
  return { iban: iban.toUpperCase(), end };
}

export function findAccounts(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { index: at, 0: head } of text.matchAll(/[A-Za-z]{2}\d{2}/g)) {
    const length = lengths[head.slice(0, 2).toUpperCase()];
    const taken = length === undefined || at < (spans.at(-1)?.end ?? 0) ? undefined : take(text, at, length);
    if (taken === undefined || !standsAlone(text, { at, end: taken.end })) continue;
    if (isChecked(taken.iban)) spans.push({ at, end: taken.end });
  }
  return spans;
}
