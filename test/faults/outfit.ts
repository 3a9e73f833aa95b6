/** How a server under fire differs from the product's: its times are short, and it may be another release. */
import type { Timing } from '../../src/store/index.js';
import { newer, type Patch } from './patches.js';

export interface Outfit {
  readonly timing: Timing;
  readonly rounds: { readonly wakeMs: number; readonly sweepMs: number };
  readonly patches: readonly Patch[];
  readonly release: 'older' | 'newer';
}

export const patchesOf = ({ patches, release }: Outfit): readonly Patch[] =>
  release === 'newer' ? [...patches, ...newer] : patches;
