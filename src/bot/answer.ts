/** Questions: an answer, "did you mean", or a plain "I don't know that one" with the offer of a person. */
import { answerChoices, clarify, offer, offerToo } from '../../dialogs/index.js';
import type { Choice, Cue, Effect, StepOutcome, WordName } from '../conversation/index.js';
import { answerFor, type FaqEntry, type FaqResult, type Talk } from '../faq/index.js';
import { filesSaid, heardOf } from './as-kept.js';
import { isHeated, offersPerson } from './meeting.js';
import type { TurnContext } from './turn-context.js';

/** Asking more often only wears people out (Siemens iX conversation guideline). */
const mostFailures = 3;
const wordless = /^[^\p{L}\p{N}]*$/u;

const say = (text: string): Effect => ({ kind: 'say', reply: { text } });
const counted = (asked: ReturnType<typeof offer>, count: Effect): StepOutcome => ({
  ...asked,
  effects: [...asked.effects, count],
});

export function answerQuestion(context: TurnContext): StepOutcome {
  const { known, feeling, decision } = context;
  const { words, tone } = known;
  const text = heardOf(context.turn.said).trim();
  if (context.turn.said.whole !== undefined) return offer(words('too-long'), known, 'unanswered');
  if (wordless.test(text)) return answerWordless(context);

  if (decision.action === 'offer' && isIn(feeling, 'distress')) return offer(words('distress'), known, 'distress');

  if (context.switched) return { kind: 'done', effects: [say(words('switched'))] };
  const result = askBase(context);
  if (result.kind !== 'small-talk' && !hasAnswers(context)) return unspoken(context);
  switch (result.kind) {
    case 'answer':
      return answerWith(context, [result.entry, ...(result.more === undefined ? [] : [result.more])]);
    case 'clarify':
      if (praises(context)) return { kind: 'done', effects: [say(words('thanks'))] };
      return clarify(result.entries, known, { person: offersPerson(context) });
    case 'small-talk':
      if (decision.action === 'offer') return offer(words('offer', {}, tone), known, 'frustrated');
      return { kind: 'done', effects: [say(words(result.talk))] };
    case 'unknown':
      if (praises(context)) return { kind: 'done', effects: [say(words('thanks'))] };
      return maySuggest(context) && result.near.length > 0
        ? clarify(result.near, known, { unsure: true })
        : miss(context);
  }
}

/** As the base reads it: hostile words are not held against the question, and it may go on from the last answer. */
export function askBase({ hostile, knowledge: { faq }, language, memory, turn }: TurnContext): FaqResult {
  const after = faq.entry(memory.answered ?? '', language);
  const found = faq.ask(heardOf(turn.said).trim(), {
    language,
    ignore: hostile,
    ...(after !== undefined && { after }),
  });
  // what is known in another language alone is no answer here
  if (found.kind !== 'answer' || found.entry.lang === language) return found;
  return { kind: 'unknown', near: [], confidence: found.confidence };
}

/** Whether anything is known in the language of the conversation. */
const hasAnswers = ({ knowledge: { faq }, language }: Pick<TurnContext, 'knowledge' | 'language'>): boolean =>
  faq.languages.includes(language);

/** Nothing is known in their language: that is said in it, with the languages there are, and a person is offered. */
function unspoken(context: TurnContext): StepOutcome {
  const { known, knowledge } = context;
  const { speech, faq } = knowledge;
  const language = speech.languages.includes(context.language) ? context.language : speech.usual;
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const spoken = faq.languages.map((one) => names.of(one) ?? one);
  const languages = new Intl.ListFormat(language, { type: 'disjunction' }).format(spoken);
  return miss(context, known.words('unspoken', { languages }));
}

const isIn = (feeling: TurnContext['feeling'], state: Cue): boolean =>
  feeling?.evidence.some(({ cue }) => cue === state) ?? false;

/** Plain praise asks nothing. */
const praises = ({ feeling, known, turn }: TurnContext): boolean =>
  known.pleased && (feeling?.level ?? 0) >= 2 && !turn.said.text.includes('?');

/** What is only near is shown to who is calm, and not after a question or a list that did not help. */
const maySuggest = ({ known, memory, decision, place }: TurnContext): boolean =>
  known.tone === 'calm' && decision.action === 'stay' && memory.failures === 0 && place?.flow !== 'clarify';

/** Small talk that asks for nothing any more. */
const parting: ReadonlySet<Talk> = new Set(['thanks', 'bye', 'praise', 'no-harm', 'noted', 'worked', 'finished']);

