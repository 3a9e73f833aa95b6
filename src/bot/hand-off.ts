/** A person is fetched: why, how far ahead in the line, and what the customer hears of it. */
import {
  type DeskFacts,
  type Effect,
  type Reason,
  reasons,
  type StepOutcome,
  type WordName,
} from '../conversation/index.js';
import { boostMs } from '../escalation/index.js';
import { byDesk, placeSlots, placeWords, promisedPace } from './desk-words.js';
import { type TurnContext, whoAsks } from './turn-context.js';

export type HandOff = Extract<StepOutcome, { kind: 'hand-off' }>;

export const handOff = (reason: Reason): HandOff => ({ kind: 'hand-off', effects: [], reason });

const has = ({ decision }: TurnContext, name: string): boolean =>
  decision.receipt.signals.some((signal) => signal.name === name);

/** Danger comes before everything, a wish for a person before what else was felt. */
export function because(context: TurnContext): Reason {
  if (has(context, 'danger') || has(context, 'self-harm')) return 'danger';
  if (has(context, 'fraud')) return 'fraud';
  if (has(context, 'distress')) return 'distress';
  if (has(context, 'asks-person')) return 'asked';
  const heaviest = context.decision.receipt.signals.toSorted((a, b) => b.points - a.points)[0]?.name;
  return heaviest === 'bot-failed' ? 'unanswered' : 'frustrated';
}

/** Whether it cannot wait for anything: no answer, no flow and no other ticket comes before it. */
export const isFirst = (context: TurnContext): boolean =>
  context.decision.action === 'hand-off' && reasons[because(context)].first === true;

function boostFor({ turn, knowledge, memory, decision }: TurnContext, reason: Reason): number {
  const { receipt } = decision;
  return boostMs(knowledge.policy, { mood: memory.mood, ...whoAsks(turn), reason, receipt });
}

/** The effects of a hand-off: the ticket, and what the customer hears. */
export function openTicket(context: TurnContext, outcome: HandOff): readonly Effect[] {
  const { turn, decision, known } = context;
  const promised = promisedPace(turn.line, known.desk);
  return [
    { kind: 'count', what: 'escalations' },
    {
      kind: 'queue',
      boostMs: boostFor(context, outcome.reason),
      reason: outcome.reason,
      receipt: decision.receipt,
      ...(promised === undefined ? {} : { promised }),
    },
    ...whatNext(context, outcome),
  ];
}

/** What the company says at once to somebody in danger, robbed or in distress. */
function urgentName(context: TurnContext, reason: Reason): WordName | undefined {
  if (reason === 'danger') return has(context, 'danger') ? 'danger' : 'self-harm';
  return reason === 'fraud' || reason === 'distress' ? reason : undefined;
}

/** The sentence of the company, in the language it was told in. */
export function urgentWords(context: TurnContext, reason: Reason): string | undefined {
  const name = urgentName(context, reason);
  return name && context.known.words(name);
}

function urgentText({ known: { words, desk } }: TurnContext, sentence: string): string {
  const line = byDesk(desk, { somebody: 'urgent-line', nobody: 'urgent-nobody', closed: 'urgent-closed' } as const);
  return `${sentence} ${words(line)}`;
}

const leaveMessage = (context: TurnContext, text: string, { somebody }: DeskFacts) =>
  somebody ? { text } : { text, choices: [{ title: context.known.words('leave-message'), value: 'leave-message' }] };

/** What the flow says of it, or else where the customer stands. */
function whatNext(context: TurnContext, outcome: HandOff): readonly Effect[] {
  if (outcome.next !== undefined) return outcome.effects;
  const { words, desk, tone } = context.known;
  const sentence = urgentWords(context, outcome.reason);
  if (sentence !== undefined)
    return [...outcome.effects, { kind: 'say', reply: leaveMessage(context, urgentText(context, sentence), desk) }];
  const name = byDesk(desk, { somebody: 'hand-off', nobody: 'hand-off-nobody', closed: 'hand-off-closed' } as const);
  const text = words(name, placeSlots(words, context.turn.line, desk), tone).trim();
  const told: Effect = { kind: 'say', reply: leaveMessage(context, text, desk), place: placeWords(words) };
  return [...outcome.effects, told, ...apart(context)];
}

/** What several read is offered to be told alone. */
function apart({ turn: { said }, known: { words } }: TurnContext): readonly Effect[] {
  return said.group === true ? [{ kind: 'say', reply: { text: words('group-apart') } }] : [];
}

/**
 * The person's one place is in another conversation: it comes first from now on, and whoever gets it reads there what was
 * said here.
 */
export function raiseElsewhere(context: TurnContext, place: string): StepOutcome {
  const { turn, decision, known } = context;
  const reason = because(context);
  const { text, whole = text } = turn.said;
  const raised: Effect = {
    kind: 'raise',
    boostMs: boostFor(context, reason),
    reason,
    receipt: decision.receipt,
    elsewhere: { text: known.words('told-elsewhere', { text: whole }) },
  };
  return { kind: 'done', effects: [raised, { kind: 'say', reply: { text: place } }] };
}

/** A ticket is there already: it comes first from now on, and who is still in the line is told what to do, once. */
export function raise(context: TurnContext): StepOutcome {
  const { turn, decision, state, known } = context;
  const reason = because(context);
  const { receipt } = decision;
  const raised: Effect = { kind: 'raise', boostMs: boostFor(context, reason), reason, receipt };
  const sentence = urgentWords(context, reason);
  if (state === 'assigned' || sentence === undefined) return { kind: 'done', effects: [raised] };
  const text = urgentText(context, sentence);
  const told = turn.recent.some((entry) => entry.role === 'assistant' && entry.text === text);
  const reply = leaveMessage(context, text, known.desk);
  return { kind: 'done', effects: told ? [raised] : [raised, { kind: 'say', reply }] };
}
