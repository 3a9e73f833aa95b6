/** The doorbell: one subscription per process, rung by every script that changes something. */
import { keys, shardNames } from './keys.js';
import type { Connection } from './connection.js';

export interface Ring {
  readonly conversation: string;
  /** The state of its episode after the change: bot, waiting, assigned, closed or none. */
  readonly state: string;
}

export interface Bell {
  /** Rings for one conversation; call what it returns to stop. */
  listen(conversation: string, ring: () => void): () => void;
  /** Rings for all; without an argument when rings may have been missed. */
  listenAll(ring: (ring?: Ring) => void): () => void;
  close(): void;
}

export async function createBell(options: { connection: Connection; shards: number }): Promise<Bell> {
  const { connection, shards } = options;
  const one = new Map<string, Set<() => void>>();
  const all = new Set<(ring?: Ring) => void>();

  function missed(): void {
    for (const ring of all) ring();
    for (const rings of one.values()) for (const ring of rings) ring();
  }

  function heard(message: string): void {
    const space = message.indexOf(' ');
    const [state, conversation] = [message.slice(0, space), message.slice(space + 1)];
    for (const ring of one.get(conversation) ?? []) ring();
    for (const ring of all) ring({ conversation, state });
  }

  const close = await connection.listen({ channels: shardNames(shards).map(keys.bell), heard, missed });

  return {
    listen(conversation, ring) {
      const rings = one.get(conversation) ?? new Set();
      one.set(conversation, rings.add(ring));
      return () => {
        rings.delete(ring);
        if (rings.size === 0) one.delete(conversation);
      };
    },
    listenAll(ring) {
      all.add(ring);
      return () => all.delete(ring);
    },
    close,
  };
}
