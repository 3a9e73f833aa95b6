/** The outbox of push channels in memory: leases, fences and pauses as the store keeps them. */
import type { Deliveries, Entry, DeliveryLease, Reply } from '../../src/conversation/index.js';

interface Place {
  readonly entries: readonly Entry[];
  readonly reference?: string | undefined;
}

interface Box {
  cursor: number;
  fence: number;
  until: number;
  tries: number;
  failingSince: number;
}

export interface MemoryPost extends Deliveries {
  /** How far a conversation was delivered. */
  cursor(conversation: string): number;
  /** What the team was told. */
  readonly notes: readonly Reply[];
}

export function createMemoryPost(
  threads: ReadonlyMap<string, Place>,
  { now, broken }: { readonly now: () => number; readonly broken: () => Error | undefined },
): MemoryPost {
  const boxes = new Map<string, Box>();
  const notes: Reply[] = [];
  const box = (id: string): Box => {
    const made = boxes.get(id) ?? { cursor: 0, fence: 0, until: 0, tries: 0, failingSince: 0 };
    boxes.set(id, made);
    return made;
  };
  const left = (id: string) => (threads.get(id)?.entries ?? []).filter(({ seq }) => seq > box(id).cursor);
  /** The customer's own words and notes need no bringing: the cursor goes past those that are first. */
  function firstToBring(id: string): readonly Entry[] {
    const entries = left(id);
    const first = entries.findIndex(({ role }) => role !== 'customer' && role !== 'note');
    const passed = first < 0 ? entries : entries.slice(0, first);
    box(id).cursor = passed.at(-1)?.seq ?? box(id).cursor;
    return entries.slice(passed.length);
  }
  const holds = ({ conversation, fence }: Pick<DeliveryLease, 'conversation' | 'fence'>) =>
    box(conversation).fence === fence;
  /** What was reported before is known already. */
  function isNews({ conversation }: DeliveryLease, seq: number, leaseMs: number): boolean {
    const own = box(conversation);
    if (seq <= own.cursor) return false;
    Object.assign(own, { cursor: seq, until: now() + leaseMs, tries: 0, failingSince: 0 });
    return true;
  }

  return {
    notes,
    cursor: (id) => box(id).cursor,
    takeLease(id, { leaseMs, fence }) {
      const fault = broken();
      if (fault) return Promise.reject(fault);
      const own = box(id);
      const { reference } = threads.get(id) ?? {};
      if (reference === undefined || (fence === undefined ? own.until > now() : own.fence !== fence))
        return Promise.resolve(undefined);
      const entries = firstToBring(id);
      if (entries.length === 0) own.until = 0;
      if (entries.length === 0) return Promise.resolve(undefined);
      Object.assign(own, { fence: fence ?? own.fence + 1, until: now() + leaseMs });
      return Promise.resolve({ conversation: id, reference, entries, ...own });
    },
    sent(post, seq, leaseMs) {
      const held = holds(post);
      if (held) isNews(post, seq, leaseMs);
      return Promise.resolve(held);
    },
    later(post, tries, pauseMs) {
      const own = box(post.conversation);
      const failingSince = tries === 0 ? 0 : own.failingSince || now();
      if (holds(post)) Object.assign(own, { tries, until: now() + pauseMs, failingSince });
      return Promise.resolve();
    },
    undelivered(post, seq, { note, leaseMs }) {
      const held = holds(post);
      if (held && isNews(post, seq, leaseMs)) notes.push(note);
      return Promise.resolve(held);
    },
    due(limit) {
      const fault = broken();
      if (fault) return Promise.reject(fault);
      const found = [...threads.keys()].filter((id) => left(id).length > 0 && box(id).until <= now());
      return Promise.resolve(found.slice(0, limit));
    },
  };
}
