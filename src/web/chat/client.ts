/**
 * A Direct Line 3.0 client that keeps one thread through reloads, restarts, sleep and expired tokens. It knows no
 * browser. Back within 3 s of a restart: attempts start at 250 ms, double, and are never more than 2 s apart.
 */
import type { WireActivity } from '../../channels/direct-line/contract.js';
import { createDoor, type DoorOptions, Paused } from './door.js';
import { readSet } from './frames.js';
import { openStream } from './stream.js';

export type Connection = 'connecting' | 'live' | 'offline';

export interface ClientOptions extends DoorOptions {
  readonly connection: (state: Connection) => void;
  readonly activities: (activities: readonly WireActivity[]) => void;
}

export interface Outgoing {
  readonly key: string;
  readonly text: string;
  readonly choice?: string;
}

/** `failed`: nobody answered, and it may be tried again. `refused`: it will not be taken. Or it will be, after a pause. */
export type Sent = 'sent' | 'failed' | 'refused' | { readonly pauseMs: number };

const pauseOf = (fault: unknown): number => (fault instanceof Paused ? fault.ms : 0);

export interface Client {
  /** Connects, at once if an attempt is being waited for. */
  start(): void;
  /** Safe to repeat with the same key: the server keeps it once. */
  send(message: Outgoing): Promise<Sent>;
  stop(): void;
  /** Stops, and knows of no conversation any more. */
  forget(): void;
}

const first = 250;
const cap = 2000;
/** After some minutes without a server it is asked less often. */
const patience = { attempts: 150, cap: 10_000 };
const echoWait = 4000;
const refreshRetry = 60_000;
const longestTimer = 2 ** 31 - 1;

/** Milliseconds before attempt `n` (from 0): doubling, half of it by chance, so that not everybody comes at once. */
export function backOff(n: number, chance: number): number {
  const top = n > patience.attempts ? patience.cap : cap;
  return Math.min(top, first * 2 ** Math.min(n, 10)) * (0.5 + chance / 2);
}

/** A message the server took must come back on the stream; if it does not, we only believe to be connected. */
function createEchoes(world: DoorOptions['world'], missing: () => void) {
  const open = new Map<string, () => void>();
  return {
    expect: (key: string) => void open.set(key, () => undefined),
    /** From now on it is late after a while, unless it has come already. */
    taken(key: string) {
      if (open.has(key))
        open.set(
          key,
          world.after(echoWait, () => open.delete(key) && missing()),
        );
    },
    heard(key: string) {
      open.get(key)?.();
      open.delete(key);
    },
  };
}

/** Gets a new token when half the life of the old one is over. */
function createFreshener(world: DoorOptions['world'], refresh: () => Promise<boolean>) {
  let cancel: () => void = () => undefined;
  function set(ms: number): void {
    cancel();
    cancel = world.after(Math.min(ms, longestTimer), () => {
      refresh().then(
        (given) => given && set(ms),
        () => set(refreshRetry),
      );
    });
  }
  return { set };
}

function createConnection(options: ClientOptions) {
  const { world } = options;
  let attempts = 0;
  let round = 0;
  let endStream: () => void = () => undefined;
  let cancelTimer: () => void = () => undefined;
  const door = createDoor(options);
  const echoes = createEchoes(world, () => void connect());
  const fresh = createFreshener(world, () => door.refresh());

  function frame(text: string): void {
    const set = readSet(text);
    if (set === undefined) return;
    if (set.watermark !== undefined) door.reached(set.watermark);
    for (const { channelData } of set.activities) echoes.heard(channelData?.clientActivityID ?? '');
    options.activities(set.activities);
  }
  function halt(): number {
    endStream();
    cancelTimer();
    return (round += 1);
  }
  function lost(pauseMs = 0): void {
    halt();
    options.connection('offline');
    cancelTimer = world.after(Math.max(pauseMs, backOff(attempts, world.chance())), () => void connect());
    attempts += 1;
  }
  async function connect(): Promise<void> {
    const turn = halt();
    let pauseMs = 0;
    const joined = await door.join().catch((fault: unknown) => void (pauseMs = pauseOf(fault)));
    if (turn !== round) return;
    if (joined?.streamUrl === undefined) {
      lost(pauseMs);
      return;
    }
    const opened = () => {
      attempts = 0;
      options.connection('live');
    };
    endStream = openStream(world, joined.streamUrl, { opened, frame, lost: () => lost() });
    fresh.set(joined.expiresIn * 500);
  }
  return { door, echoes, connect, halt };
}

export function createClient(options: ClientOptions): Client {
  const { door, echoes, connect, halt } = createConnection(options);
  async function send({ key, text, choice }: Outgoing): Promise<Sent> {
    const channelData = choice === undefined ? { clientActivityID: key } : { clientActivityID: key, choice };
    echoes.expect(key);
    const answer = await door.post({ type: 'message', from: { id: 'customer', role: 'user' }, text, channelData });
    if (answer === undefined || answer.status === 404) {
      void connect();
      return 'failed';
    }
    if (answer.status >= 300) return 'refused';
    echoes.taken(key);
    return 'sent';
  }
  return {
    start() {
      options.connection('connecting');
      void connect();
    },
    send: (message) =>
      send(message).catch((fault: unknown) => (fault instanceof Paused ? { pauseMs: fault.ms } : 'failed')),
    stop: () => void halt(),
    forget() {
      halt();
      door.forget();
    },
  };
}
