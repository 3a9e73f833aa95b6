/**
 * The walk of one message, read from top to bottom. Pure: it only says what is to happen; `commit` makes all of it
 * happen or nothing.
 */
import { flows, stillThere } from '../../dialogs/index.js';
import { maskPersonal } from '../base/index.js';
import {
  type Answer,
  type Count,
  type Effect,
  type Episode,
  faqChoice,
  maskOfContact,
  type Memory,
  owesAnswer,
  type Picked,
  placeOf,
  resume,
  type StepOutcome,
  type Turn,
} from '../conversation/index.js';
import { handedOff, offered } from '../escalation/index.js';
import { heardOf, withNotices } from './as-kept.js';
import { answerMeanwhile, answerPicked, answerQuestion, goodbye } from './answer.js';
import { deskFacts } from './desk-words.js';
import { because, type HandOff, handOff, isFirst, openTicket, raise, raiseElsewhere, urgentWords } from './hand-off.js';
import { stillWaiting } from './in-line.js';
import { thinkableTurn } from './thinkable.js';
import { tellsOfEntries, withEntryOutcomes } from './entry-outcomes.js';
import {
  afterEnd,
  inLanguage,
  type Knowledge,
  languageBefore,
  remember,
  type TurnContext,
  openContext,
} from './turn-context.js';

/** Letters of a word or two. */
const mostOfAWord = 25;

/** Decides what one message leads to. */
export function decideTurn(whole: Turn, knowledge: Knowledge): readonly Effect[] {
  const turn = thinkableTurn(whole);
  if (turn.seq === 0) return fellSilent(turn, knowledge);
  const context = inItsLanguage(openContext(turn, knowledge));
  return withNotices(turn, context.known.words, answerTurn(context));
}

function answerTurn(context: TurnContext): readonly Effect[] {
  if (context.picked.kind === 'stale') return tooLate(context);
  const over = afterTheEnd(context);
  if (over !== undefined) return over;

  const outcome = onePlace(context, step(context));
  const effects = [...context.opening, ...carryOut(context, outcome)];
  const memory = after(context, outcome);
  return [...withEntryOutcomes(memory, effects), remember(asking(context, memory, effects), outcome, effects)];
}

/** The first word of a conversation may be too short to tell its language, and yet be just what is known in another one. */
function inItsLanguage(context: TurnContext): TurnContext {
  const { picked, turn, language, knowledge, state } = context;
  const known = turn.episode?.memory.language !== undefined || turn.said.text.length > mostOfAWord;
  if (known || picked.kind !== 'words' || state !== 'bot') return context;
  const found = knowledge.faq.ask(heardOf(turn.said), { language });
  if (found.kind === 'small-talk') return inLanguage(context, found.tongue ?? language);
  return found.kind === 'answer' ? inLanguage(context, found.entry.lang) : context;
}

/** The memory that the next message finds. */
function after({ memory, knowledge, picked }: TurnContext, outcome: StepOutcome): Memory {
  if (outcome.kind === 'hand-off') return { ...memory, mood: handedOff(knowledge.policy, memory.mood) };
  if (offersBeside(outcome)) return { ...memory, mood: offered(knowledge.policy, memory.mood) };
  // a customer who declines a person has not been failed once more: that alone must not lead to a hand-off later
  return valueOf(picked) === 'not-now' ? { ...memory, failures: 0 } : memory;
}

/** A person was offered with an answer, or with what it may be. */
function offersBeside(outcome: StepOutcome): boolean {
  const has = (what: Count) => (effect: Effect) => effect.kind === 'count' && effect.what === what;
  if (outcome.kind !== 'ask' || !outcome.effects.some(has('offers'))) return false;
  return outcome.effects.some(has('answers')) || outcome.effects.some(has('clarified'));
}

const valueOf = (picked: Picked): string | undefined => (picked.kind === 'choice' ? picked.value : undefined);

/**
 * Remembers which message asked the question that was answered or led to "did you mean"; a title picked from those is not
 * the question.
 */
