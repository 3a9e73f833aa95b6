/** The flow engine: a flow is a named set of steps, a step a pure function from what was said to an outcome. */
import { nothingOffered, type Offered } from './choosing.js';
import type { Effect } from './effect.js';
import type { LineFacts, Memory, Message, Place } from './episode.js';
import type { Tone } from './feeling.js';
import type { Reason } from './names.js';
import type { Words } from './words.js';

/** Whether a person can be promised. */
export interface DeskFacts {
  /** Somebody is at the desk, within its hours. */
  readonly somebody: boolean;
  /** Out of hours: when the desk opens, in words; empty when that is not known. */
  readonly opens?: string;
}

/** What a step may know besides the message. */
export interface Known {
  readonly words: Words;
  readonly tone: Tone;
  readonly memory: Memory;
  readonly line: LineFacts;
  readonly desk: DeskFacts;
  /** Of the case: see `Episode`. */
  readonly grave: boolean;
  /** The message reads as pleased, and means it. */
  readonly pleased: boolean;
  /** They were asked in this case how easy it was: a case that was closed and goes on asks no second time. */
  readonly surveyed: boolean;
  readonly memo: Readonly<Record<string, string>>;
}

export type StepOutcome =
  /** Say something and wait for the answer in `next`, named `flow/step`. */
  | {
      readonly kind: 'ask';
      readonly effects: readonly Effect[];
      readonly next: string;
      readonly memo?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'done'; readonly effects: readonly Effect[] }
  /** Open a ticket. With `next`, the flow goes on there instead of telling the place in the line. */
  | {
      readonly kind: 'hand-off';
      readonly effects: readonly Effect[];
      readonly reason: Reason;
      readonly next?: string;
    }
  /** Give this FAQ entry. */
  | { readonly kind: 'answer'; readonly faq: string }
  /** The message was not meant for this flow: leave it, and walk on as if it had not been there. */
  | { readonly kind: 'pass' };

/** A message, and which of the choices on offer it takes. */
export interface Answer extends Message {
  /** What may be kept of it as a way to reach them, where that is more than may be shown. */
  readonly contact?: string;
  readonly picked?: string;
}

export interface Step {
  /** What can be chosen while the conversation waits here, and nowhere else. */
  readonly offers?: (known: Pick<Known, 'words' | 'desk' | 'memo'>) => Offered;
  readonly take: (said: Answer, known: Known) => StepOutcome;
}

export interface Flow {
  readonly name: string;
  readonly steps: Readonly<Record<string, Step>>;
}

const stepOf = (flows: readonly Flow[], place: Place | undefined): Step | undefined =>
  flows.find((flow) => flow.name === place?.flow)?.steps[place?.step ?? ''];

/** What is on offer where the conversation waits. */
export function offeredAt(
  flows: readonly Flow[],
  place: Place | undefined,
  known: Pick<Known, 'words' | 'desk'>,
): Offered {
  return stepOf(flows, place)?.offers?.({ ...known, memo: place?.memo ?? {} }) ?? nothingOffered;
}

/** Resumes the flow that `place` names; a flow or step that no longer exists passes. */
export function resume(
  flows: readonly Flow[],
  place: Place,
  call: { said: Answer; known: Omit<Known, 'memo'> },
): StepOutcome {
  return stepOf(flows, place)?.take(call.said, { ...call.known, memo: place.memo ?? {} }) ?? { kind: 'pass' };
}

/** Where `ask` waits. */
export function placeOf({ next, memo }: Pick<Extract<StepOutcome, { kind: 'ask' }>, 'next' | 'memo'>): Place {
  const [flow = '', step = ''] = next.split('/');
  return memo === undefined ? { flow, step } : { flow, step, memo };
}
