/** A planted bug: what it breaks, and how it is planted. */
import type { Patch } from './patches.js';
import type { RuleName } from './rules/index.js';
import type { RunOptions } from './run.js';

export interface Mutant {
  readonly breaks: RuleName;
  readonly bug: string;
  readonly patches: readonly Patch[];
  /** Faults without which the bug does no harm; its servers are processes then. */
  readonly faults?: readonly string[];
  /** What else is special in its run. */
  readonly run?: Partial<Pick<RunOptions, 'crowd' | 'customers' | 'soonMs' | 'suspicionMs' | 'milliseconds'>>;
}

export const patch = (file: string, from: string, to: string): Patch => ({ file, from, to });
