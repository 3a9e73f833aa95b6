/** A small base for tests: a shop with five entries. */
import type { FaqEntry } from '../../src/faq/index.js';

const entry = (id: string, title: string, ask: readonly string[]): FaqEntry => ({
  id,
  title,
  ask,
  answer: `Answer to ${id}.`,
  tags: [],
  lang: id === 'versand' ? 'de' : 'en',
});

export const smallBase: readonly FaqEntry[] = [
  entry('hours', 'Opening hours', [
    'when are you open',
    'opening hours',
    'what time does the shop close',
    'are you open on Sunday',
    'until when can I come in',
  ]),
  entry('parking', 'Parking', [
    'where can I park',
    'is there parking',
    'do you have a car park',
    'parking near the shop',
    'is the car park free',
  ]),
  entry('returns', 'Returns', [
    'how do I return a chair',
    'send something back',
    'can I bring it back',
    'return an item I do not like',
    'start a return',
  ]),
  entry('warranty', 'Warranty', [
    'how long is the warranty',
    'guarantee on lamps',
    'my lamp broke after a year',
    'is it still covered by the warranty',
    'make a warranty claim',
  ]),
  entry('versand', 'Versand', [
    'was kostet der Versand',
    'wie lange dauert die Lieferung',
    'wann kommt mein Paket',
    'Versandkosten',
    'liefern Sie nach Hause',
  ]),
];
