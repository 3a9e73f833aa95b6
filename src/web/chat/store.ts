/** The thread as this page knows it: pure steps from what the wire brings. Every step may be repeated or come late. */
import type { Status, WarmlineData, WireActivity } from '../../channels/direct-line/contract.js';
import { isStatus } from './frames.js';

export type Choice = NonNullable<WarmlineData['choices']>[number];
export type Speaker = NonNullable<WarmlineData['role']>;

export interface Line {
  /** The same from the optimistic bubble to its echo, so that nothing on screen is replaced. */
  readonly key: string;
  /** The server's number; lines are in its order. */
  readonly seq: number;
  readonly speaker: Speaker;
  readonly text: string;
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
  readonly name?: string;
  readonly choices?: readonly Choice[];
  readonly form?: 'scale' | 'comment';
  readonly mark?: NonNullable<WarmlineData['mark']>;
}

/**
 * What was written here and has not come back yet. `held`: too much came at once, and it is sent by itself after a pause.
 * `refused`: the server will not take it, ever.
 */
export interface Unsent {
  readonly key: string;
  readonly text: string;
  readonly choice?: string;
  readonly at: number;
  readonly state: 'sending' | 'held' | 'failed' | 'refused';
}

export interface ChatState {
  readonly lines: readonly Line[];
  readonly outbox: readonly Unsent[];
  readonly status: Status;
  /** Somebody is writing since then, by the page's clock. */
  readonly typing?: number;
  /** What was here before cannot be opened any more: this is another conversation. */
  readonly anew?: true;
}

export const emptyChat: ChatState = { lines: [], outbox: [], status: { state: 'assistant' } };

const speakerOf = (activity: WireActivity): Speaker =>
  activity.channelData?.role ?? (activity.from.role === 'user' ? 'customer' : 'assistant');

function lineOf(activity: WireActivity, last: number): Line {
  const { id, text = '', timestamp, channelData: data = {}, suggestedActions } = activity;
  const choices = data.choices ?? suggestedActions?.actions.map(({ title, value }) => ({ title, value }));
  const name = data.by ?? activity.from.name;
  return {
    key: data.clientActivityID ?? id ?? `seq-${data.seq ?? last}`,
    seq: data.seq ?? last,
    speaker: speakerOf(activity),
    text,
    at: timestamp === undefined ? 0 : Date.parse(timestamp),
    ...(name === undefined ? {} : { name }),
    ...(choices === undefined || choices.length === 0 ? {} : { choices }),
    ...(data.form === undefined ? {} : { form: data.form }),
    ...(data.mark === undefined ? {} : { mark: data.mark }),
  };
}

const sameLine = (a: Line, b: Line) => a.key === b.key || a.seq === b.seq;

/** Puts a line in its place; one that is already there changes nothing. */
function placed(lines: readonly Line[], line: Line): readonly Line[] {
  const last = lines.at(-1);
  if (last === undefined || line.seq > last.seq) return [...lines, line];
  if (lines.some((held) => sameLine(held, line))) return lines;
  return [...lines, line].sort((a, b) => a.seq - b.seq);
}

const quiet = ({ lines, outbox, status, anew }: ChatState): ChatState =>
  anew === undefined ? { lines, outbox, status } : { lines, outbox, status, anew };

function heard(state: ChatState, activity: WireActivity, now: number): ChatState {
  const line = lineOf(activity, (state.lines.at(-1)?.seq ?? 0) + 1);
  const lines = placed(state.lines, line);
  if (lines === state.lines && line.speaker !== 'customer') return state;
  const outbox = state.outbox.filter((unsent) => unsent.key !== line.key);
  const mine = outbox.length < state.outbox.length;
  if (line.speaker !== 'customer') return { ...quiet(state), lines };
  // our own words are in: while the assistant has the word, it is working on them
  return mine && state.status.state === 'assistant'
    ? { ...state, lines, outbox, typing: now }
    : { ...state, lines, outbox };
}

function one(state: ChatState, activity: WireActivity, now: number): ChatState {
  if (activity.type === 'message') return heard(state, activity, now);
  if (activity.type === 'typing') return speakerOf(activity) === 'customer' ? state : { ...state, typing: now };
  const { name, value } = activity;
  return name === 'warmline/status' && isStatus(value) ? { ...state, status: value } : state;
}

/** `now`: the page's clock. */
export const received = (state: ChatState, activities: readonly WireActivity[], now: number): ChatState =>
  activities.reduce((held, activity) => one(held, activity, now), state);

/** Written here, or tried once more: a known key keeps its place. */
export function sending(state: ChatState, unsent: Omit<Unsent, 'state'>): ChatState {
  const fresh: Unsent = { ...unsent, state: 'sending' };
  const known = state.outbox.some(({ key }) => key === unsent.key);
  const outbox = known
    ? state.outbox.map((held) => (held.key === unsent.key ? fresh : held))
    : [...state.outbox, fresh];
  return { ...state, outbox };
}

export const unsent = (state: ChatState, key: string, as: 'held' | 'failed' | 'refused'): ChatState => ({
  ...state,
  outbox: state.outbox.map((held) => (held.key === key ? { ...held, state: as } : held)),
});

/** A new conversation: what was written and not sent goes with us. */
export const restarted = (state: ChatState): ChatState => ({ ...emptyChat, outbox: state.outbox, anew: true });
