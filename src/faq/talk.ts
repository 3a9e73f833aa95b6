/** Small talk: messages that ask nothing the knowledge base should answer. */
import type { Tongue } from '../conversation/index.js';
import { wordsOf } from '../language/index.js';
import { type Phrased, phrased } from './talk-phrases.js';

export type Talk = 'greeting' | 'thanks' | 'bye' | 'help' | Phrased;

export interface SmallTalk {
  readonly talk: Talk;
  /** The language it was said in, where that is known. */
  readonly tongue?: Tongue;
}

const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** A message is small talk when every word of it is one of these; the first kind that has a word in it wins. */
const kinds: readonly (readonly [Talk, ReadonlySet<string>])[] = [
  ['bye', list('bye goodbye byebye cya tschuss ciao wiedersehen farewell')],
  [
    'thanks',
    list('thanks thank thankyou thx thanx ty cheers appreciated danke dankeschon merci perfect great brilliant'),
  ],
  ['help', list('help question questions support assistance hilfe frage fragen')],
  ['greeting', list('hi hello hey hiya howdy yo hallo greetings morning afternoon evening servus moin guten')],
  ['thanks', list('ok okay alright fine good nice cool wow super gut')],
];
const fillers = list(
  'a an and the there you u your i me my we us it is s am are so very much lots lot many again all everyone team both ' +
    'ok okay yes alright well oh ah please just for to of with good nice lovely day night have had can could would someone somebody anyone anybody ' +
    'some need want got get one quick from in that this was sir madam folks dear see later now then hope well too ' +
    'kind kindly be really do not no more else nothing anything ich habe eine bitte vielen dank schon sehr tag auf ' +
    'abend fur die das ist ein konnen sie mir brauche how help helping',
);

const wordsIn = (text: string): string => wordsOf(text).join(' ');
export const sameWords = (one: string, other: string): boolean => wordsIn(one) === wordsIn(other);

/** As it is typed in a hurry, and as it is written. */
const spellings = (phrase: string): readonly string[] => [
  phrase,
  phrase.replace(/\b(that|what|it)(s|ll)\b/g, "$1'$2").replace(/\b(i)(m|ll)\b|\b(you)(re)\b/g, "$1$3'$2$4"),
];

/** What is the same in two languages is taken for that of the first. */
const whole: ReadonlyMap<string, SmallTalk> = new Map(
  (Object.keys(phrased) as Phrased[])
    .flatMap((talk) =>
      (Object.entries(phrased[talk]) as [Tongue, string][]).flatMap(([tongue, phrases]) =>
        phrases
          .split('|')
          .flatMap(spellings)
          .map((phrase) => [wordsIn(phrase), { talk, tongue }] as const),
      ),
    )
    .reverse(),
);
/** What may stand before and behind it. */
const edges = list(
  'hi hello hey ok okay oh ah well so and now then please just yes yeah thanks thank you really actually sir madam ' +
    'perfect great hallo bitte danke ja und jetzt denn eigentlich wirklich bonjour merci hola gracias ciao grazie dank ola obrigado',
);

/** A phrase that is known as a whole, whatever stands at its edges. */
function phraseOf(words: readonly string[]): SmallTalk | undefined {
  const known = whole.get(words.join(' '));
  if (known !== undefined) return known;
  const from = words.findIndex((word) => !edges.has(word));
  const to = words.findLastIndex((word) => !edges.has(word)) + 1;
  return from < 0 ? undefined : whole.get(words.slice(from, to).join(' '));
}

const longest = 12;

/** What kind of small talk a message is; nothing when it says anything else. */
export function talkOf(text: string): SmallTalk | undefined {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > longest) return undefined;
  const phrase = phraseOf(words);
  if (phrase !== undefined) return phrase;
  const only = words.every((word) => fillers.has(word) || kinds.some(([, known]) => known.has(word)));
  if (!only) return undefined;
  const talk = kinds.find(([, known]) => words.some((word) => known.has(word)))?.[0];
  return talk && { talk };
}
