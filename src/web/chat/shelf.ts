/** What the chat remembers on this device, one record per site; nothing is written before the chat was opened. */
import type { Thread } from './door.js';
import type { Unsent } from './store.js';

export interface Kept {
  readonly thread?: Thread;
  readonly draft: string;
  /** The newest transcript number when the draft was begun. */
  readonly begun: number;
  readonly outbox: readonly Unsent[];
  /** The newest transcript number the customer has seen. */
  readonly seen: number;
  /** The panel was open, or somebody may answer: connect without being asked. */
  readonly awake: boolean;
}

export interface Drawer {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface Shelf {
  read(): Kept;
  keep(change: Partial<Kept>): void;
  /** Keeps nothing of what was. */
  clear(): void;
}

const nothing: Kept = { draft: '', begun: 0, outbox: [], seen: 0, awake: false };

function parse(text: string | null): Kept {
  if (text === null) return nothing;
  try {
    return { ...nothing, ...(JSON.parse(text) as Partial<Kept>) };
  } catch {
    return nothing;
  }
}

/** A drawer that refuses (private mode, full) costs only the surviving of a reload. */
export function createShelf(key: string, drawer: () => Drawer): Shelf {
  let held = nothing;
  const read = () => {
    try {
      const text = drawer().getItem(key);
      if (text !== null) held = parse(text);
    } catch {
      // refused: what this page holds is all there is
    }
    return held;
  };
  return {
    read,
    keep(change) {
      held = { ...read(), ...change };
      try {
        drawer().setItem(key, JSON.stringify(held));
      } catch {
        // refused: it lives as long as the page
      }
    },
    clear() {
      held = nothing;
      try {
        drawer().removeItem(key);
      } catch {
        // refused: there is nothing
      }
    },
  };
}
