/** Small talk: messages that ask nothing the knowledge base should answer. */
import { wordsOf } from '../language/index.js';

export type Talk = 'greeting' | 'thanks' | 'bye' | 'help';

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

const longest = 12;

/** What kind of small talk a message is; nothing when it says anything else. */
export function talkOf(text: string): Talk | undefined {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > longest) return undefined;
  const only = words.every((word) => fillers.has(word) || kinds.some(([, known]) => known.has(word)));
  if (!only) return undefined;
  return kinds.find(([, known]) => words.some((word) => known.has(word)))?.[0];
}
