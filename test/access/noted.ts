/** A line of the audit, as an admin reads it: what the tests look at. */
export interface Noted {
  readonly who: { readonly id: string; readonly name: string; readonly role: string };
  readonly what: string;
  readonly outcome: string;
  readonly from: string;
  readonly before?: { readonly agent?: string };
  readonly after?: { readonly agent?: string };
}
