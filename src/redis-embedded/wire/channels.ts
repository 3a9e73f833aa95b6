/** Who listens to which channel. Ordinary channels and shard channels are apart, as in Redis. */
import { encode } from './encode.js';
import type { Client } from './client.js';

export type Kind = 'message' | 'smessage';

export interface Channels {
  add(kind: Kind, channel: string, client: Client): void;
  remove(kind: Kind, channel: string, client: Client): void;
  /** Everything a client listens to, when it has gone. */
  forget(client: Client): void;
  /** How many clients heard it. */
  publish(kind: Kind, channel: string, text: string): number;
}

/** `owe` hands a message to a client; it is sent with the next answers. */
export function createChannels(owe: (client: Client, text: string) => void): Channels {
  const listeners = { message: new Map<string, Set<Client>>(), smessage: new Map<string, Set<Client>>() };

  function remove(kind: Kind, channel: string, client: Client): void {
    const clients = listeners[kind].get(channel);
    clients?.delete(client);
    if (clients?.size === 0) listeners[kind].delete(channel);
    client.channels[kind].delete(channel);
  }

  return {
    add(kind, channel, client) {
      const clients = listeners[kind].get(channel) ?? new Set();
      listeners[kind].set(channel, clients.add(client));
      client.channels[kind].add(channel);
    },
    remove,
    forget(client) {
      for (const kind of ['message', 'smessage'] as const) {
        for (const channel of client.channels[kind]) remove(kind, channel, client);
      }
    },
    publish(kind, channel, text) {
      const clients = listeners[kind].get(channel);
      if (!clients) return 0;
      const encoded = encode([kind, channel, text]);
      for (const client of clients) owe(client, encoded);
      return clients.size;
    },
  };
}
