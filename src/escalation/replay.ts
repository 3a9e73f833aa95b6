/** What a policy would have done on past conversations: the same log gives the same answer, always. */
import { type Decision, type Feeling, freshMood, type Mood } from '../conversation/index.js';
import { decide } from './decide.js';
import { failedAnswer } from './failures.js';
import type { Policy } from './policy.js';
import { reasonWords } from './reasons.js';

export interface PastTurn {
  readonly role: 'customer' | 'assistant' | 'agent';
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at?: number;
  /** The customer only took a choice: the words are ours, and nothing was decided from them. */
  readonly choice?: true;
}

export interface PastConversation {
  readonly id: string;
  readonly turns: readonly PastTurn[];
  /** Should a person have been fetched? */
  readonly label?: boolean;
}

export interface PastDecision {
  /** Which turn of the conversation, from 0. */
  readonly turn: number;
  readonly action: Decision['action'];
  readonly points: number;
  readonly reasons: readonly string[];
  readonly frustration: number;
}

export interface Replayed {
  readonly id: string;
  readonly decisions: readonly PastDecision[];
}

type Read = (text: string, before: { assistant?: string; customer: readonly string[] }) => Feeling;

interface State {
  readonly mood: Mood;
  readonly customer: readonly string[];
  readonly answers: readonly string[];
  readonly failures: number;
}

const fresh: State = { mood: freshMood, customer: [], answers: [], failures: 0 };

/** An agent's words are read like the assistant's, but only the assistant's answers can fail. */
function receive(state: State, { role, text }: PastTurn): State {
  const failures = role === 'assistant' && failedAnswer(text, state.answers) ? state.failures + 1 : 0;
  return { ...state, answers: [...state.answers, text], failures };
}

export function replay(policy: Policy, read: Read, { id, turns }: PastConversation): Replayed {
  let state = fresh;
  const decisions: PastDecision[] = [];
  turns.forEach((turn, index) => {
    if (turn.role !== 'customer') {
      state = receive(state, turn);
      return;
    }
    if (turn.choice) return;
    const { customer, answers, failures } = state;
    const assistant = answers.at(-1);
    const feeling = read(turn.text, assistant === undefined ? { customer } : { assistant, customer });
    const input = { mood: state.mood, feeling, text: turn.text, before: customer, failures, contacts: 0 };
    const { decision, mood } = decide(policy, input);
    state = { ...state, mood, customer: [...customer, turn.text] };
    const { action, receipt } = decision;
    const { frustration } = feeling;
    decisions.push({ turn: index, action, points: receipt.points, reasons: reasonWords(receipt), frustration });
  });
  return { id, decisions };
}

const ranks = { stay: 0, offer: 1, 'hand-off': 2 } as const;

/** The decision that went furthest, the first of equals; `undefined` when the customer said nothing. */
export function outcomeOf({ decisions }: Replayed): PastDecision | undefined {
  return decisions.reduce<PastDecision | undefined>(
    (best, next) => (best && ranks[best.action] >= ranks[next.action] ? best : next),
    undefined,
  );
}

export interface Tally {
  readonly conversations: number;
  readonly offers: number;
  readonly handOffs: number;
  /** Where the log has labels: called a person for nothing, and missed somebody who needed one. */
  readonly falseAlarms?: number;
  readonly missed?: number;
  readonly labelled?: number;
  /** Most tickets in one hour, where the log has times: hand-offs, and offers as if all were taken. */
  readonly busiestHour?: number;
}

const hour = 3_600_000;

function busiest(log: readonly PastConversation[], done: readonly Replayed[]): number | undefined {
  const hours = new Map<number, number>();
  log.forEach(({ turns }, i) => {
    const replayed = done[i];
    const outcome = replayed && outcomeOf(replayed);
    const at = outcome && outcome.action !== 'stay' ? turns[outcome.turn]?.at : undefined;
    if (at !== undefined) hours.set(Math.floor(at / hour), (hours.get(Math.floor(at / hour)) ?? 0) + 1);
  });
  return hours.size > 0 ? Math.max(...hours.values()) : undefined;
}

/** `done` is the replay of `log`, in the same order. */
export function tally(log: readonly PastConversation[], done: readonly Replayed[]): Tally {
  const actions = done.map((replayed) => outcomeOf(replayed)?.action ?? 'stay');
  const count = (test: (action: Decision['action'], label: boolean | undefined) => boolean): number =>
    actions.filter((action, i) => test(action, log[i]?.label)).length;
  const labelled = count((_, label) => label !== undefined);
  const peak = busiest(log, done);
  return {
    conversations: log.length,
    offers: count((action) => action === 'offer'),
    handOffs: count((action) => action === 'hand-off'),
    ...(labelled === 0
      ? {}
      : {
          labelled,
          falseAlarms: count((action, label) => label === false && action !== 'stay'),
          missed: count((action, label) => label === true && action === 'stay'),
        }),
    ...(peak === undefined ? {} : { busiestHour: peak }),
  };
}
