/** An answer meets the feeling: who is angry reads a word of that, the answer, and that a person can be fetched. */
import type { Cue } from '../conversation/index.js';
import { hostileSpans } from '../sentiment/index.js';
import type { TurnContext } from './turn-context.js';

/** Said so, anger is plain, however few the words are. */
const hot: ReadonlySet<Cue> = new Set<Cue>([
  'shouting',
  'profanity',
  'sarcasm',
  'giving-up',
  'not-understood',
  'repetition',
  'waiting',
]);

/** The message reads as angry. Delight in strong words does not. */
export function isHeated({ feeling, known }: TurnContext): boolean {
  if (feeling === undefined || known.pleased || feeling.level > 0) return false;
  const plain = feeling.evidence.some(({ cue }) => cue !== undefined && hot.has(cue));
  // trouble that is told is no anger: who is only uneasy has to have said a bad word
  return feeling.level < -1 || plain || (feeling.level < 0 && hostileSpans(feeling).length > 0);
}

/** Offered not long ago, a person is not offered again for anger alone. */
const isQuiet = ({ turn: { episode } }: TurnContext): boolean =>
  episode !== undefined && episode.state !== 'closed' && episode.memory.mood.quiet > 0;

/** Whether a person is offered beside what the assistant knows. */
export const offersPerson = (context: TurnContext): boolean =>
  context.decision.action === 'offer' || (isHeated(context) && !isQuiet(context));
