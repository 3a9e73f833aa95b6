/** What the admins' pages need of the server. */
import type {
  AuditAnswer,
  AuditKind,
  PeopleAnswer,
  PersonAnswer,
  PersonBody,
  SignedOutAnswer,
} from '../../access/contract.js';
import type { Person } from '../../http/contract.js';

/** Every call rejects with an error whose message can be shown. */
export interface AdminPort {
  me(): Promise<Person>;
  people(wanted: { readonly words: string; readonly from: number }): Promise<PeopleAnswer>;
  save(person: string, body: PersonBody): Promise<PersonAnswer>;
  signOut(person: string): Promise<SignedOutAnswer>;
  audit(wanted: AuditWanted & { readonly before?: string }): Promise<AuditAnswer>;
}

export interface AuditWanted {
  readonly who: string;
  readonly kind?: AuditKind;
  /** Milliseconds since 1970, both included; without them, all that is kept. */
  readonly from?: number;
  readonly to?: number;
}
