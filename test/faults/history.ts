/** What customers and agents did and saw during a run, in the order in which it happened to them. */
import { EventEmitter, once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `at`: milliseconds since the run began; filled in when it is noted. */
export type Happened = { readonly at: number } & Deed;

export type Deed =
  /** A customer sends a message for the first time. */
  | { readonly kind: 'sent'; readonly conversation: string; readonly activity: string; readonly text: string }
  /** The channel said that it is safe; `asked`, here and below: when the call began that was answered so. */
  | { readonly kind: 'kept'; readonly asked: number; readonly conversation: string; readonly activity: string }
  /** An entry came over the customer's own socket; every connection has a number. */
  | {
      readonly kind: 'saw';
      readonly conversation: string;
      readonly socket: number;
      readonly seq: number;
      readonly text: string;
    }
  /** What the customer's own REST call answered, as it came. */
  | { readonly kind: 'read'; readonly conversation: string; readonly body: string }
  /** The server confirmed to an agent that the ticket is theirs. */
  | {
      readonly kind: 'claimed';
      readonly asked: number;
      readonly agent: string;
      readonly conversation: string;
      readonly epoch: number;
    }
  /** An agent writes; `mark` is in the text and nowhere else. */
  | {
      readonly kind: 'wrote';
      readonly agent: string;
      readonly conversation: string;
      readonly epoch: number;
      readonly mark: string;
      readonly note: boolean;
    }
  | { readonly kind: 'written'; readonly asked: number; readonly conversation: string; readonly mark: string }
  /** The server confirmed to an agent that they let go of the ticket. */
  | {
      readonly kind: 'moved';
      readonly asked: number;
      readonly agent: string;
      readonly conversation: string;
      readonly epoch: number;
      /** The number of the newest entry that they had read. */
      readonly seen: number;
      readonly action: string;
    }
  /** An agent asks to let go of the ticket. */
  | { readonly kind: 'wished'; readonly conversation: string; readonly epoch: number }
  /** The server confirmed that they will have let go of it, unless it is undone. */
  | {
      readonly kind: 'leaving';
      readonly asked: number;
      readonly agent: string;
      readonly conversation: string;
      readonly epoch: number;
      readonly seen: number;
      readonly action: string;
    }
  /** A customer was forgotten, as the command does it. */
  | { readonly kind: 'erased'; readonly asked: number; readonly conversation: string; readonly customer: string }
  /** One of several who write in a conversation was forgotten: their id, their name, and what they had written. */
  | {
      readonly kind: 'unsaid';
      readonly asked: number;
      readonly conversation: string;
      readonly customer: string;
      readonly traces: readonly string[];
    }
  /** Something that was given to them before was still taken. */
  | { readonly kind: 'opened'; readonly asked: number; readonly conversation: string; readonly path: string }
  /** What the nemesis did. */
  | { readonly kind: 'fault'; readonly name: string }
  /** The disk may have forgotten what was acknowledged from `since` (milliseconds since the run began) until now. */
  | { readonly kind: 'loss'; readonly since: number };

export type DeedOf<K extends Deed['kind']> = Extract<Happened, { kind: K }>;

export interface History {
  note(deed: Deed): void;
  /** Milliseconds since the run began. */
  now(): number;
  all(): readonly Happened[];
  /** Resolves at once when the next deed of a kind is noted. */
  next(kind: Deed['kind']): Promise<void>;
}

export function createHistory(): History {
  const deeds: Happened[] = [];
  const start = performance.now();
  const now = () => performance.now() - start;
  const noted = new EventEmitter();
  return {
    now,
    note(deed) {
      deeds.push({ at: now(), ...deed });
      noted.emit(deed.kind);
    },
    all: () => deeds,
    next: async (kind) => {
      await once(noted, kind);
    },
  };
}

export function only<K extends Deed['kind']>(history: readonly Happened[], kind: K): readonly DeedOf<K>[] {
  return history.filter((one): one is DeedOf<K> => one.kind === kind);
}

export function groupBy<K, T>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** Writes evidence to a file of its own, one JSON value per line; gives back its path. */
export function keepArtefact(name: string, lines: readonly unknown[]): string {
  const folder = join(tmpdir(), 'warmline-faults');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}-${process.pid}-${crypto.randomUUID().slice(0, 8)}.jsonl`);
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
}
