/**
 * The walk of one message, read from top to bottom. Pure: it only says what is to happen; `settle` makes all of it
 * happen or nothing.
 */
import { flows, stillThere, wait } from '../../dialogs/index.js';
import {
  type Effect,
  type Episode,
  faqChoice,
  type Memory,
  placeOf,
  type Reason,
  resume,
  type StepOutcome,
  type Turn,
} from '../conversation/index.js';
import { boostMs } from '../escalation/index.js';
import { answerPicked, answerQuestion } from './answer.js';
import { byDesk, deskFacts, lineWords, placeSlots, placeWords, promisedPace } from './desk-words.js';
import { thinkableTurn } from './thinkable.js';
import { tellsOfEntries, withFates } from './fates.js';
import { type Mind, remember, type Scene, setScene, whoAsks, withEffort } from './scene.js';

/** Decides what one message leads to. */
export function decideTurn(whole: Turn, mind: Mind): readonly Effect[] {
  const turn = thinkableTurn(whole);
  if (turn.seq === 0) return fellSilent(turn, mind);

  const survey = answerSurvey(turn, mind);
  if (survey !== undefined) return survey;

  const scene = setScene(turn, mind);
  const outcome = onePlace(scene, step(scene));
  const effects = [...scene.opening, ...carryOut(scene, outcome)];
  // who declines a person has not been failed again: no later message may fetch one for that alone
  const memory = turn.said.value === 'not-now' ? { ...scene.memory, failures: 0 } : scene.memory;
  return withEffort(turn, [...withFates(memory, effects), remember(asking(scene, memory, effects), outcome, effects)]);
}

/** Remembers which message asked, once it has an answer or a choice of some; a tapped choice is not the question. */
function asking({ turn: { said, seq } }: Scene, memory: Memory, effects: readonly Effect[]): Memory {
  const tapped = faqChoice.idOf(said.value ?? '') !== undefined;
  return !tapped && effects.some(tellsOfEntries) ? { ...memory, asked: seq } : memory;
}

function step(scene: Scene): StepOutcome {
  const { said } = scene.turn;
  // a person has it: the message is theirs to answer
  if (scene.state === 'assigned') return { kind: 'done', effects: [] };

  const resumed = scene.place === undefined ? undefined : resume(flows, scene.place, { said, known: scene.known });
  if (scene.state === 'waiting') {
    return resumed === undefined || resumed.kind === 'pass' ? wait(said, scene.known, stillWaiting(scene)) : resumed;
  }

  if (said.value === 'person') return { kind: 'hand-off', effects: [], reason: 'asked' };
  if (said.value === 'not-now' && resumed?.kind === 'done') return resumed;
  if (scene.decision.action === 'hand-off') return { kind: 'hand-off', effects: [], reason: because(scene) };
  if (resumed?.kind === 'answer') return answerPicked(scene, resumed.faq);
  if (resumed !== undefined && resumed.kind !== 'pass') return resumed;
  return answerQuestion(scene);
}

/** Who waits for a person elsewhere, or has one there, keeps that place: they are told so once, and helped on here. */
function onePlace(scene: Scene, outcome: StepOutcome): StepOutcome {
  const { turn, mind } = scene;
  if (outcome.kind !== 'hand-off' || turn.elsewhere === undefined) return outcome;
  const text = mind.words(turn.elsewhere === 'waiting' ? 'waits-elsewhere' : 'helped-elsewhere');
  const told = turn.recent.some((entry) => entry.role === 'assistant' && entry.text === text);
  const counts = outcome.effects.filter(({ kind }) => kind === 'count');
  const telling: StepOutcome = { kind: 'done', effects: [...counts, { kind: 'say', reply: { text } }] };
  if (!told || outcome.reason === 'asked') return telling;
  const answered = answerQuestion(scene);
  return answered.kind === 'hand-off' ? telling : answered;
}

/** The outcome of a step as effects; a hand-off opens the ticket and tells the customer where they stand. */
function carryOut(scene: Scene, outcome: StepOutcome): readonly Effect[] {
  if (outcome.kind === 'hand-off') return [...openTicket(scene, outcome.reason), ...whatNext(scene, outcome)];
  return outcome.kind === 'ask' || outcome.kind === 'done' ? outcome.effects : [];
}

