/** The six kinds of value. `until` is when it expires, ms since 1970; 0 when it does not. */
import type { SortedSet } from './sorted-set.js';
import type { Stream } from './stream.js';

interface Expiring {
  until: number;
}

export interface TextValue extends Expiring {
  readonly kind: 'string';
  text: string;
}

export interface HashValue extends Expiring {
  readonly kind: 'hash';
  readonly fields: Map<string, string>;
}

export interface SetValue extends Expiring {
  readonly kind: 'set';
  readonly members: Set<string>;
}

export interface ListValue extends Expiring {
  readonly kind: 'list';
  items: string[];
}

export interface SortedSetValue extends Expiring {
  readonly kind: 'zset';
  readonly sorted: SortedSet;
}

export interface StreamValue extends Expiring {
  readonly kind: 'stream';
  readonly stream: Stream;
}

export type Value = TextValue | HashValue | SetValue | ListValue | SortedSetValue | StreamValue;

/** One change of one key, as a command that repeats it: what the file keeps. */
export type Effect = readonly [command: string, ...args: readonly string[]];
