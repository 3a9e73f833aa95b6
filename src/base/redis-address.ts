/** What REDIS_URL may say. */

const host = /^(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i;

/** Servers that keep no data, and say which one does. */
export interface Sentinels {
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  /** Each with its port, or without. */
  readonly hosts: readonly string[];
  /** Of the master, as they call it. */
  readonly name: string;
  readonly db: number;
}

const sentinels =
  /^(?<protocol>rediss?)\+sentinel:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/@]+)\/(?<name>[\w.%-]+)(?:\/(?<db>\d{1,4}))?$/;

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** redis+sentinel://user:password@one:26379,two:26379/NAME/DB, in which user, password and DB may be missing. */
export function sentinelsOf(address: string): Sentinels | undefined {
  const { protocol, user = '', password = '', hosts = '', name = '', db = '0' } = sentinels.exec(address)?.groups ?? {};
  const all = hosts.split(',');
  const [username, secret, master] = [user, password, name].map(decoded);
  if (protocol === undefined || !all.every((one) => host.test(one)) || master === undefined) return undefined;
  if (username === undefined || secret === undefined) return undefined;
  const who = { ...(username === '' ? {} : { username }), ...(secret === '' ? {} : { password: secret }) };
  return { tls: protocol === 'rediss', ...who, hosts: all, name: master, db: Number(db) };
}

/** One server, several of a Cluster, redis://user:password@one:6379,two:6379, or the Sentinels of one. */
export function isRedisAddress(value: string): boolean {
  if (sentinelsOf(value) !== undefined) return true;
  const [first = '', ...others] = value.split(',');
  if (!URL.canParse(first)) return false;
  const { protocol } = new URL(first);
  if (others.length === 0 && protocol === 'unix:') return true;
  return /^rediss?:$/.test(protocol) && others.every((one) => host.test(one));
}
