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

/** One value or several. A text is one, whatever stands in it: "Former Admin" is not "Admin". */
function valuesOf(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return [claim];
  if (typeof claim === 'boolean' || typeof claim === 'number') return [String(claim)];
  return Array.isArray(claim) ? claim.filter((one) => typeof one === 'string') : [];
}

const unverified = 'the provider does not say that this address is theirs (email_verified)';

const isAddress = (name: string): boolean => /(?:^|\.)email$/.test(name);

/** An address is a sign of a person only when the provider has made sure that it is theirs. */
const isProven = (claims: Claims, name: string): boolean =>
  !isAddress(name) || claims['email_verified'] === true || claims['email_verified'] === 'true';

/** True when the claim is not where it would be looked for, so that the provider may be asked for more. */
export const lacksRole = (claims: Claims, { roleClaim }: Provider): boolean =>
  claimAt(claims, roleClaim) === undefined || (isAddress(roleClaim) && claims['email_verified'] === undefined);

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

/** Why somebody has no role, where the claim alone does not say. */
function whyNone(claims: Claims, provider: Provider): { readonly why?: string } {
  if (tooMany(claims, provider)) {
    return { why: 'the person is in too many groups for a token: use app roles, or assign groups to the application' };
  }
  return isProven(claims, provider.roleClaim) ? {} : { why: unverified };
}

/** `claims` are genuine: their signature, audience and age were checked. */
export function readClaims(claims: Claims & { readonly sub: string }, provider: Provider): Read {
  const says = valuesOf(claimAt(claims, provider.roleClaim));
  const id = idOf(provider.issuer, claims.sub);
  const proven = isProven(claims, provider.roleClaim);
  const rule = proven ? provider.rules.find(({ value }) => says.includes(value)) : undefined;
  if (rule === undefined) return { kind: 'no-role', id, says, ...whyNone(claims, provider) };
  const name = ['name', 'preferred_username', 'email']
    .filter((one) => isProven(claims, one))
    .map((one) => textIn(claims, one))
    .find((one) => one !== undefined);
  return { kind: 'person', person: { id, name: (name ?? 'Somebody').slice(0, longestName), role: rule.role } };
}
