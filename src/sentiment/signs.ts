/** A message becomes a list of signs; what each kind of sign is worth is one row of a table (see layer.ts). */
import type { Cue } from '../conversation/index.js';

export const signNames = [
  'bad-word',
  'good-word',
  'bad-errand',
  'good-errand',
  'outrage',
  'negated-good',
  'negated-bad',
  'asks-person',
  'repetition',
  'waiting',
  'threat',
  'giving-up',
  'not-understood',
  'profanity',
  'sarcasm',
  'shouting',
  'thanks',
  'polite',
  'trouble',
  'calm',
  'others',
  'exclaim',
  'doubled',
  'held',
  'trailing',
  'question',
  'length',
  'short',
  'opening',
  'rejects',
  'denies',
  'accepts',
  'failed-before',
  'let-down',
  'short-no',
  'closes',
  'again',
  'corrects',
  'elsewhere',
  'declines',
  'answers',
  'in-vain',
] as const;
export type SignName = (typeof signNames)[number];

export interface Sign {
  readonly name: SignName;
  /** How much of it there is, about 0..1.5. */
  readonly value: number;
  /** Where it stands in the clipped text; what stands nowhere has a short name instead. */
  readonly seen: Span | string;
  readonly cue?: Cue;
}

/** A stretch of the clipped text, end excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
