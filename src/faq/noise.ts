/** Words that show the mood of a message and not its topic, and how to find the question behind them. */
import { clausesOf } from '../language/index.js';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const mood: Lists = {
  en: list(`
ridiculous unbelievable unacceptable serious seriously terrible awful horrible dreadful worst useless stupid idiot idiots
idiotic dumb dumbass damn damned dammit hell crap crappy shit shitty bullshit fuck fucks fucked fucking fucker bloody
bastard bastards wanker moron morons wtf omg ffs jfc angry furious livid mad annoyed annoying annoy annoys upset upsetting
disappointed disappointing disappointment disgusted disgusting disgust pathetic joke joking kidding kiddin shame shameful
disgrace disgraceful insane crazy nonsense rubbish garbage trash hopeless lousy incompetent frustrated frustrating
frustration fed sick tired enough fuming outrageous appalling shocking scam scammers liars lying hate hated freaking
forever immediately asap leaving
`),
  de: list(`
unverschamt unverschamtheit frechheit lacherlich lachhaft unglaublich unfassbar unmoglich furchtbar schrecklich schlimm schlimmste katastrophe katastrophal
peinlich nutzlos dumm bloed blod blode bloder idiot idioten scheisse scheiss verdammt verdammte verflucht verflixt mist sauerei schweinerei saftladen drecksladen
dreck kacke verarscht verarsche verarschen argerlich arger genervt nervt nervig sauer wutend stinksauer enttauscht enttauschend enttauschung
witz scherz ernst ernsthaft schande skandal irre wahnsinn unsinn quatsch mull hoffnungslos inkompetent frust frustriert frustrierend satt reicht genug
emporend hass hasse sofort betruger abzocke abzocker
`),
};
const manners: Lists = {
  en: list(`
please pls kindly sorry hi hello hey dear sir madam guys folks people bot robot machine listen answer reply respond
already finally again ever never now right today extremely absolutely totally completely really honestly literally just so
very too such what sort sorted leave
`),
  de: list(`
bitte danke sorry entschuldigung hallo hi hey guten tag morgen abend moin servus liebes liebe lieber team leute herr frau bot roboter maschine hor hort antworte antwortet
antworten endlich schon wieder immer nie heute absolut total vollig komplett wirklich echt ehrlich halt eben einfach sehr viel grusse gruss freundliche freundlichen vielen dank
`),
};

/** Words by how a language is written where they are compared. */
type Lists = Readonly<Record<string, ReadonlySet<string>>>;
const none: ReadonlySet<string> = new Set();

export interface Noise {
  /** Says nothing of the topic: a word of mood or of manners, or one that everybody uses. */
  readonly isIdle: (word: string) => boolean;
  /** The words of a message without its outbursts ("this is ridiculous!!"); all of them when nothing else is said. */
  readonly calmWords: (text: string) => readonly string[];
}

/** `words`: the words of a text as the language is written where they are compared; `common`: those that everybody uses. */
export function createNoise(
  language: string,
  { words, common }: { readonly words: (text: string) => readonly string[]; readonly common: ReadonlySet<string> },
): Noise {
  const [moods, polite] = [mood[language] ?? none, manners[language] ?? none];
  const isIdle = (word: string): boolean => moods.has(word) || polite.has(word) || common.has(word);
  const isOutburst = (clause: readonly string[]): boolean =>
    clause.some((word) => moods.has(word)) && clause.every(isIdle);
  /** A clause without the outburst it ends with. */
  const calmed = (clause: readonly string[]): readonly string[] => {
    const end = clause.findLastIndex((word) => !isIdle(word)) + 1;
    return end > 0 && isOutburst(clause.slice(end)) ? clause.slice(0, end) : clause;
  };
  return {
    isIdle,
    calmWords(text) {
      const calm = clausesOf(text)
        .map(words)
        .filter((clause) => !isOutburst(clause))
        .flatMap(calmed);
      return calm.length > 0 ? calm : words(text);
    },
  };
}
