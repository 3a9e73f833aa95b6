/** Signing in and out, for the pages of the team. */
import type { Person } from '../http/contract.js';

export type SignInOptions =
  /** The demo people that the local sign-in offers. */
  | { readonly kind: 'local'; readonly brand: string; readonly people: readonly Person[] }
  /** A provider vouches for people: `begin` leads there. */
  | { readonly kind: 'provider'; readonly brand: string; readonly begin: string };

export interface SignInBody {
  readonly id: string;
}

/** Why a sign-in came to nothing; the page of the sign-in is opened with it: `/sign-in?fault=away`. */
export type SignInFault =
  /** The provider does not answer. */
  | 'away'
  /** They said no there, or turned back. */
  | 'denied'
  /** It took too long, or was begun in another window. */
  | 'stale'
  /** They have no role here. */
  | 'no-role'
  /** What the provider said was not to be believed; the log knows more. */
  | 'refused'
  | 'too-many';

export interface SignOutBody {
  /** Everywhere this person is signed in, and not in this browser alone. */
  readonly everywhere?: boolean;
}

export interface SignOutAnswer {
  /** Where they sign out at the provider, too. */
  readonly to?: string;
}

/** A sign-in of the person who asks. Times in milliseconds since 1970. */
export interface SessionRow {
  readonly id: string;
  /** The one that asks. */
  readonly own: boolean;
  readonly begun: number;
  readonly seen: number;
  readonly till: number;
  /** What the browser calls itself, and where it called from. */
  readonly browser: string;
  readonly address: string;
}

export interface SessionsAnswer {
  readonly sessions: readonly SessionRow[];
}

export interface EndSessionBody {
  readonly id: string;
}

/** What somebody of the team has done; the store adds when. */
export interface Deed {
  readonly who: Person;
  readonly what: string;
  /** The ticket, the episode; empty where it is about none, `forgotten` where that was erased or is not kept any more. */
  readonly about: string;
  readonly asked: unknown;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly outcome: string;
  /** The address. */
  readonly from: string;
}
