/**
 * Short replies as people type them: "yeah sure", "ja", 👍, "the second one", "7/7", "５", 5️⃣. A reply is read as a whole
 * or not at all, so that a question behind a yes is still a question. Pure, and bounded for any text.
 */

export const list = (text: string): ReadonlySet<string> => new Set(text.split('|'));

const yes = list(
  'yes|yeah|yea|yeh|yep|yup|yas|ya|y|aye|si|oui|absolutely|definitely|certainly|indeed|of course|by all means|for sure|' +
    'exactly|correct|i do|i would|it is|it does|it did|yes it did|yes it does|ja|jo|jep|jap|jawohl|klar|na klar|' +
    'natürlich|natuerlich|genau|sicher|auf jeden fall|unbedingt|stimmt|👍|👌|✅|✔|☑|🆗|💯',
);
const no = list(
  "no|n|nope|nah|nay|no way|not really|not at all|not exactly|it isn't|it doesn't|it does not|it didn't|it did not|" +
    "no it didn't|no it doesn't|nein|nee|nö|noe|ne|nicht wirklich|gar nicht|👎|❌|✖|🚫|🙅",
);
const none = list(
  'none|neither|none of these|none of those|none of them|none of the above|neither of them|neither of these|nothing|' +
    'not those|not these|something else|other|another one|keine|keine davon|keins|keines|keins davon|keines davon|' +
    'nichts|nichts davon|etwas anderes|was anderes',
);
/** A plea is a yes when nothing else is said. */
const pleas = list('please|pls|plz|bitte|🙏|please do|ja bitte|yes please');
export const fillers = list(
  'please|pls|plz|bitte|thanks|thank you|thank you very much|thank you so much|thanks a lot|many thanks|thx|ty|cheers|' +
    'danke|danke schön|danke schoen|vielen dank|oh|ah|well|um|uh|hm|hmm|so|then|now|just|really|very much|i think|i guess|' +
    'i mean|that|that one|this one|it|and|dear|mate|jetzt|dann|mal|doch|also|😀|😃|😄|😁|🙂|😊|😉|😅|😂|🤣|😍|❤|🎉|🙌|👏|🙏',
);
const ordinals = new Map(
  [
    'first|1st|erste|ersten|erster|erstes',
    'second|2nd|zweite|zweiten|zweiter|zweites',
    'third|3rd|dritte|dritten|dritter|drittes',
    'fourth|4th|vierte|vierten|vierter|viertes',
    'fifth|5th|fünfte|fünften|fünfter|fünftes',
    'sixth|6th|sechste|sechsten|sechster|sechstes',
    'seventh|7th|siebte|siebten|siebter|siebtes',
  ].flatMap((words, index) => words.split('|').map((word) => [word, index + 1] as const)),
);
const last = list('last|letzte|letzten|letzter|letztes');
export const numbers = new Map(
  [
    'zero|null',
    'one|eins|eine|ein',
    'two|zwei',
    'three|drei',
    'four|vier',
    'five|fünf|fuenf',
    'six|sechs',
    'seven|sieben',
    'eight|acht',
    'nine|neun',
    'ten|zehn',
    'eleven|elf',
    'twelve|zwölf|zwoelf',
  ].flatMap((words, value) => words.split('|').map((word) => [word, value] as const)),
);
/** What may stand around a place in a list, or around a score. */
const pointers = list(
  'the|option|number|nr|no|choice|answer|one|#|take|i take|i pick|pick|i would like|i want|die|der|das|den|nummer|antwort|' +
    'ich nehme|ich meine|möglichkeit',
);

