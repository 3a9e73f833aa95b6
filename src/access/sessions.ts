/**
 * Who is signed in. A browser holds a secret and nothing else; the store knows its hash, and what belongs to it. It is
 * asked for every call, so that a session is over for all processes at once.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Ids } from '../base/index.js';
import type { Person } from '../http/index.js';
import type { PersonRecord, SessionStore } from '../store/index.js';
import type { SessionRow } from './contract.js';
import { createCookie } from './cookie.js';

export interface SessionSettings {
  /** The cookie is sent over https only. */
  readonly secure: boolean;
  /** Milliseconds without a call after which a session ends, and after which it ends at the latest. */
  readonly idleMs: number;
  readonly ageMs: number;
  /** Who vouches for people: sessions of another, or of before, are none. */
  readonly issuer: string;
}

interface SessionOptions {
  readonly store: SessionStore;
  readonly ids: Ids;
  readonly settings: SessionSettings;
  /** Whether this person may still come in. */
  readonly admits: (person: Person) => boolean;
}

export interface Held {
  /** The hash of its secret. */
  readonly session: string;
  readonly person: Person;
  /** What the provider wants to see when they sign out there. */
  readonly hint?: string;
}

export interface From {
  readonly cookies: string | undefined;
  readonly browser: string | undefined;
  readonly address: string;
}

export interface Sessions {
  /** Whose cookie this is; undefined when nobody's. */
  person(cookies: string | undefined): Promise<Person | undefined>;
  held(cookies: string | undefined): Promise<Held | undefined>;
  /**
   * Begins one with a new secret, in place of the one this browser had, and of all that have another
   * role; answers the cookie to set. `person` is as who
   * vouches for them says. Undefined when they are switched off here.
   */
  begin(person: Person, from: From, hint?: string): Promise<string | undefined>;
  /** Ends these of a person, or all; answers how many there were. */
  end(person: string, sessions?: readonly string[]): Promise<number>;
  /** Where this person is signed in, the newest first. */
  of(held: Held): Promise<readonly SessionRow[]>;
  /** The cookie that takes the session away. */
  readonly none: string;
}

const kept = z.object({
  issuer: z.string(),
  person: z.object({
    id: z.string(),
    name: z.string(),
    role: z.enum(['agent', 'supervisor', 'manager', 'admin']),
  }),
  hint: z.string().exactOptional(),
  browser: z.string().default(''),
  address: z.string().default(''),
});

/** Who they are here: whose role it is says the provider, all the rest what is kept of them now. */
function personOf(vouched: Person, known: PersonRecord | undefined): Person {
  if (known === undefined) return vouched;
  const { name, queues, capacity } = known;
  return {
    ...vouched,
    name,
    ...(queues === undefined ? {} : { queues }),
    ...(capacity === undefined ? {} : { capacity }),
  };
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
/** A secret is no longer; what is, is looked for nowhere. */
const longestSecret = 100;
const longestName = 200;

/** Nobody goes on as what they are no more. */
async function endOtherRoles(
  { store, settings }: Pick<SessionOptions, 'store' | 'settings'>,
  { id, role }: Person,
): Promise<void> {
  const all = await store.of(id, settings.idleMs);
  const others = all.filter(({ about }) => kept.parse(JSON.parse(about)).person.role !== role);
  const sessions = others.map(({ session }) => session);
  await store.end(id, sessions);
}

export function createSessions({ store, ids, settings, admits }: SessionOptions): Sessions {
  const { secure, idleMs, ageMs, issuer } = settings;
  const cookie = createCookie('session', secure);
  const secretIn = (cookies: string | undefined): string | undefined => {
    const secret = cookie.read(cookies) ?? '';
    return secret === '' || secret.length > longestSecret ? undefined : secret;
  };

  async function held(cookies: string | undefined): Promise<Held | undefined> {
    const secret = secretIn(cookies);
    if (secret === undefined) return undefined;
    const session = hashOf(secret);
    const found = await store.find(session, idleMs);
    if (found === undefined) return undefined;
    const { person, hint, issuer: by } = kept.parse(JSON.parse(found.about));
    if (by !== issuer || !admits(person)) return undefined;
    return { session, person: personOf(person, found.known), ...(hint === undefined ? {} : { hint }) };
  }

  return {
    held,
    person: async (cookies) => (await held(cookies))?.person,
    async begin(person, { cookies, browser = '', address }, hint) {
      await endOtherRoles({ store, settings }, person);
      const [before, secret] = [secretIn(cookies), `${ids.next()}${ids.next()}`.replaceAll('-', '')];
      const { id, name, role } = person;
      const who = { id, name, role };
      const about = { issuer, person: who, browser: browser.slice(0, longestName), address, ...(hint && { hint }) };
      const how = { idle: idleMs, age: ageMs, ...(before === undefined ? {} : { replaces: hashOf(before) }) };
      const row = { person: id, name, role, about: JSON.stringify(about) };
      const begun = await store.begin({ session: hashOf(secret), ...row, ...how });
      if (!begun) return undefined;
      return cookie.write(secret, Math.floor(ageMs / 1000));
    },
    end: (person, sessions) => store.end(person, sessions),
    async of({ person, session: own }) {
      const all = await store.of(person.id, idleMs);
      const rows = all.map(({ session, about, ...times }): SessionRow => {
        const { browser, address } = kept.parse(JSON.parse(about));
        return { id: session, own: session === own, ...times, browser, address };
      });
      return rows.sort((one, other) => other.begun - one.begun);
    },
    none: cookie.write('', 0),
  };
}
