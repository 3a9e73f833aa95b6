/** What every part of the insights page is given, and its ways from one place to another. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Person } from '../../http/contract.js';
import type { Insights } from './insights.js';
import type { RangeName } from './range.js';
import type { Definitions } from './types.js';

/** What a control is given that opens the rows of a figure. */
export interface Press {
  readonly 'data-rows': string;
  readonly 'data-hour'?: number | undefined;
  readonly onClick: () => void;
}

export interface Page {
  readonly insights: Insights;
  readonly me: Person;
  /** Midnight of the present day. */
  readonly today: ReadonlySignal<number>;
  readonly definitions: ReadonlySignal<Definitions>;
  /** The tile whose definition is open. */
  readonly defined: Signal<string | undefined>;
  readonly chooseRange: (name: RangeName) => void;
  /** Goes to the rows of a figure, of the whole period or of the hour that begins then. */
  readonly showCases: (measure?: string, hour?: number) => void;
  readonly press: (measure: string, hour?: number) => Press;
  readonly openCase: (id: string) => void;
  readonly closeCase: () => void;
  /** The address of a case, for opening it in another tab. */
  readonly caseLink: (id: string) => string;
  readonly ThemeButton: ComponentType;
}
