/** Everything the desk's page shows, in signals; the rooms of the desk write to it, the panes read it. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Person } from '../../http/contract.js';
import type { Draft } from './drafts.js';
import { emptyLine, type LineState, type Looking } from './line.js';
import type { News } from './news.js';
import type { Talk } from './talk.js';
import type { TicketRow } from './types.js';
import type { Unsent } from './unsent.js';

export type LeavingAction = 'close' | 'hand-back' | 'release' | 'pass';

/** What this agent has just let go of, while it can be undone: nobody was told yet. */
export interface Leaving {
  readonly ticket: TicketRow;
  /** The newest entry when it was let go of. */
  readonly seen: number;
  readonly action: LeavingAction;
  /** It was counted as one of today. */
  readonly counted: boolean;
  /** Until when it can be undone, by the server's clock. */
  readonly till: number;
}

export interface DeskState {
  readonly me: Signal<Person | undefined>;
  readonly line: Signal<LineState>;
  readonly talk: Signal<Talk | undefined>;
  /** Of all conversations: what the server has not taken yet. */
  readonly unsent: ReadonlySignal<readonly Unsent[]>;
  /** What stands in the composer of the open ticket. */
  readonly draft: Signal<Draft>;
  /** What became of the last act, in one sentence. */
  readonly notice: Signal<string | undefined>;
  /** What the feed brought that is worth telling, at its last word. */
  readonly news: Signal<readonly News[]>;
  /** The ticket of the act that is under way; empty while the next in line is claimed. */
  readonly acting: Signal<string | undefined>;
  /** What can be undone right now. */
  readonly leaving: Signal<Leaving | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  readonly here: Signal<boolean>;
}

export function createState(unsent: DeskState['unsent']): DeskState {
  const acting = signal<string | undefined>();
  return {
    me: signal(undefined),
    line: signal(emptyLine),
    talk: signal(undefined),
    unsent,
    draft: signal({ text: '', note: false }),
    notice: signal(undefined),
    news: signal([]),
    acting,
    leaving: signal(undefined),
    busy: computed(() => acting.value !== undefined),
    here: signal(true),
  };
}

export const myId = (state: DeskState): string => state.me.value?.id ?? '';

export const looking = (state: DeskState, now: number): Looking => ({
  me: myId(state),
  open: state.talk.value?.id,
  now,
});

/** Changes the open conversation, if it is still the one that is meant. */
export function changeTalk(state: DeskState, id: string, change: (talk: Talk) => Talk): void {
  const talk = state.talk.value;
  if (talk?.id === id) state.talk.value = change(talk);
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

export const isMissing = (error: unknown): boolean => hasCode(error, 'not-found');

/** What was shown of it is not kept any more. */
export const isErased = (error: unknown): boolean => hasCode(error, 'gone');

/** Trying again would not help: the server understood, and said no. */
export function isRefused(error: unknown): boolean {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return isMissing(error);
  return error.status >= 400 && error.status < 500 && ![401, 408, 425, 429].includes(error.status);
}

/** What of a conversation an agent must know to be unsent: it failed, or nobody is looking at it. */
export function unsentOf({ unsent, talk }: DeskState, ticket?: string): number {
  const open = talk.value?.id;
  return unsent.value.filter(
    (one) => (ticket === undefined || one.ticket === ticket) && (one.state === 'failed' || one.ticket !== open),
  ).length;
}

export const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message ? error.message : 'The server did not answer.';
