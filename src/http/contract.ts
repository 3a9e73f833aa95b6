/** Signing in, for the desk and the insights pages. */
export type PersonRole = 'agent' | 'manager';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole;
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
