/** What every part of the admins' pages is given. */
import type { ComponentType } from 'preact';
import type { Person } from '../../http/contract.js';
import type { Toasts } from '../kit/live-region.js';
import type { Audit } from './audit.js';
import type { People } from './people.js';

export interface Page {
  readonly me: Person;
  readonly people: People;
  readonly audit: Audit;
  /** Which of them the address names. */
  readonly shown: 'people' | 'audit';
  readonly toasts: Toasts;
  /** Midnight of the present day is told from it. */
  readonly now: () => number;
  readonly ThemeButton: ComponentType;
}
