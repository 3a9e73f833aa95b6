/** Who is signed in, and what an answer looks like that says no. */
/** A supervisor is an agent who may take over or close any ticket; an admin sets up who may come in, and serves nobody. */
export type PersonRole = 'agent' | 'supervisor' | 'manager' | 'admin';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole;
  /** The queues they serve; without it, all of them. */
  readonly queues?: readonly string[];
  /** Tickets they hold at once; without it, as many as is usual. */
  readonly capacity?: number;
}

export type { ErrorCode } from '../base/index.js';

export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string };
}