/** Characters of what is still a short reply. */
export const longest = 120;
const mostWords = 14;
const longestPhrase = 5;
/** Skin, form and joints of signs; the frame of a keycap. */
const dress = /[\p{M}\p{Emoji_Modifier}\u2640\u2642]|\u200d/gu;
const token = /\p{L}+(?:'\p{L}+)*|-?\d+(?:[.,]\d+)?(?:st|nd|rd|th)?|[/#]|\p{Extended_Pictographic}/gu;

/** The words, figures and signs of a short reply; nothing for a longer text, or for a question. */
export function wordsOfReply(text: string): readonly string[] {
  if (text.length > longest || text.includes('?')) return [];
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(dress, '')
    .replace('🔟', '10')
    .replace(/[’‘`´]/g, "'");
  const words = plain.match(token) ?? [];
  return words.length > mostWords ? [] : words;
}

type Meaning<T> = (phrase: string) => T | undefined;

/** What each phrase means, the longest first; nothing where a word is left that means nothing here. */
export function meanings<T>(words: readonly string[], meaningOf: Meaning<T>): readonly T[] | undefined {
  const found: T[] = [];
  for (let at = 0; at < words.length;) {
    let size = Math.min(longestPhrase, words.length - at);
    let meaning = meaningOf(words.slice(at, at + size).join(' '));
    while (meaning === undefined && size > 1) {
      size -= 1;
      meaning = meaningOf(words.slice(at, at + size).join(' '));
    }
    if (meaning === undefined) return undefined;
    found.push(meaning);
    at += size;
  }
  return found;
}

/** What plain words choose where something is offered: each is the value of a choice. */
export interface Ways {
  readonly yes?: string;
  readonly no?: string;
  readonly none?: string;
  /** "the second", "2", "last": a place in the order of what is offered, without what `none` chooses. */
  readonly ordered?: boolean;
  /** Other words for a choice, by its value, in small letters. */
  readonly also?: Readonly<Record<string, readonly string[]>>;
}

interface Hint {
  readonly value: string | undefined;
  /** It also stands beside other answers ("no thanks"), and decides only where there is none. */
  readonly faint: boolean;
}

function hintOf(phrase: string, ways: Ways): Hint | undefined {
  const also = Object.entries(ways.also ?? {}).find(([, phrases]) => phrases.includes(phrase))?.[0];
  if (also !== undefined) return { value: also, faint: fillers.has(phrase) };
  if (ways.none !== undefined && none.has(phrase)) return { value: ways.none, faint: false };
  if (ways.no !== undefined && no.has(phrase)) return { value: ways.no, faint: false };
  if (ways.yes !== undefined && yes.has(phrase)) return { value: ways.yes, faint: false };
  if (ways.yes !== undefined && pleas.has(phrase)) return { value: ways.yes, faint: true };
  return fillers.has(phrase) ? { value: undefined, faint: true } : undefined;
}

/** The one value that the hints agree on. */
function agreed(hints: readonly Hint[]): string | undefined {
  const valued = hints.filter(({ value }) => value !== undefined);
  const clear = valued.filter(({ faint }) => !faint);
  const values = new Set((clear.length > 0 ? clear : valued).map(({ value }) => value));
  return values.size === 1 ? [...values][0] : undefined;
}

/** The place that is named in a list of so many, from 1. */
function placeIn(words: readonly string[], count: number): number | undefined {
  const places = meanings(words, (phrase): number | 'words' | undefined => {
    if (last.has(phrase)) return count;
    const place = ordinals.get(phrase);
    if (place !== undefined) return place;
    if (pointers.has(phrase) || fillers.has(phrase)) return 'words';
    const figure = /^\d{1,2}$/.test(phrase) ? Number(phrase) : numbers.get(phrase);
    return figure === undefined || figure === 0 ? undefined : figure;
  });
  const named = places?.filter((place) => place !== 'words') ?? [];
  // "one" alone is a number, beside another it is a filler
  if (named.length === 0) return words.includes('one') && count > 0 && places !== undefined ? 1 : undefined;
  const [place] = named;
  return named.length === 1 && place !== undefined && place <= count ? place : undefined;
}

/** The value that a short reply chooses of what is offered in this order; nothing when it says anything else. */
export function readWays(text: string, values: readonly string[], ways: Ways): string | undefined {
  const words = wordsOfReply(text);
  if (words.length === 0) return undefined;
  const hints = meanings(words, (phrase) => hintOf(phrase, ways));
  const value = hints && agreed(hints);
  if (value !== undefined || ways.ordered !== true) return value;
  const places = values.filter((one) => one !== ways.none);
  const place = placeIn(words, places.length);
  return place === undefined ? undefined : places[place - 1];
}