/** Such words after the end belong to what is over; nothing when anything else is said. */
export function goodbye(context: TurnContext): readonly Effect[] | undefined {
  const { known, knowledge, turn, decision } = context;
  const text = heardOf(turn.said).trim();
  if (decision.action !== 'stay' || turn.said.whole !== undefined || wordless.test(text)) return undefined;
  const result = knowledge.faq.ask(text, { language: context.language });
  if (result.kind === 'small-talk' && parting.has(result.talk)) return [say(known.words(result.talk))];
  return result.kind !== 'answer' && praises(context) ? [say(known.words('thanks'))] : undefined;
}

/** After the third question in a row without an answer the case is handed off; before that, a person is offered. */
function miss({ known, memory, turn }: TurnContext, sentence?: string): StepOutcome {
  const missed: Effect = { kind: 'count', what: 'misses', about: turn.seq };
  if (memory.failures + 1 < mostFailures) {
    const name = memory.failures > 0 ? 'unknown-more' : 'unknown';
    return counted(offer(sentence ?? known.words(name, {}, known.tone), known, 'unanswered'), missed);
  }
  return { kind: 'hand-off', effects: [missed], reason: 'unanswered' };
}

/** Only signs or emoji: a good mood is thanked, a bad one offered a person. What a file shows only a person can see. */
function answerWordless({ known, feeling, turn }: TurnContext): StepOutcome {
  const { words, tone } = known;
  const sent = filesSaid(turn, words);
  if (sent !== undefined) return offer(sent, known, 'unanswered');
  const level = feeling?.level ?? 0;
  if (level < 0) return offer(words('offer', {}, tone), known, 'frustrated');
  const name = level > 0 && turn.said.text.trim() !== '' ? 'thanks' : 'empty';
  return { kind: 'done', effects: [say(words(name))] };
}

function answerWith(context: TurnContext, entries: readonly FaqEntry[]): StepOutcome {
  const { known, memory } = context;
  const { words, tone } = known;
  const [first] = entries;
  if (first === undefined) return { kind: 'pass' };
  // an answer that comes up again did not help the first time
  if (first.id === memory.answered)
    return counted(offer(words('unknown-again'), known, 'unanswered'), {
      kind: 'count',
      what: 'repeats',
      about: context.turn.seq,
    });

  const word = metBy(context);
  if (!offersPerson(context)) {
    const effects = answersFor(context, entries, { ...word, choices: answerChoices(known) });
    return { kind: 'ask', effects, next: 'answer/judged' };
  }
  const effects = answersFor(context, entries, word);
  const text = isHeated(context) ? words('offer-too') : words('offer', {}, tone);
  const asked = offerToo(text, known, 'frustrated');
  return { ...asked, effects: [...effects, ...asked.effects] };
}

/** Who is angry reads first that this was seen. */
const metBy = (context: TurnContext) => (isHeated(context) ? ({ lead: 'meets-anger' } as const) : {});

/** The answers, one reply each; the first begins with a word of its own, if any. */
export function answersFor(
  context: TurnContext,
  entries: readonly FaqEntry[],
  { lead, choices }: { readonly lead?: WordName | undefined; readonly choices?: readonly Choice[] },
): readonly Effect[] {
  const { known, knowledge, turn } = context;
  const { brand, faq } = knowledge;
  const { channel, customer, group = false } = turn.said;
  const named = { brand: brand.name };
  // where several people read along, nobody is addressed by name
  const values = customer.name === undefined || group ? named : { ...named, name: customer.name };
  const said = entries.map((entry, index): Effect => {
    const first = index === 0 && lead !== undefined ? `${known.words(lead)}\n\n` : '';
    const text = first + answerFor(entry, { channel, values });
    const last = index === entries.length - 1 && choices !== undefined;
    return { kind: 'say', reply: { text, faq: entry.id, base: faq.version, ...(last ? { choices } : {}) } };
  });
  return [...said, { kind: 'count', what: 'answers' }];
}

/** What is known to a question is told in the same turn that fetches a person for it. */
export function answerMeanwhile(context: TurnContext): readonly Effect[] {
  const found = askBase(context);
  if (found.kind !== 'answer' || found.entry.id === context.memory.answered) return [];
  return answersFor(context, [found.entry], metBy(context));
}

/** The answer that was picked from a list of titles. */
export function answerPicked(context: TurnContext, id: string): StepOutcome {
  const entry = context.knowledge.faq.entry(id, context.language);
  return entry === undefined ? answerQuestion(context) : answerWith(context, [entry]);
}
