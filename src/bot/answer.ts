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
const counted = (asked: ReturnType<typeof offer>, count: Effect): StepOutcome => ({
  ...asked,
  effects: [...asked.effects, count],
});

export function answerQuestion(scene: Scene): StepOutcome {
  const { known, mind, feeling, decision } = scene;
  const { words, tone } = known;
  const text = scene.turn.said.text.trim();
  if (scene.turn.said.whole !== undefined) return offer(words('too-long'), known, 'unanswered');
  if (wordless.test(text)) return answerWordless(scene);

  const result = mind.faq.ask(text, { ignore: feeling === undefined ? [] : hostileSpans(feeling) });
  switch (result.kind) {
    case 'answer':
      return answerWith(scene, [result.entry, ...(result.more === undefined ? [] : [result.more])]);
    case 'clarify':
      if (praises(scene)) return { kind: 'done', effects: [say(words('thanks'))] };
      return clarify(result.entries, known);
    case 'small-talk':
      if (decision.action === 'offer') return offer(words('offer', {}, tone), known, 'frustrated');
      return { kind: 'done', effects: [say(words(result.talk))] };
    case 'unknown':
      return praises(scene) ? { kind: 'done', effects: [say(words('thanks'))] } : miss(scene);
  }
}

/** Plain praise asks nothing. */
const praises = ({ feeling, known, turn }: Scene): boolean =>
  known.pleased && (feeling?.level ?? 0) >= 2 && !turn.said.text.includes('?');

/** Thanks and farewells after the end belong to what is over; nothing when anything else is said. */
export function goodbye(scene: Scene): readonly Effect[] | undefined {
  const { known, mind, turn, decision } = scene;
  const text = turn.said.text.trim();
  if (decision.action !== 'stay' || turn.said.whole !== undefined || wordless.test(text)) return undefined;
  const result = mind.faq.ask(text, { ignore: [] });
  if (result.kind === 'small-talk' && (result.talk === 'thanks' || result.talk === 'bye'))
    return [say(known.words(result.talk))];
  return result.kind !== 'answer' && praises(scene) ? [say(known.words('thanks'))] : undefined;
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
  const level = feeling?.level ?? 0;
  if (level < 0) return offer(words('offer', {}, tone), known, 'frustrated');
  const name = level > 0 && turn.said.text.trim() !== '' ? 'thanks' : 'empty';
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
  return { ...asked, effects: [...effects, ...asked.effects] };
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
