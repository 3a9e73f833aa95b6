/** Why a server cannot be reached, in words for who starts us: what is wrong, and what to do. */
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Target } from './connection.js';

/** By what the client or the server said of it; the first that fits. `detail` is that, for those who look further. */
const table: readonly (readonly [RegExp, (detail: string, target: Target) => string])[] = [
  [
    /^All sentinels.{0,200}(?:NOAUTH|WRONGPASS)/,
    () => 'cannot be found: its Sentinels ask for a password of their own. Set REDIS_SENTINEL_PASSWORD.',
  ],
  [/NOAUTH/, () => 'asks for a password. Put it into REDIS_URL: redis://:PASSWORD@…, or redis://USER:PASSWORD@….'],
  [
    /WRONGPASS|invalid password/,
    (_, { credentials }) =>
      credentials === undefined
        ? 'does not know this user with this password. Correct them in REDIS_URL.'
        : `does not know the identity ${credentials.now().username}. Let it in where the database has its users (Authentication), or name another by AZURE_CLIENT_ID.`,
  ],
  [/DB index/, (_, { db }) => `has no database ${db ?? 0}. Correct the number at the end of REDIS_URL.`],
  [
    /DENIED/,
    (detail) =>
      `takes nobody from elsewhere (${detail.slice(0, 60)}…). Give it a password, or turn protected-mode off.`,
  ],
  [/max number of clients/, () => 'has no connection left. Raise its maxclients, or see who holds so many.'],
  [
    /ALTNAME/,
    (detail) => `shows a certificate for another name (${detail}). Name it in REDIS_URL as its certificate does.`,
  ],
  [
    /CERT_(HAS_EXPIRED|NOT_YET_VALID)/,
    (detail) => `shows a certificate that is not valid today (${detail}). Renew it.`,
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_UNTRUSTED/,
    (detail) =>
      `shows a certificate that is not trusted here (${detail}). Name the file of its authority: NODE_EXTRA_CA_CERTS=ca.pem.`,
  ],
  [
    /wrong.version.number|packet length too long|^plain$/i,
    () => 'does not speak TLS. Write redis:// instead of rediss:// in REDIS_URL.',
  ],
  [/^TLS$/, () => 'speaks TLS. Write rediss:// instead of redis:// in REDIS_URL.'],
  [/Protocol error/, () => 'is not a Redis server. Correct REDIS_URL.'],
  [
    /ENOTFOUND|EAI_AGAIN/,
    (detail) => `cannot be reached: there is no host of this name (${detail}). Correct REDIS_URL.`,
  ],
  [/ENOENT/, () => 'cannot be reached: there is no such socket. Start it, or correct REDIS_URL.'],
  [/EACCES|EPERM/, (detail) => `cannot be reached: this user may not use it (${detail}). Change its permissions.`],
  [/ECONNREFUSED/, () => 'cannot be reached: nobody listens there. Start it, or correct REDIS_URL.'],
  [
    /ETIMEDOUT|E(HOST|NET)UNREACH/,
    (detail) =>
      `cannot be reached: no answer from this address (${detail}). See the network and its firewall, or correct REDIS_URL.`,
  ],
  [
    /No such master|All sentinels[^:]*$/,
    () => 'cannot be found: its Sentinels know no master of this name. Correct the name after them in REDIS_URL.',
  ],
  [/Socket timeout/, () => 'takes connections but does not answer. See whether it hangs, or correct REDIS_URL.'],
];

const unknown = 'cannot be reached. Start it, or correct REDIS_URL.';

/** What a fault and its causes say, codes included. */
export function saidBy(fault: unknown): readonly string[] {
  if (!(fault instanceof Error)) return [];
  const code = 'code' in fault && typeof fault.code === 'string' ? `${fault.code}: ` : '';
  return [`${code}${fault.message}`, ...saidBy(fault.cause)];
}

const glanceMs = 1000;

/** The first that comes over a connection; empty when it ends, or says nothing in time. */
function firstWords(socket: Socket, greeting?: string): Promise<string> {
  return new Promise((resolve) => {
    const end = (text: string) => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(glanceMs, () => end(''));
    socket.once('data', (data) => end(data.toString('latin1')));
    socket.on('secureConnect', () => end('TLS'));
    socket.on('error', () => end(''));
    socket.on('close', () => end(''));
    if (greeting !== undefined) socket.write(greeting);
  });
}

/** A server that hung up without a word is looked at once more: some speak TLS or do not, some are something else. */
async function lookAgain({ host, port, tls }: Target): Promise<string> {
  if (host === undefined || port === undefined) return '';
  const said = await firstWords(connect({ host, port }), 'PING\r\n');
  const isRedis = /^[-+]/.test(said);
  if (tls !== undefined) return isRedis ? 'plain' : '';
  if (said !== '') return isRedis ? said.trim() : 'Protocol error';
  return firstWords(connectTls({ host, port, rejectUnauthorized: false }));
}

const reasonIn = (said: readonly string[], target: Target): string | undefined => {
  for (const [pattern, words] of table) {
    const detail = said.find((text) => pattern.test(text));
    if (detail !== undefined) return words(detail, target);
  }
  return undefined;
};

/** The sentence behind "Redis at …". */
export async function reasonAgainst(target: Target, faults: readonly unknown[]): Promise<string> {
  const said = faults.flatMap(saidBy);
  // who waits for the end of a TLS greeting that the other side does not know is told of a time-out as well
  const greeted = target.tls === undefined || !said.some((text) => text.startsWith('ETIMEDOUT'));
  const found = greeted ? reasonIn(said, target) : undefined;
  return found ?? reasonIn([await lookAgain(target), ...said], target) ?? unknown;
}