function asking({ turn: { seq }, place, picked }: TurnContext, memory: Memory, effects: readonly Effect[]): Memory {
  const title = place?.flow === 'clarify' && faqChoice.idOf(valueOf(picked) ?? '') !== undefined;
  return !title && effects.some(tellsOfEntries) ? { ...memory, asked: seq } : memory;
}

function answerOf({ turn: { said }, picked, knowledge: { privacy } }: TurnContext): Answer {
  const value = valueOf(picked);
  const { written } = said;
  const contact = written === undefined ? {} : { contact: maskPersonal(written, maskOfContact(privacy)).text };
  return { ...said, ...contact, ...(value === undefined ? {} : { picked: value }) };
}

/** Where the flow goes on that the conversation waits in. */
const resumed = (context: TurnContext): StepOutcome | undefined =>
  context.place && resume(flows, context.place, { said: answerOf(context), known: context.known });

function step(context: TurnContext): StepOutcome {
  const { picked } = context;
  if ((context.state === 'assigned' || context.state === 'waiting') && isFirst(context)) return raise(context);
  // a person has the case, and answers the message
  if (context.state === 'assigned') return { kind: 'done', effects: isOwed(context) ? [] : [{ kind: 'no-answer' }] };

  const value = valueOf(picked);
  // what the survey asks is about an episode that is over
  const flow = context.place?.flow === 'survey' ? undefined : resumed(context);
  if (context.state === 'waiting') {
    return flow === undefined || flow.kind === 'pass' ? stillWaiting(context, answerOf(context)) : flow;
  }

  // the offer knows why it was made
  if (value === 'person' && picked.kind === 'choice' && picked.pressed && flow?.kind !== 'hand-off') {
    return handOff('asked');
  }
  if (context.decision.action === 'hand-off') return handOff(because(context));
  if (flow?.kind === 'answer') return answerPicked(context, flow.faq);
  if (flow !== undefined && flow.kind !== 'pass') return flow;
  const starter = faqChoice.idOf(value ?? '');
  return starter === undefined ? answerQuestion(context) : answerPicked(context, starter);
}

/** Whether this message leaves a person owing an answer; a choice that came too late asks for none. */
function isOwed({ turn: { said, seq, recent }, feeling, picked }: TurnContext): boolean {
  const before = recent.filter((entry) => entry.seq < seq);
  const own = { role: 'customer', text: said.text, ...(feeling === undefined ? {} : { feeling }) } as const;
  return owesAnswer(picked.kind === 'stale' ? before : [...before, own]);
}

/**
 * A customer who waits for a person in another conversation, or has one there, keeps that place: they read so once, and the
 * assistant goes on helping them here. What cannot wait moves that place to the front.
 */
function onePlace(context: TurnContext, outcome: StepOutcome): StepOutcome {
  const { turn } = context;
  if (outcome.kind !== 'hand-off' || turn.elsewhere === undefined) return outcome;
  const place = context.known.words(turn.elsewhere === 'waiting' ? 'waits-elsewhere' : 'helped-elsewhere');
  const text = [urgentWords(context, outcome.reason), place].filter(Boolean).join(' ');
  if (isFirst(context)) return raiseElsewhere(context, text);
  const told = turn.recent.some((entry) => entry.role === 'assistant' && entry.text === text);
  const counts = outcome.effects.filter(({ kind }) => kind === 'count');
  const telling: StepOutcome = { kind: 'done', effects: [...counts, { kind: 'say', reply: { text } }] };
  if (!told || outcome.reason === 'asked') return telling;
  const answered = answerQuestion(context);
  return answered.kind === 'hand-off' ? telling : answered;
}

/** Whoever is angry, or was failed too often, gets the answer that is known with the person who is fetched. */
function withAnswer(context: TurnContext, outcome: HandOff): HandOff {
  const { decision, picked } = context;
  const wanted = outcome.reason === 'frustrated' || outcome.reason === 'unanswered';
  if (!wanted || decision.action !== 'hand-off' || picked.kind !== 'words') return outcome;
  return { ...outcome, effects: [...outcome.effects, ...answerMeanwhile(context)] };
}

