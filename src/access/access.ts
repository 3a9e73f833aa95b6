/** Who may come in: by the provider of the settings, or by the local sign-in where there is none. */
import { type Config, type Ids, type Log, providerOf } from '../base/index.js';
import type { Limits, Person, Route, Tokens } from '../http/index.js';
import type { SessionStore } from '../store/index.js';
import { localRoutes } from './local.js';
import { demoPeople } from './people.js';
import { createIdp } from './provider.js';
import { beginPath, providerRoutes } from './provider-routes.js';
import { ownRoutes } from './routes.js';
import { createSessions, type Sessions } from './sessions.js';

type Settings = Parameters<typeof providerOf>[0] &
  Pick<Config, 'PUBLIC_URL' | 'SESSION_HOURS' | 'SESSION_IDLE_MINUTES'>;

export interface AccessOptions {
  readonly config: Settings;
  /** Whose desk it is. */
  readonly brand: string;
  readonly store: SessionStore;
  readonly tokens: Tokens;
  readonly limits: Pick<Limits, 'guesses' | 'take'>;
  /** Who the local sign-in offers. */
  readonly people?: readonly Person[];
  /** Told of everyone who signs out. */
  readonly left: (person: Person) => Promise<unknown>;
  readonly ids: Ids;
  readonly log: Log;
}

interface Access {
  readonly sessions: Sessions;
  readonly routes: readonly Route[];
}

const minute = 60_000;

export function createAccess(options: AccessOptions): Access {
  const { config, brand, store, tokens, limits, people = demoPeople, left, ids, log } = options;
  const { PUBLIC_URL: publicUrl = '', SESSION_HOURS: hours, SESSION_IDLE_MINUTES: idle } = config;
  const provider = providerOf(config);
  const secure = provider !== undefined && publicUrl.startsWith('https:');
  const ages = { idleMs: idle * minute, ageMs: hours * 60 * minute };
  const known = ({ id }: Person) => people.some((one) => one.id === id);
  const sessions = createSessions({
    store,
    ids,
    settings: { secure, ...ages, issuer: provider?.issuer ?? 'local' },
    admits: provider === undefined ? known : () => true,
  });
  if (provider === undefined) {
    const farewell = () => Promise.resolve(undefined);
    const own = ownRoutes({ sessions, farewell, left, signIn: { kind: 'local', brand, people } });
    return { sessions, routes: [...own, ...localRoutes({ sessions, people, limits })] };
  }
  const idp = createIdp({ provider, publicUrl, log });
  const signIn = { kind: 'provider', brand, begin: beginPath } as const;
  const own = ownRoutes({ sessions, farewell: idp.farewell, left, signIn });
  const ways = { sessions, idp, provider, publicUrl, tokens, limits, secure, log };
  return { sessions, routes: [...own, ...providerRoutes(ways)] };
}
