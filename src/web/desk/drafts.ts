/** What an agent has typed and not sent, kept by ticket through reloads, lost leases and restarts. */
import type { Shelf } from './port.js';

export interface Draft {
  readonly text: string;
  readonly note: boolean;
}

export interface Drafts {
  readonly of: (ticket: string) => Draft;
  readonly keep: (ticket: string, draft: Draft) => void;
}

const nothing: Draft = { text: '', note: false };
const key = (ticket: string) => `warmline.draft.${ticket}`;

function parse(stored: string | null): Draft {
  if (stored === null) return nothing;
  const note = stored.startsWith('note\n');
  const text = stored.slice(stored.indexOf('\n') + 1);
  return { text, note };
}

/** A shelf that refuses (private mode, full) costs only the surviving of a reload. */
export function createDrafts(shelf: Shelf): Drafts {
  const held = new Map<string, Draft>();
  const attempt = <Value>(act: () => Value): Value | undefined => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  return {
    of: (ticket) => held.get(ticket) ?? parse(attempt(() => shelf.getItem(key(ticket))) ?? null),
    keep(ticket, draft) {
      held.set(ticket, draft);
      attempt(() => {
        if (draft.text === '' && !draft.note) shelf.removeItem(key(ticket));
        else shelf.setItem(key(ticket), `${draft.note ? 'note' : 'reply'}\n${draft.text}`);
      });
    },
  };
}
