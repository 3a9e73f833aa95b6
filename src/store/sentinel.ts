/** The server that Sentinels name: found by asking them, and followed when they name another one. */
import type { Sentinels } from '../base/index.js';
import type { Target } from './connection.js';

/** Milliseconds. */
const patience = { answer: 1000, again: 1000 };

const placeOf = (text: string): { readonly host: string; readonly port: number } => {
  const [, host = text, port = '26379'] = /^(.*?)(?::(\d+))?$/.exec(text) ?? [];
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
};

/** For who reads of it. */
export const nameOfMaster = ({ name, hosts }: Sentinels): string => `${name} (by Sentinel: ${hosts.join(', ')})`;

/** How the client reaches the master. `password`: of the Sentinels, which is none of the master's. */
export function masterOf({ hosts, name, db, tls, ...who }: Sentinels, password: string | undefined): Target {
  const { username, password: own } = who;
  return {
    sentinels: hosts.map(placeOf),
    name,
    role: 'master',
    db,
    ...(username === undefined ? {} : { username }),
    ...(own === undefined ? {} : { password: own }),
    ...(password === undefined ? {} : { sentinelPassword: password }),
    ...(tls ? { tls: {}, sentinelTLS: {}, enableTLSForSentinelMode: true } : {}),
    sentinelCommandTimeout: patience.answer,
    // a master that hangs ends no connection: who is told of a new one leaves the old
    failoverDetector: true,
    sentinelReconnectStrategy: () => patience.again,
  };
}
