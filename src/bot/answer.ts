/** Questions: an answer, "did you mean", or a plain "I don't know that one" with the offer of a person. */
import { answerChoices, clarify, offer } from '../../dialogs/index.js';
import type { Effect, StepOutcome } from '../conversation/index.js';
import { answerFor, type FaqEntry } from '../faq/index.js';
import { hostileSpans } from '../sentiment/index.js';
import type { Scene } from './scene.js';

/** More clarifying tries than this only wear people out (Siemens iX conversation guideline). */
const mostFailures = 3;
const wordless = /^[^\p{L}\p{N}]*$/u;

const say = (text: string): Effect => ({ kind: 'say', reply: { text } });
const counted = (outcome: StepOutcome, count: Effect): StepOutcome =>
  outcome.kind === 'ask' ? { ...outcome, effects: [...outcome.effects, count] } : outcome;

export function answerQuestion(scene: Scene): StepOutcome {
  const { known, mind, feeling, decision } = scene;
  const { words, tone } = known;
  const text = scene.turn.said.text.trim();
  if (scene.turn.said.whole !== undefined) return offer(words('too-long'), known, 'unanswered');
  if (wordless.test(text)) return answerWordless(scene);

  const result = mind.faq.ask(text, { ignore: hostileSpans(feeling) });
  switch (result.kind) {
    case 'answer':
      return answerWith(scene, [result.entry, ...(result.more === undefined ? [] : [result.more])]);
    case 'clarify':
      return clarify(result.entries, known);
    case 'small-talk':
      if (decision.action === 'offer') return offer(words('offer', {}, tone), known, 'frustrated');
      return { kind: 'done', effects: [say(words(result.talk))] };
    case 'unknown':
      return miss(scene);
  }
}

/** The third question in a row without an answer fetches a person; before that, one is offered. */
function miss({ known, memory, turn }: Scene): StepOutcome {
  const missed: Effect = { kind: 'count', what: 'misses', about: turn.seq };
  if (memory.failures + 1 < mostFailures) {
    return counted(offer(known.words('unknown', {}, known.tone), known, 'unanswered'), missed);
  }
  return { kind: 'hand-off', effects: [missed], reason: 'unanswered' };
}

/** Only signs or emoji: a good mood is thanked, a bad one offered a person. */
function answerWordless({ known, feeling, turn }: Scene): StepOutcome {
  const { words, tone } = known;
  if (feeling.level < 0) return offer(words('offer', {}, tone), known, 'frustrated');
  const name = feeling.level > 0 && turn.said.text.trim() !== '' ? 'thanks' : 'empty';
  return { kind: 'done', effects: [say(words(name))] };
}

function answerWith(scene: Scene, entries: readonly FaqEntry[]): StepOutcome {
  const { known, decision, memory } = scene;
  const { words, tone } = known;
  const [first] = entries;
  if (first === undefined) return { kind: 'pass' };
  // the same answer twice has not helped the first time
  if (first.id === memory.answered)
    return counted(offer(words('unknown-again'), known, 'unanswered'), {
      kind: 'count',
      what: 'repeats',
      about: scene.turn.seq,
    });

  const effects = giveAnswers(scene, entries);
  if (decision.action !== 'offer') return { kind: 'ask', effects, next: 'answer/judged' };
  const asked = offer(words('offer', {}, tone), known, 'frustrated');
  return asked.kind === 'ask' ? { ...asked, effects: [...effects, ...asked.effects] } : asked;
}

function giveAnswers({ known, mind, turn }: Scene, entries: readonly FaqEntry[]): readonly Effect[] {
  const { brand, faq } = mind;
  const { channel, customer, group = false } = turn.said;
  // what is said to several is said to nobody by name
  const values = customer.name === undefined || group ? { brand } : { brand, name: customer.name };
  const said = entries.map((entry, index): Effect => {
    const last = index === entries.length - 1;
    const text = answerFor(entry, { channel, values });
    const reply = { text, faq: entry.id, base: faq.version, ...(last ? { choices: answerChoices(known) } : {}) };
    return { kind: 'say', reply };
  });
  return [...said, { kind: 'count', what: 'answers' }];
}

/** The answer that was picked from a list of titles. */
export function answerPicked(scene: Scene, id: string): StepOutcome {
  const entry = scene.mind.faq.entry(id);
  return entry === undefined ? answerQuestion(scene) : answerWith(scene, [entry]);
}
