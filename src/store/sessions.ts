/** Sessions of those who work here. The store knows a session by the hash of its secret, which only a browser has. */
import { teamShard } from './keys.js';
import { orderOf, type PersonRecord, readPerson } from './people.js';
import type { Run } from './run.js';

/** Times in milliseconds since 1970. */
export interface Session {
  readonly person: string;
  /** What was written down at its beginning. */
  readonly about: string;
  readonly begun: number;
  /** When it was used last, to a twentieth of the time after which it ends unused. */
  readonly seen: number;
  /** When it ends at the latest. */
  readonly till: number;
  /** What is kept of the person now; nothing where the session is older than that. */
  readonly known?: PersonRecord;
}

interface Begin {
  /** The hash of its secret. */
  readonly session: string;
  readonly person: string;
  /** As who vouches for them says. */
  readonly name: string;
  readonly role: string;
  readonly about: string;
  /** The one that the same browser had before, whosever it was: it ends. */
  readonly replaces?: string;
  /** Milliseconds. */
  readonly idle: number;
  readonly age: number;
}

/** All reject `unavailable`. `idle`: milliseconds without a call after which a session is over. */
export interface SessionStore {
  /** False: they are switched off, and no session has begun. */
  begin(session: Begin): Promise<boolean>;
  find(session: string, idle: number): Promise<Session | undefined>;
  /** Those of a person that are not over. */
  of(
    person: string,
    idle: number,
  ): Promise<readonly (Omit<Session, 'person' | 'known'> & { readonly session: string })[]>;
  /** Ends these of a person, or all; answers how many there were. */
  end(person: string, sessions?: readonly string[]): Promise<number>;
}

/** Sessions of one person at a time. */
const most = 50;

export function createSessionStore({ run }: { readonly run: Run }): SessionStore {
  return {
    async begin({ replaces = '', ...session }) {
      const order = orderOf(session.name, session.person);
      return (await run('beginSession', teamShard, { ...session, order, replaces, most })).kind === 'begun';
    },
    async find(session, idle) {
      const found = await run('session', teamShard, { session, idle });
      if (found.kind === 'none') return undefined;
      const { kind: _, facts, ...open } = found;
      const known = readPerson(open.person, facts);
      return { ...open, ...(known === undefined ? {} : { known }) };
    },
    of: (person, idle) => run('sessions', teamShard, { person, idle }),
    async end(person, sessions) {
      return sessions?.length === 0 ? 0 : run('endSessions', teamShard, { person, sessions: sessions ?? [] });
    },
  };
}