/** The outcome of a step as effects; a hand-off opens the ticket and tells the customer where they stand. */
function carryOut(context: TurnContext, outcome: StepOutcome): readonly Effect[] {
  if (outcome.kind === 'hand-off') return openTicket(context, withAnswer(context, outcome));
  return outcome.kind === 'ask' || outcome.kind === 'done' ? outcome.effects : [];
}

const replied: Effect = { kind: 'count', what: 'replies' };

/** A choice that is not on offer any more does nothing; the customer reads where things stand, with new choices. */
function tooLate(context: TurnContext): readonly Effect[] {
  const { turn, state, known, offered } = context;
  const { words } = known;
  const { asked, standing } = offered;
  const names = { waiting: 'stale-waiting', assigned: 'stale-agent', closed: 'stale', bot: 'stale' } as const;
  const name = state === 'bot' && asked.choices.length > 0 ? 'stale-asked' : names[state];
  const { choices } = asked.choices.length > 0 ? asked : standing;
  const text = [words(name, { name: turn.episode?.agent ?? '' }), asked.legend].filter(Boolean).join('\n');
  const extras = {
    ...(choices.length > 0 ? { choices } : {}),
    ...(asked.form === undefined ? {} : { form: asked.form }),
  };
  const said: Effect = { kind: 'say', reply: { text, about: turn.seq, ...extras } };
  // it opens nothing
  if (turn.episode === undefined) return [said];
  return [...(state === 'assigned' && !isOwed(context) ? [{ kind: 'no-answer' } as const] : []), replied, said];
}

/** Flows that may go on after the end, because what they ask is about it. */
const lasting: readonly (string | undefined)[] = ['survey', 'offer'];

/** After the end: the score, the comment, and a word of thanks. Anything else opens a new episode. */
function afterTheEnd(context: TurnContext): readonly Effect[] | undefined {
  const { turn, place, picked, decision } = context;
  if (!afterEnd(turn) || turn.episode === undefined || decision.action === 'hand-off') return undefined;
  if (picked.kind === 'choice' && picked.value === 'person') return undefined;
  const outcome = lasting.includes(place?.flow) ? resumed(context) : undefined;
  if (outcome?.kind === 'ask' || outcome?.kind === 'done') {
    const { place: _, ...left } = turn.episode.memory;
    return [replied, ...outcome.effects, remember(left, outcome, [])];
  }
  const parting = picked.kind === 'words' ? goodbye(context) : undefined;
  return parting && [replied, ...parting];
}

/** An episode without a message for a long time ends; its outcome is judged by what happened last. */
function fellSilent(turn: Turn, knowledge: Knowledge): readonly Effect[] {
  const { episode } = turn;
  if (episode?.state === 'waiting') return silentInLine(turn, episode, knowledge);
  if (episode?.state !== 'bot') return [];
  const { counts, memory, helped } = episode;
  const gaveUp = (counts.escalations ?? 0) > (counts['handed-back'] ?? 0);
  const answered = ((counts.answers ?? 0) > 0 || helped) && memory.failures === 0;
  const outcome = gaveUp ? 'gave-up' : answered ? 'assumed' : 'unanswered';
  return [{ kind: 'end', outcome }];
}

/**
 * A customer in the line has not been heard of: they are asked whether they are still there, and leave the line when they
 * do not answer. A customer who left a message stays, and so does everybody while the desk is closed or empty.
 */
function silentInLine(turn: Turn, { memory, contact }: Episode, { speech, hours }: Knowledge): readonly Effect[] {
  const language = languageBefore(turn, speech);
  const words = speech(language);
  if (contact !== undefined || !deskFacts(turn, { hours, words, language }).somebody) return [];
  if (memory.place?.flow === 'waiting' && memory.place.step === 'silent') {
    return [{ kind: 'end', outcome: 'gave-up', notice: { text: words('left-silent') } }];
  }
  const asked = stillThere({ words });
  return asked.kind === 'ask'
    ? [...asked.effects, { kind: 'remember', memory: { ...memory, place: placeOf(asked) } }]
    : [];
}
