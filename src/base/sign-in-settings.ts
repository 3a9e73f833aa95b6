/** Settings of the sign-in: who vouches for people, which role they have, and how long they stay signed in. */
import { z } from 'zod';

const roles = ['agent', 'supervisor', 'manager', 'admin'] as const;

/** Who has this value has this role. */
export interface RoleRule {
  readonly role: (typeof roles)[number];
  readonly value: string;
}

const text = z.string().trim().min(1);
const loopback = ['127.0.0.1', '[::1]', 'localhost'];

/** Over https, or on this computer, where nobody listens in. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash } = new URL(value);
  const safe = protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname));
  return safe && search === '' && hash === '';
}

/** `agent=Support,admin=Ops`: a value may contain equals signs, and a role may have several. */
function readRules(given: string): readonly RoleRule[] | undefined {
  const rules = given.split(',').map((one): RoleRule | undefined => {
    const at = one.indexOf('=');
    const role = roles.find((name) => name === one.slice(0, at).trim());
    const value = one.slice(at + 1).trim();
    return role === undefined || at < 0 || value === '' ? undefined : { role, value };
  });
  return rules.every((rule) => rule !== undefined) ? rules : undefined;
}

const ruleList = text.transform((given, context): readonly RoleRule[] => {
  const rules = readRules(given);
  if (rules !== undefined) return rules;
  context.addIssue({
    code: 'custom',
    message: `must be like agent=Support,admin=Ops, with the roles ${roles.join(', ')}`,
  });
  return z.NEVER;
});

export const signInSettings = {
  OIDC_ISSUER: text
    .refine(isIssuer, { error: 'must be like https://sign-in.example.com/realm (http on this computer only)' })
    .optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_ROLE_CLAIM: text.default('roles'),
  OIDC_ROLES: ruleList.optional(),
  OIDC_SCOPES: text.default('openid profile email'),
  AUDIT_DAYS: z.coerce.number().int().min(1).max(3650).default(400),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(1440).default(120),
  SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(12),
};

/** The provider that vouches for people. */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  /** Where the claims of a person name what they are. */
  readonly roleClaim: string;
  /** Who fits several has the first. */
  readonly rules: readonly RoleRule[];
}

interface Given {
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_CLIENT_ID?: string | undefined;
  readonly OIDC_CLIENT_SECRET?: string | undefined;
  readonly OIDC_ROLE_CLAIM: string;
  readonly OIDC_ROLES?: readonly RoleRule[] | undefined;
  readonly OIDC_SCOPES: string;
}

/** Undefined where nobody vouches for people: then there is the local sign-in. */
export function providerOf(config: Given): Provider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ROLES: rules } = config;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || rules === undefined)
    return undefined;
  return { issuer, clientId, clientSecret, rules, scopes: config.OIDC_SCOPES, roleClaim: config.OIDC_ROLE_CLAIM };
}