function openTicket({ turn, mind, memory, decision, known }: Scene, reason: Reason): readonly Effect[] {
  const promised = promisedPace(turn.line, known.desk);
  return [
    { kind: 'count', what: 'escalations' },
    {
      kind: 'queue',
      boostMs: boostMs(mind.policy, { mood: memory.mood, ...whoAsks(turn) }),
      reason,
      receipt: decision.receipt,
      ...(promised === undefined ? {} : { promised }),
    },
  ];
}

/** What the flow says of it, or else where the customer stands. */
function whatNext({ known, turn }: Scene, outcome: Extract<StepOutcome, { kind: 'hand-off' }>): readonly Effect[] {
  if (outcome.next !== undefined) return outcome.effects;
  const { words, desk, tone } = known;
  const name = byDesk(desk, { somebody: 'hand-off', nobody: 'hand-off-nobody', closed: 'hand-off-closed' } as const);
  const text = words(name, placeSlots(words, turn.line, desk), tone).trim();
  const message = { title: words('leave-message'), value: 'leave-message' };
  const reply = desk.somebody ? { text } : { text, choices: [message] };
  return [...outcome.effects, { kind: 'say', reply, place: placeWords }];
}

function because({ decision }: Scene): Reason {
  const names = decision.receipt.signals.map((signal) => signal.name);
  if (names.includes('asks-person')) return 'asked';
  const heaviest = decision.receipt.signals.toSorted((a, b) => b.points - a.points)[0]?.name;
  return heaviest === 'bot-failed' ? 'unanswered' : 'frustrated';
}

function stillWaiting({ turn, known: { words, desk } }: Scene): string {
  const name = byDesk(desk, { somebody: 'waiting-note', nobody: 'waiting-nobody', closed: 'waiting-closed' } as const);
  return words(name, lineWords(words, turn.line, desk)).trim();
}

/** Later than this, nobody means the survey any more. */
const surveyLasts = 60 * 60_000;

/** After the end: the score and the comment. Anything else opens a new episode. */
function answerSurvey(turn: Turn, mind: Mind): readonly Effect[] | undefined {
  const { episode, said, line } = turn;
  if (episode?.state !== 'closed' || episode.memory.place?.flow !== 'survey') return undefined;
  const { place, ...memory } = episode.memory;
  if (turn.at - (turn.recent.at(-1)?.at ?? 0) > surveyLasts) return undefined;
  // said while the case was being closed: nobody had asked yet
  if (turn.recent.some(({ role, seq }) => role === 'seam' && seq > turn.seq)) return undefined;
  if (setScene(turn, mind).decision.action === 'hand-off') return undefined;
  const known = { words: mind.words, tone: 'calm', memory, line, desk: deskFacts(turn, mind.hours) } as const;
  const outcome = resume(flows, place, { said, known });
  if (outcome.kind !== 'ask' && outcome.kind !== 'done') return undefined;
  return [...outcome.effects, remember(memory, outcome, [])];
}

/** An episode nobody has spoken in for long ends; what it was worth is judged by what happened last. */
function fellSilent(turn: Turn, mind: Mind): readonly Effect[] {
  const { episode } = turn;
  if (episode?.state === 'waiting') return silentInLine(turn, episode, mind);
  if (episode?.state !== 'bot') return [];
  const { counts, memory } = episode;
  const gaveUp = (counts.escalations ?? 0) > (counts['handed-back'] ?? 0);
  const answered = (counts.answers ?? 0) + (counts['handed-back'] ?? 0) > 0 && memory.failures === 0;
  const outcome = gaveUp ? 'gave-up' : answered ? 'assumed' : 'unanswered';
  return withEffort(turn, [{ kind: 'end', outcome }]);
}

/**
 * Nothing was heard or seen of a customer in the line: they are asked, and let go when they do not answer that either.
 * Who left a message waits as long as it takes; and nobody is let go while no one could have come.
 */
function silentInLine(turn: Turn, { memory, contact }: Episode, { words, hours }: Mind): readonly Effect[] {
  if (contact !== undefined || !deskFacts(turn, hours).somebody) return [];
  if (memory.place?.flow === 'waiting' && memory.place.step === 'silent') {
    return withEffort(turn, [{ kind: 'end', outcome: 'gave-up', seam: { text: words('left-silent') } }]);
  }
  const asked = stillThere({ words });
  return asked.kind === 'ask'
    ? [...asked.effects, { kind: 'remember', memory: { ...memory, place: placeOf(asked) } }]
    : [];
}
