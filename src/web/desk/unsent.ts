/** What this agent wrote and the server has not taken yet, by conversation: on the browser's disk until it is safe. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Disk } from './port.js';
import type { Outgoing } from './talk.js';

export interface Unsent extends Omit<Outgoing, 'seq'> {
  readonly ticket: string;
  readonly epoch: number;
}

export interface Outbox {
  /** In the order in which it was written. */
  readonly all: ReadonlySignal<readonly Unsent[]>;
  /** Takes up what this agent's pages left on the disk. */
  load(owner: string): void;
  /** A new one goes to the end; a known one keeps its place. */
  keep(one: Unsent): void;
  /** It is safe, or it is the agent's to write again. */
  drop(match: (one: Unsent) => boolean): void;
  /** False once another page of this agent has dealt with it. */
  isOpen(id: string): boolean;
}

function read(stored: string | null): Unsent | undefined {
  try {
    const one: unknown = JSON.parse(stored ?? '');
    const fits = typeof one === 'object' && one !== null && 'id' in one && 'ticket' in one && 'text' in one;
    return fits ? (one as Unsent) : undefined; // our own key, written below
  } catch {
    return undefined;
  }
}

const inOrder = (all: readonly Unsent[]) => [...all].sort((a, b) => a.at - b.at);

/** A disk that refuses (private mode, full) costs only the surviving of a reload. */
export function createOutbox(disk: Disk): Outbox {
  const all = signal<readonly Unsent[]>([]);
  const written = new Set<string>();
  let prefix = '';
  const attempt = <Value>(act: () => Value): Value | undefined => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  const keys = () => Array.from({ length: disk.length }, (_, at) => disk.key(at) ?? '');
  return {
    all,
    load(owner) {
      prefix = `warmline.unsent.${owner}.`;
      const found = attempt(() => keys().filter((key) => key.startsWith(prefix))) ?? [];
      const known = new Set(all.value.map(({ id }) => id));
      const stored = found.flatMap((key) => read(attempt(() => disk.getItem(key)) ?? null) ?? []);
      for (const { id } of stored) written.add(id);
      const fresh = stored.filter(({ id }) => !known.has(id)).map((one): Unsent => ({ ...one, state: 'failed' }));
      all.value = inOrder([...all.value, ...fresh]);
    },
    keep(one) {
      const kept = attempt(() => {
        disk.setItem(prefix + one.id, JSON.stringify(one));
        return true;
      });
      if (kept) written.add(one.id);
      const known = all.value.some(({ id }) => id === one.id);
      all.value = known ? all.value.map((held) => (held.id === one.id ? one : held)) : [...all.value, one];
    },
    drop(match) {
      const gone = all.value.filter(match);
      for (const { id } of gone) attempt(() => disk.removeItem(prefix + id));
      if (gone.length > 0) all.value = all.value.filter((one) => !match(one));
    },
    isOpen(id) {
      if (!all.value.some((one) => one.id === id)) return false;
      return !written.has(id) || attempt(() => disk.getItem(prefix + id) !== null) !== false;
    },
  };
}
