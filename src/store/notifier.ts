/**
 * The change notifier: one subscription per process, rung by every script that changes something. A subscription is a connection
 * on which nothing is asked, so that nobody would notice its silent death: the change notifier rings itself to hear whether it hears.
 */
import { SupportError } from '../base/index.js';
import type { ChangeNotifier, Change } from '../conversation/index.js';
import { keys, shardNames } from './keys.js';
import type { Connection, Ears, Redis } from './connection.js';

export interface StoreNotifier extends ChangeNotifier {
  /** Rings for everything: whatever was read before may be otherwise now. */
  missed(): void;
  close(): void;
}

/** Milliseconds between two tries, how many in a row may go unheard, and in which time listening must have begun. */
const usualTries = { everyMs: 2000, most: 3, patienceMs: 10_000 };

/** Listens; answers how to stop. Throws `unavailable` when it does not hear in time. */
async function listenInTime(
  { listen }: Pick<Connection, 'listen'>,
  ears: Omit<Ears, 'signal'>,
  patienceMs: number,
): Promise<() => void> {
  const end = new AbortController();
  const stop = () => end.abort();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const why = new SupportError('unavailable', 'The store does not confirm that its doorbell is listened to.');
    timer = setTimeout(() => reject(why), patienceMs);
  });
  try {
    await Promise.race([listen({ ...ears, signal: end.signal }), late]);
    return stop;
  } catch (fault) {
    stop();
    throw fault;
  } finally {
    clearTimeout(timer);
  }
}

/** Listens, and listens anew when it has gone deaf; answers how to stop. */
async function listenWell(
  { connection, shards, tries = usualTries }: NotifierOptions,
  ears: Omit<Ears, 'channels' | 'signal'>,
): Promise<() => void> {
  const names = shardNames(shards);
  /** Tries since something was heard, by shard. */
  const unheard = new Map<string, number>();
  function heard(message: string): void {
    if (!message.startsWith(' ')) {
      ears.heard(message);
      return;
    }
    const name = message.slice(1);
    if ((unheard.get(name) ?? 0) > 1) ears.missed(); // not only this one: others may have gone unheard with it
    unheard.delete(name);
  }
  const listen = () => listenInTime(connection, { ...ears, heard, channels: names.map(keys.news) }, tries.patienceMs);
  let stop = await listen();
  let [closed, busy] = [false, false];

  async function ring(name: string): Promise<void> {
    unheard.set(name, (unheard.get(name) ?? 0) + 1);
    await connection.redis.spublish(keys.news(name), ` ${name}`);
  }

  async function look(): Promise<void> {
    if (names.some((name) => (unheard.get(name) ?? 0) >= tries.most)) {
      stop();
      stop = await listen();
      unheard.clear();
      if (closed) stop();
      else ears.missed();
    }
    await Promise.all(names.map(ring));
  }

  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    look()
      .catch(() => undefined) // the store is away: there is nothing to hear, and it is tried again
      .finally(() => (busy = false));
  }, tries.everyMs);
  timer.unref();
  return () => {
    closed = true;
    clearInterval(timer);
    stop();
  };
}

export interface NotifierOptions {
  readonly connection: Pick<Connection, 'listen'> & { readonly redis: Pick<Redis, 'spublish'> };
  readonly shards: number;
  readonly tries?: typeof usualTries;
}

export async function createNotifier(options: NotifierOptions): Promise<StoreNotifier> {
  const one = new Map<string, Set<(more: boolean) => void>>();
  const all = new Set<(ring?: Change) => void>();

  function missed(): void {
    for (const ring of all) ring();
    for (const rings of one.values()) for (const ring of rings) ring(false);
  }

  function heard(message: string): void {
    for (const line of message.split('\n')) {
      const space = line.indexOf(' ');
      const more = line.charAt(space - 1) === '+';
      const [state, conversation] = [line.slice(0, more ? space - 1 : space), line.slice(space + 1)];
      for (const ring of one.get(conversation) ?? []) ring(more);
      for (const ring of all) ring({ conversation, state });
    }
  }

  const close = await listenWell(options, { heard, missed });

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
    missed,
    close,
  };
}
