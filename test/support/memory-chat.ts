/** An assistant that echoes, with its transcript in memory: an honest small implementation of the channels' ports. */
import type { Deed, Entry, Extras, Role, Said } from '../../src/conversation/index.js';
import type { Status } from '../../src/channels/index.js';
import type { Listener, StatusSource, Transcripts } from '../../src/channels/ports.js';
import type { ChangeNotifier } from '../../src/conversation/index.js';
import { createMemoryPost, type MemoryPost } from './memory-post.js';

interface Thread {
  readonly entries: Entry[];
  readonly seen: Map<string, number>;
  readonly from: Said;
  reference?: string | undefined;
  status: Status;
}

export interface MemoryChat extends Listener, Transcripts, ChangeNotifier, StatusSource {
  readonly post: MemoryPost;
  /** What time it is for leases and pauses. */
  now: () => number;
  readonly heard: readonly Said[];
  /** What customers did beside writing. */
  readonly deeds: Deed[];
  /** Only those who had not been before. */
  readonly greeted: readonly Said[];
  /** Adds to a transcript, as an agent or the assistant would. */
  add(conversation: string, role: Role, words: Extras & { readonly text: string }): number;
  move(conversation: string, status: Status): void;
  /** Like `move`, but nobody rings. */
  place(conversation: string, status: Status): void;
  forget(conversation: string): void;
  /** Forgets it, and refuses a customer who comes back to it. */
  erase(conversation: string): void;
  /** Rings with no name, as a change notifier does that was connected again. */
  ringAll(): void;
  /** How many listen to a conversation. */
  listening(conversation: string): number;
  readonly ids: readonly string[];
  /** How often a transcript was read. */
  reads: number;
  /** While set, reading fails with it. */
  broken: Error | undefined;
  /** The assistant's reply; none when undefined. */
  reply: (said: Said) => (Extras & { readonly text: string }) | undefined;
  /** When it replies: in the next moment. */
  soon: (answer: () => void) => void;
}

export function createMemoryChat(now = 1_700_000_000_000): MemoryChat {
  const threads = new Map<string, Thread>();
  const heard: Said[] = [];
  const greeted: Said[] = [];
  const erased = new Set<string>();
  const secrets = new Map<string, readonly string[]>();
  const one = new Map<string, Set<(more: boolean) => void>>();
  const all = new Set<(ring?: { conversation: string; state: string }) => void>();

  const thread = (said: Said): Thread => {
    const found = threads.get(said.conversation);
    const made: Thread = found ?? {
      entries: [],
      seen: new Map(),
      from: said,
      status: { state: 'assistant' },
    };
    threads.set(said.conversation, made);
    if (said.reference !== undefined) made.reference = said.reference;
    return made;
  };
  const ring = (conversation: string, more = false) => {
    const state = threads.get(conversation)?.status.state ?? 'none';
    for (const act of one.get(conversation) ?? []) act(more);
    for (const act of all) act({ conversation, state });
  };
  const append = (
    conversation: string,
    role: Role,
    { more = false, ...words }: Extras & { readonly text: string; readonly activity?: string; readonly more?: boolean },
  ): number => {
    const { entries } = threads.get(conversation)!;
    const seq = entries.length + 1;
    entries.push({ seq, at: now + seq, role, stint: 'none', ...words });
    ring(conversation, more);
    return seq;
  };

  const chat: MemoryChat = {
    post: createMemoryPost(threads, { now: () => chat.now(), broken: () => chat.broken }),
    now: () => Date.now(),
    heard,
    deeds: [],
    greeted,
    broken: undefined,
    reads: 0,
    reply: (said) => ({ text: `You said: ${said.text}` }),
    soon: setImmediate,
    receive(said) {
      if (chat.broken) return Promise.reject(chat.broken);
      if (erased.has(said.conversation)) return Promise.resolve({ kind: 'gone' });
      const { seen } = thread(said);
      const known = seen.get(said.activity);
      if (known !== undefined) return Promise.resolve({ kind: 'duplicate', seq: known });
      heard.push(said);
      const { text, activity, value } = said;
      const reply = chat.reply(said);
      const words = { text, activity, more: reply !== undefined, ...(value === undefined ? {} : { value }) };
      const seq = append(said.conversation, 'customer', words);
      seen.set(activity, seq);
      if (reply) chat.soon(() => append(said.conversation, 'assistant', reply));
      return Promise.resolve({ kind: 'received', seq });
    },
    amend(deed) {
      if (chat.broken) return Promise.reject(chat.broken);
      chat.deeds.push(deed);
      return Promise.resolve();
    },
    greet(said) {
      if (erased.has(said.conversation) || thread(said).entries.length > 0) return Promise.resolve(undefined);
      greeted.push(said);
      append(said.conversation, 'assistant', { text: 'Welcome' });
      return Promise.resolve({ life: '0' });
    },
    find(id) {
      if (chat.broken) return Promise.reject(chat.broken);
      const found = threads.get(id);
      if (found === undefined) return Promise.resolve(undefined);
      const { from, entries, reference } = found;
      const base = { id, channel: from.channel, customer: from.customer, seq: entries.length, generation: 0 };
      return Promise.resolve(reference === undefined ? base : { ...base, reference });
    },
    idFor: (_, next) => next(),
    read(id, { after, life = '', limit = Infinity }) {
      if (chat.broken) return Promise.reject(chat.broken);
      chat.reads += limit > 0 ? 1 : 0;
      const known = threads.get(id);
      const found = known?.entries;
      if (erased.has(id) || (found === undefined && life !== '')) return Promise.resolve({ kind: 'gone' });
      if (known === undefined || found === undefined) return Promise.resolve({ kind: 'none' });
      const ticket = known.status.state !== 'assistant';
      const from = after > found.length ? 0 : after;
      const entries = found.slice(from, from + limit);
      return Promise.resolve({ kind: 'read', generation: 0, life: '0', seq: found.length, ticket, entries });
    },
    renew(id, { life, next, shown }) {
      const known = secrets.get(id) ?? [];
      if (!threads.has(id)) return Promise.resolve({ kind: 'gone' });
      if (shown !== undefined && !known.includes(shown.secret)) return Promise.resolve({ kind: 'reused' });
      secrets.set(id, [shown?.secret ?? '', next]);
      return Promise.resolve({ kind: 'renewed', life });
    },
    listen(id, act) {
      one.set(id, (one.get(id) ?? new Set()).add(act));
      return () => void one.get(id)?.delete(act);
    },
    listenAll(act) {
      all.add(act);
      return () => void all.delete(act);
    },
    seen: () => Promise.resolve(),
    status: (id) => Promise.resolve(threads.get(id)?.status ?? { state: 'assistant' }),
    add: append,
    move(id, status) {
      threads.get(id)!.status = status;
      ring(id);
    },
    place: (id, status) => void (threads.get(id)!.status = status),
    forget: (id) => void threads.delete(id),
    erase(id) {
      threads.delete(id);
      erased.add(id);
      ring(id);
    },
    ringAll() {
      for (const act of all) act();
      for (const acts of one.values()) for (const act of acts) act(false);
    },
    listening: (id) => one.get(id)?.size ?? 0,
    get ids() {
      return [...threads.keys()];
    },
  };
  return chat;
}
