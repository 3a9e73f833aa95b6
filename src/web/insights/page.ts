/** What every part of the insights page is given, and its ways from one place to another. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Person } from '../../http/contract.js';
import type { Insights } from './insights.js';
import type { RangeName } from './range.js';
import type { Definitions, Outcome } from './types.js';

export interface Page {
  readonly insights: Insights;
  readonly me: Person;
  /** Midnight of the present day. */
  readonly today: ReadonlySignal<number>;
  readonly definitions: ReadonlySignal<Definitions>;
  /** The tile whose definition is open. */
  readonly defined: Signal<string | undefined>;
  readonly chooseRange: (name: RangeName) => void;
  /** Goes to the list of cases, with one outcome only if that is given. */
  readonly showCases: (outcome?: Outcome) => void;
  readonly openCase: (id: string) => void;
  readonly closeCase: () => void;
  /** The address of a case, for opening it in another tab. */
  readonly caseLink: (id: string) => string;
  readonly ThemeButton: ComponentType;
}
