/** A message of somebody who waits: what is known is answered, the place is told, and the rest is kept for the person. */
import { answerInLine, askLeave, leaveLine, wait } from '../../dialogs/index.js';
import type { Answer, Cue, Place, StepOutcome, WordName } from '../conversation/index.js';
import type { FaqResult } from '../faq/index.js';
import { answersFor, askBase } from './answer.js';
import { byDesk, lineWords } from './desk-words.js';
import { readLineAsk } from './line-asks.js';
import { isHeated } from './meeting.js';
import type { TurnContext } from './turn-context.js';

const notes = { somebody: 'waiting-note', nobody: 'waiting-nobody', closed: 'waiting-closed' } as const;
const places = { somebody: 'line-now', nobody: 'line-nobody', closed: 'line-closed' } as const;

function saying({ turn, known: { words, desk } }: TurnContext, names: Parameters<typeof byDesk<WordName>>[1]) {
  const text = words(byDesk(desk, names), lineWords(words, turn.line, desk)).trim();
  return { kind: 'done', effects: [{ kind: 'say', reply: { text } }] } as const;
}

/** Told in this case already that what is written is kept for the person. */
function isNoted({ turn: { recent, episode }, known: { words } }: TurnContext): boolean {
  const openings = Object.values(notes).map(
    (name) => words(name, { place: '', wait: '', opens: '' }).split('. ')[0] ?? '',
  );
  return recent.some(
    ({ role, text, at }) =>
      role === 'assistant' && at >= (episode?.bornAt ?? 0) && openings.some((opening) => text.startsWith(opening)),
  );
}

/** The first word or mark of what asks something. */
const asking =
  /\?|^\s*(?:how|what|where|when|who|which|why|can|could|do(?! not|n't)|does|did|is|are|was|will|would|may|should|am|have|has|tell me|i (?:want|need|would like|wanted) to (?:know|ask)|cancel|change|return|wie|was|wo|wann|wer|welche\p{L}?|warum|wieso|kann|können|ist|sind|gibt|darf|habt|haben|muss|müssen)(?!\p{L})/iu;
const sure = 0.9;
/** An order number, a phone number: it is for the person. */
const facts = /\d{4}/;

type Found = Extract<FaqResult, { kind: 'answer' }>;

/** Whether an answer is wanted: what only tells the person something is left to them, unless it is plain. */
const isAsked = (text: string, { confidence }: Pick<Found, 'confidence'>): boolean =>
  !facts.test(text) && (asking.test(text) || confidence >= sure);

const impatient: ReadonlySet<Cue> = new Set<Cue>(['waiting', 'asks-person', 'giving-up']);

function known(context: TurnContext): StepOutcome | undefined {
  const { turn, memory } = context;
  if (turn.said.whole !== undefined) return undefined;
  const found = askBase(context);
  if (found.kind === 'small-talk') return found.talk === 'bye' ? askLeave(context.known) : saying(context, places);
  if (found.kind !== 'answer' || found.entry.id === memory.answered || !isAsked(turn.said.text, found))
    return undefined;
  return answerInLine(answersFor(context, [found.entry], { lead: 'answer-in-line' }), context.known);
}

/** Nothing is said: what was offered last can still be taken. */
function silence(place: Place | undefined): StepOutcome {
  if (place === undefined) return { kind: 'done', effects: [] };
  const { flow, step, memo } = place;
  return { kind: 'ask', effects: [], next: `${flow}/${step}`, ...(memo === undefined ? {} : { memo }) };
}

/** What a message leads to that answers nothing that was asked in a flow. */
export function stillWaiting(context: TurnContext, answer: Answer): StepOutcome {
  const chosen = wait(answer, context.known);
  if (chosen !== undefined) return chosen;
  if (answer.picked !== undefined) return saying(context, places);

  const { place, feeling } = context;
  const ask = readLineAsk(answer.text);
  if (ask?.what === 'place') return saying(context, places);
  // once is enough: who says it again means it
  const again = ask?.what === 'leaving' && place?.flow === 'line' && place.step === 'leaving';
  if (ask?.what === 'leave' || again) return leaveLine(context.known);
  if (ask !== undefined) return askLeave(context.known);

  const cues = feeling?.evidence.map(({ cue }) => cue) ?? [];
  const told = cues.includes('asks-person') ? undefined : known(context);
  if (told !== undefined) return told;
  const restless = cues.some((cue) => cue !== undefined && impatient.has(cue));
  if (!isNoted(context)) return saying(context, notes);
  return restless || isHeated(context) ? saying(context, places) : silence(place);
}
