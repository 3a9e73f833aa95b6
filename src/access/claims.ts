/** What a provider says of a person, read: who they are, and by the rules of the settings what they may do here. */
import { createHash } from 'node:crypto';
import type { Provider } from '../base/index.js';
import type { Person } from '../http/index.js';

export type Claims = Readonly<Record<string, unknown>>;

export type Read =
  | { readonly kind: 'person'; readonly person: Person }
  /** `says`: what stands in the claim. */
  | { readonly kind: 'no-role'; readonly id: string; readonly says: readonly string[]; readonly why?: string };

const textIn = (claims: Claims, name: string): string | undefined => {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** A claim by its name, or by its path where claims lie in each other: `realm_access.roles`. A name may have dots itself. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  const at = [...name.matchAll(/\./g)].map(({ index }) => index);
  for (const dot of at) {
    const inner = Object.hasOwn(claims, name.slice(0, dot)) ? claims[name.slice(0, dot)] : undefined;
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue;
    const found = claimAt(inner as Claims, name.slice(dot + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** One value, several, or several in one text with spaces or commas between them, which also counts as one. */
function valuesOf(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return [claim, ...claim.split(/[\s,]/)].filter((one) => one !== '');
  if (typeof claim === 'boolean' || typeof claim === 'number') return [String(claim)];
  return Array.isArray(claim) ? claim.filter((one) => typeof one === 'string') : [];
}

/** True when the claim is not where it would be looked for, so that the provider may be asked for more. */
export const lacksRole = (claims: Claims, { roleClaim }: Provider): boolean => claimAt(claims, roleClaim) === undefined;

/** The same person of the same provider is always the same here; no sign of theirs gets into a key of the store. */
const idOf = (issuer: string, subject: string): string =>
  createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('base64url')
    .slice(0, 22);

const longestName = 100;

/** Entra leaves groups out where there are too many of them, and says so. */
const tooMany = (claims: Claims, { roleClaim }: Provider): boolean => {
  const elsewhere = claims['_claim_names'];
  return (
    claims['hasgroups'] === true || (typeof elsewhere === 'object' && elsewhere !== null && roleClaim in elsewhere)
  );
};

/** `claims` are genuine: their signature, audience and age were checked. */
export function readClaims(claims: Claims & { readonly sub: string }, provider: Provider): Read {
  const says = valuesOf(claimAt(claims, provider.roleClaim));
  const id = idOf(provider.issuer, claims.sub);
  const rule = provider.rules.find(({ value }) => says.includes(value));
  if (rule === undefined) {
    const why = 'the person is in too many groups for a token: use app roles, or assign groups to the application';
    return { kind: 'no-role', id, says, ...(tooMany(claims, provider) ? { why } : {}) };
  }
  const name = ['name', 'preferred_username', 'email']
    .map((one) => textIn(claims, one))
    .find((one) => one !== undefined);
  return { kind: 'person', person: { id, name: (name ?? 'Somebody').slice(0, longestName), role: rule.role } };
}
