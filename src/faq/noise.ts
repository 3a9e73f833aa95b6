/** Words that show the mood of a message and not its topic, and how to find the question behind them. */
import { clausesOf, commonWords, wordsOf } from '../language/index.js';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const mood = list(`
ridiculous unbelievable unacceptable serious seriously terrible awful horrible dreadful worst useless stupid idiot idiots
idiotic dumb dumbass damn damned dammit hell crap crappy shit shitty bullshit fuck fucks fucked fucking fucker bloody
bastard bastards wanker moron morons wtf omg ffs jfc angry furious livid mad annoyed annoying annoy annoys upset upsetting
disappointed disappointing disappointment disgusted disgusting disgust pathetic joke joking kidding kiddin shame shameful
disgrace disgraceful insane crazy nonsense rubbish garbage trash hopeless lousy incompetent frustrated frustrating
frustration fed sick tired enough fuming outrageous appalling shocking scam scammers liars lying hate hated freaking
forever immediately asap leaving
`);
const manners = list(`
please pls kindly sorry hi hello hey dear sir madam guys folks people bot robot machine listen answer reply respond
already finally again ever never now right today extremely absolutely totally completely really honestly literally just so
very too such what sort sorted leave
`);

/** Says nothing of the topic: a word of mood or of manners, or one that everybody uses. */
export const isIdle = (word: string): boolean => mood.has(word) || manners.has(word) || commonWords.has(word);

const isOutburst = (words: readonly string[]): boolean => words.some((word) => mood.has(word)) && words.every(isIdle);

/** A clause without the outburst it ends with. */
function calmed(words: readonly string[]): readonly string[] {
  const end = words.findLastIndex((word) => !isIdle(word)) + 1;
  return end > 0 && isOutburst(words.slice(end)) ? words.slice(0, end) : words;
}

/** The words of a message without its outbursts ("this is ridiculous!!"); all of them when nothing else is said. */
export function calmWords(text: string): readonly string[] {
  const calm = clausesOf(text)
    .map(wordsOf)
    .filter((clause) => !isOutburst(clause))
    .flatMap(calmed);
  return calm.length > 0 ? calm : wordsOf(text);
}
