/** Connections that stay known to a server whose password changes. */
import type { Cluster, Redis as Client } from 'ioredis';
import type { Ears } from './connection.js';
import type { Credential, Credentials } from './credentials.js';

/** What is asked over a connection is asked in the name of the latest credential; a new connection begins with it. */
export function keepKnown(client: Client, credentials: Credentials): void {
  const take = async (credential: Credential): Promise<void> => {
    Object.assign(client.options, credential);
    if (client.status === 'ready') await client.auth(credential.username, credential.password);
    else if (client.status === 'connect' || client.status === 'connecting')
      throw new Error('Redis is being connected to.');
  };
  client.once('end', credentials.onChange(take));
}

/** The same for every node that a Cluster has, or comes to have; called before it is connected to. */
export function keepNodesKnown(cluster: Cluster, credentials: Credentials): void {
  cluster.on('+node', (node: Client) => {
    Object.assign(node.options, credentials.now());
    keepKnown(node, credentials);
  });
}

type Listen = (ears: Ears) => Promise<void>;

/** Milliseconds, in which new connections must hear. */
const mostMs = 10_000;

/**
 * A connection that listens takes no other command (RESP2), so it cannot be known anew: with each new credential others
 * are opened beside it, and it ends when they hear. What is heard twice meanwhile says nothing new.
 */
export function listensAnew(listen: Listen, credentials: Credentials): Listen {
  return async (ears) => {
    const known = credentials.now();
    let current = new AbortController();
    await listen({ ...ears, signal: AbortSignal.any([ears.signal, current.signal]) });
    const take = async (): Promise<void> => {
      const next = new AbortController();
      const late = setTimeout(() => next.abort(new Error('The doorbell is not connected in time.')), mostMs);
      try {
        await Promise.race([
          listen({ ...ears, signal: AbortSignal.any([ears.signal, next.signal]) }),
          ended(next.signal),
        ]);
        current.abort();
        current = next;
      } catch (fault) {
        next.abort();
        throw fault;
      } finally {
        clearTimeout(late);
      }
    };
    ears.signal.addEventListener('abort', credentials.onChange(take, known));
  };
}

const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
