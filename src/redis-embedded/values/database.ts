/** All keys. Records every change as an effect; an expired key is gone the moment somebody looks, or by the sweep. */
import { wrongType } from '../reply.js';
import { createSortedSet, drop, first, place, type SortedSet } from './sorted-set.js';
import type { Effect, HashValue, ListValue, SetValue, SortedSetValue, StreamValue, TextValue, Value } from './value.js';

export interface Database {
  /** Milliseconds since 1970, the same throughout one command or script. */
  now(): number;
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  /** Removes a key; false when there was none. Notes nothing. */
  remove(key: string): boolean;
  /** Sets when a key expires, ms since 1970; 0 for never. */
  expire(key: string, value: Value, until: number): void;
  clear(): void;
  entries(): IterableIterator<[string, Value]>;
  size(): number;
  note(effect: Effect): void;
  /** Takes over the clock and starts a new command. */
  begin(): void;
  /** The effects since they were last taken. */
  take(): readonly Effect[];
  /** Removes up to `limit` expired keys. */
  sweep(limit: number): void;
  /**
   * live: expired keys vanish and changes are noted. frozen: expired keys are hidden but stay, nothing may change.
   * replay: nothing expires and nothing is noted, so that a file means the same whenever it is read.
   */
  mode(mode: 'live' | 'frozen' | 'replay'): void;
}

interface State {
  readonly values: Map<string, Value>;
  readonly expiring: SortedSet;
  noted: Effect[];
  now: number;
  mode: 'live' | 'frozen' | 'replay';
}

type Keys = Pick<Database, 'get' | 'set' | 'remove' | 'expire' | 'clear' | 'entries' | 'size' | 'sweep'>;

function createKeys(state: State): Keys {
  const { values, expiring } = state;

  function remove(key: string): boolean {
    drop(expiring, key);
    return values.delete(key);
  }

  function get(key: string): Value | undefined {
    const value = values.get(key);
    if (value === undefined || value.until === 0 || value.until >= state.now || state.mode === 'replay') return value;
    if (state.mode === 'live') {
      remove(key);
      state.noted.push(['DEL', key]);
    }
    return undefined;
  }

  function expire(key: string, value: Value, until: number): void {
    value.until = until;
    if (until === 0) drop(expiring, key);
    else place(expiring, key, until);
  }

  return {
    get,
    remove,
    expire,
    set(key, value) {
      values.set(key, value);
      expire(key, value, value.until);
    },
    clear() {
      values.clear();
      expiring.scores.clear();
      expiring.buckets.length = 0;
    },
    entries: () => values.entries(),
    size: () => values.size,
    sweep(limit) {
      for (let n = 0; n < limit; n += 1) {
        const next = first(expiring);
        if (next === undefined || next.score >= state.now) return;
        get(next.member);
      }
    },
  };
}

/** `clock` in microseconds since 1970. */
export function createDatabase(clock: () => number): Database {
  const state: State = { values: new Map(), expiring: createSortedSet(), noted: [], now: 0, mode: 'live' };
  return {
    ...createKeys(state),
    now: () => (state.mode === 'replay' ? 0 : state.now), // so that no instant is in the past
    note(effect) {
      if (state.mode === 'live') state.noted.push(effect);
    },
    begin() {
      state.now = Math.floor(clock() / 1000);
    },
    take() {
      const effects = state.noted;
      if (effects.length > 0) state.noted = [];
      return effects;
    },
    mode(next) {
      state.mode = next;
    },
  };
}

export function textAt(db: Database, key: string): TextValue | undefined {
  const value = db.get(key);
  if (value !== undefined && value.kind !== 'string') throw wrongType();
  return value;
}

export function hashAt(db: Database, key: string): HashValue | undefined {
  const value = db.get(key);
  if (value !== undefined && value.kind !== 'hash') throw wrongType();
  return value;
}

export function setAt(db: Database, key: string): SetValue | undefined {
  const value = db.get(key);
  if (value !== undefined && value.kind !== 'set') throw wrongType();
  return value;
}

export function listAt(db: Database, key: string): ListValue | undefined {
  const value = db.get(key);
  if (value !== undefined && value.kind !== 'list') throw wrongType();
  return value;
}

export function sortedAt(db: Database, key: string): SortedSetValue | undefined {
  const value = db.get(key);
  if (value !== undefined && value.kind !== 'zset') throw wrongType();
  return value;
}

export function streamAt(db: Database, key: string): StreamValue | undefined {
  const value = db.get(key);
  if (value !== undefined && value.kind !== 'stream') throw wrongType();
  return value;
}

/** Stores a value under a key that has none, and gives it back. */
export function make<V extends Value>(db: Database, key: string, value: V): V {
  db.set(key, value);
  return value;
}
