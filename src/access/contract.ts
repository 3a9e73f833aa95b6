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
  /** An admin has switched them off. */
  | 'off'
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

/** Somebody of the team, as admins see them. Times in milliseconds since 1970. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  /** As of their last sign-in: it comes from who vouches for them. */
  readonly role: string;
  /** The queues they serve; without it, all of them. */
  readonly queues?: readonly string[];
  /** Tickets they hold at once; without it, as many as is usual. */
  readonly capacity?: number;
  /** In which they write, as codes: en, de. */
  readonly languages: readonly string[];
  /** They cannot come in. */
  readonly off: boolean;
  readonly first: number;
  readonly seen: number;
  /** Raised by every change. */
  readonly version: number;
  /** Who has changed it last, by name. */
  readonly by?: string;
}

export interface PeopleAnswer {
  readonly people: readonly PersonRow[];
  /** Where the others begin. */
  readonly next?: number;
  /** What can be chosen, and what holds where nothing is. */
  readonly queues: readonly { readonly id: string; readonly title: string }[];
  readonly capacity: number;
}

/** All that is decided of a person here; `version` is that of the row which was changed. */
export type PersonBody = Pick<PersonRow, 'version' | 'name' | 'queues' | 'capacity' | 'languages' | 'off'>;

/** `changed`: somebody else was faster, and nothing was saved; the row is as it is now. */
export interface PersonAnswer {
  readonly kind: 'saved' | 'changed';
  readonly person: PersonRow;
}

export interface SignedOutAnswer {
  /** How many sign-ins have ended. */
  readonly ended: number;
}

/** What somebody of the team has done; the store adds when. */
export interface Deed {
  /** `operator`: at the command line of the server. */
  readonly who: Pick<Person, 'id' | 'name'> & { readonly role: Person['role'] | 'operator' };
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

/** What sort of thing a deed is about. */
export type AuditKind = 'ticket' | 'person' | 'reading' | 'reveal';

export interface AuditRow extends Deed {
  /** Rises with every deed. */
  readonly id: string;
  /** Milliseconds since 1970, by the store's own clock. */
  readonly at: number;
  /** Missing where an older release wrote it down under another name. */
  readonly kind?: AuditKind;
}

/** The newest first. */
export interface AuditAnswer {
  readonly deeds: readonly AuditRow[];
  /** Where the others begin: to be asked as `before`. */
  readonly next?: string;
}
