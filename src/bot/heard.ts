/** What this process knows of messages whose turns have not run yet: by whose call they came, and how long keeping took. */
import type { Cause } from '../base/index.js';
import type { Turn } from '../conversation/index.js';

export interface Hearing {
  readonly cause: Cause | undefined;
  /** How long the store took to keep it, milliseconds. */
  readonly receiveMs: number;
}

export interface Heard {
  note(conversation: string, seq: number, hearing: Hearing): void;
  /** Nothing is known of what another process heard, or what is very old. */
  take(turn: Turn): Hearing | undefined;
}

/** Turns that another process runs are never asked for here: of so many the oldest is forgotten. */
const most = 10_000;

const nameOf = (conversation: string, seq: number): string => `${seq} ${conversation}`;

export function createHeard(): Heard {
  const hearings = new Map<string, Hearing>();
  return {
    note(conversation, seq, hearing) {
      const [oldest] = hearings.size >= most ? hearings.keys() : [];
      if (oldest !== undefined) hearings.delete(oldest);
      hearings.set(nameOf(conversation, seq), hearing);
    },
    take({ said, seq }) {
      const name = nameOf(said.conversation, seq);
      const hearing = hearings.get(name);
      hearings.delete(name);
      return hearing;
    },
  };
}
