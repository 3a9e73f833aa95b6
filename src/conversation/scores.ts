/** A score as people type it: "7/7", "five out of seven", "a 6, it was quick". Read as a whole or not at all. */
import { fillers, list, longest, meanings, numbers, wordsOfReply } from './replies.js';

const scoreWords = list(
  "i|i'd|id|would|say|give|it|you|a|an|the|about|around|maybe|probably|perhaps|score|points|point|punkt|punkte|punkten|" +
    "stars|star|sterne|rating|definitely|it's|its|is|was|my|answer|number|solid|clear|strong|ich|sage|würde|gebe|euch|dir|" +
    'or|oder|between|zwischen|bis|ihnen|sagen|geben|eine|ein|einen|volle|glatte|for|from|me|to|of',
);
const highest = list('top|max|maximum|highest|the highest|full marks|full points|höchste|volle punktzahl');
const lowest = list('min|minimum|lowest|the lowest|niedrigste');
const outOf = list('/|out of|of|von|aus');

export type Score =
  | { readonly kind: 'score'; readonly score: number; readonly rest?: string }
  /** A figure or a verdict, but none that the scale has. */
  | { readonly kind: 'unclear' };

type Part = { readonly figure: number } | 'of' | 'words';

function partOf(phrase: string, most: number): Part | undefined {
  if (highest.has(phrase)) return { figure: most };
  if (lowest.has(phrase)) return { figure: 1 };
  if (outOf.has(phrase)) return 'of';
  const figure = /^-?\d+(?:[.,]\d+)?$/.test(phrase) ? Number(phrase.replace(',', '.')) : numbers.get(phrase);
  const article = scoreWords.has(phrase) || fillers.has(phrase);
  if (figure !== undefined && !article) return { figure };
  return article ? 'words' : undefined;
}

/** A larger figure is an order, a year or a price. */
const mostFigure = 100;

function scoreOf(text: string, most: number): Score | undefined {
  const parts = meanings(wordsOfReply(text), (phrase) => partOf(phrase, most)) ?? [];
  const figures = parts.flatMap((part) => (typeof part === 'object' ? [part.figure] : []));
  const [score, whole] = figures;
  if (score === undefined || Math.abs(score) > mostFigure) return undefined;
  const fits = Number.isInteger(score) && score >= 1 && score <= most;
  const alone = figures.length === 1 && parts.at(-1) !== 'of';
  const ofMost = figures.length === 2 && whole === most && parts.includes('of');
  return fits && (alone || ofMost) ? { kind: 'score', score } : { kind: 'unclear' };
}

const verdicts = list(
  'easy|hard|difficult|simple|smooth|quick|fast|slow|ok|okay|fine|good|great|bad|terrible|awful|perfect|excellent|agree|' +
    'disagree|neutral|medium|average|effortless|painless|complicated|helpful|einfach|leicht|schwer|schwierig|gut|schlecht|' +
    'okay|mittel|super|toll|kompliziert|schnell|yes|no|yeah|yep|nope|ja|nein|👍|👎|👌',
);
const degrees = list(
  'very|really|so|quite|pretty|rather|too|super|not|a bit|a little|extremely|totally|completely|fairly|somewhat|strongly|' +
    "it|it was|that|that was|this|this was|was|were|you|i|don't know|it's|sehr|ganz|ziemlich|recht|nicht|es war|das war|war|" +
    'total|etwas|ein bisschen',
);

/** Says how it was, in no figure. */
function isVerdict(text: string): boolean {
  const parts = meanings(wordsOfReply(text), (phrase) =>
    verdicts.has(phrase) ? true : degrees.has(phrase) || fillers.has(phrase) ? false : undefined,
  );
  return parts?.includes(true) ?? false;
}

/** Where a remark may begin behind a score. */
const joint = /[,;:.!–—\n]|\s-\s|\s(?:because|since|weil|da)\s/iu;

/** A score from 1 to `most`, as it may be written; nothing when it is about something else. */
export function readScore(text: string, most: number): Score | undefined {
  const whole = scoreOf(text, most) ?? (isVerdict(text) ? ({ kind: 'unclear' } as const) : undefined);
  if (whole !== undefined) return whole;
  const at = text.slice(0, longest).search(joint);
  if (at < 0 || text.trim().endsWith('?')) return undefined;
  const [first, rest] = [
    scoreOf(text.slice(0, at), most),
    text
      .slice(at)
      .replace(/^[\s,;:.!–—-]+/u, '')
      .trim(),
  ];
  return first?.kind === 'score' && rest !== '' ? { ...first, rest } : undefined;
}
