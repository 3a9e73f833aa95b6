/** The flow engine: a flow is a named set of steps, a step a pure function from what was said to an outcome. */
import { withoutEnd } from '../base/index.js';
import type { Choice, Effect, LineFacts, Memory, Message, Place } from './episode.js';
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

export type Step = (said: Message, known: Known) => StepOutcome;

export interface Flow {
  readonly name: string;
  readonly steps: Readonly<Record<string, Step>>;
}

/** Resumes the flow that `place` names; a flow or step that no longer exists passes. */
export function resume(
  flows: readonly Flow[],
  place: Place,
  call: { said: Message; known: Omit<Known, 'memo'> },
): StepOutcome {
  const step = flows.find((flow) => flow.name === place.flow)?.steps[place.step];
  return step ? step(call.said, { ...call.known, memo: place.memo ?? {} }) : { kind: 'pass' };
}

/** Where `ask` waits. */
export function placeOf({ next, memo }: Pick<Extract<StepOutcome, { kind: 'ask' }>, 'next' | 'memo'>): Place {
  const [flow = '', step = ''] = next.split('/');
  return memo === undefined ? { flow, step } : { flow, step, memo };
}

const plain = (text: string) => withoutEnd(text.trim().toLowerCase(), '.!?');

/** The choice that was tapped, or typed word for word. */
export function chosen(said: Message, choices: readonly Choice[]): string | undefined {
  const tapped = choices.find((choice) => choice.value === said.value);
  if (tapped !== undefined) return tapped.value;
  const typed = plain(said.text);
  return choices.find((choice) => plain(choice.title) === typed)?.value;
}
