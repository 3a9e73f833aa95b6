/** What is masked in a message, shown to who may see it. */
import type { PersonalKind } from '../../base/index.js';

export interface RevealBody {
  readonly epoch: number;
  /** The number of the message. */
  readonly entry: number;
  readonly kind: PersonalKind;
}

export interface RevealAnswer {
  readonly kind: 'revealed';
  /** Each with the place and the length of the mask that stands for it in the words that are kept. */
  readonly shown: readonly { readonly text: string; readonly at: number; readonly length: number }[];
}
