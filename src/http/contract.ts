/** Signing in, for the desk and the insights pages. */
/** A supervisor is an agent who may take over or close any ticket. */
export type PersonRole = 'agent' | 'supervisor' | 'manager';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole;
  /** The queues they serve; without it, all of them. */
  readonly queues?: readonly string[];
}

export interface SignInOptions {
  readonly brand: string;
  /** The demo people that the local sign-in offers. */
  readonly people: readonly Person[];
}

export interface SignInBody {
  readonly id: string;
}

export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string };
}
