/**
 * The transcript as frames for streams. Whoever is at the same place of a conversation is sent the same bytes: they are
 * read once, and kept while somebody's connection has not taken them. A few full ones wait for the next reader, until
 * something changes in their conversation or its last reader leaves.
 */
import type { Entry, Watermark } from '../../conversation/index.js';
import { toActivities } from '../activity.js';
import type { Transcripts } from '../ports.js';
import type { Access } from './access.js';
import type { ActivitySet, WireActivity } from './contract.js';
import { writeWatermark } from './watermark.js';

/**
 * Entries in a frame at most; fewer where they are long. A backlog is one frame wherever it can be: DirectLineJS hands on
 * the activities of frames that follow each other at once in turns, and so in another order.
 */
const perFrame = 500;
/** Characters in a frame at most, unless a single entry has more. The next is read when the connection took this one. */
const mostInFrame = 256 * 1024;
/** Full pages that are kept for the next reader, though nobody reads them now. */
const mostIdle = 64;

export type Page =
  | {
      readonly kind: 'page';
      /** Missing where there is nothing for a customer to see. */
      readonly frame?: Buffer;
      /** Where to go on. */
      readonly mark: Watermark;
      /** Whether there is more already. */
      readonly more: boolean;
      /** Whether the customer waits in the line, or a person has it. */
      readonly ticket: boolean;
    }
  /** The conversation was erased, or the reader's token called in. */
  | { readonly kind: 'gone' };

export interface Pages {
  /** `use` is given the page after a mark; it is kept until `use` has ended. */
  with<T>(access: Access, mark: Watermark, use: (page: Page) => Promise<T>): Promise<T>;
  /** Something in the conversation changed: what is kept of it may be true no more. */
  forget(conversation: string): void;
}

/** The activities come last, so that another one can be put behind them. */
export const frameOf = ({ activities, ...about }: ActivitySet): Buffer =>
  Buffer.from(JSON.stringify({ ...about, activities }));

/** A frame of ours with one activity more. */
export const withActivity = (frame: Buffer, more: WireActivity): Buffer =>
  Buffer.concat([frame.subarray(0, -2), Buffer.from(`,${JSON.stringify(more)}]}`)]);

/** As many entries from the start as fit, and one at least. */
export function fitting(entries: readonly Entry[], most: number): readonly Entry[] {
  let length = 0;
  const end = entries.findIndex((entry) => (length += entry.text.length) > most);
  return end < 0 ? entries : entries.slice(0, Math.max(1, end));
}

type Source = Pick<Transcripts, 'read'>;

interface Kept {
  readonly page: Promise<Page>;
  readonly shelf: Map<string, Kept>;
  readonly key: string;
  users: number;
}

async function read(source: Source, access: Access, from: Watermark): Promise<Page> {
  const { conversation, life } = access;
  const reading = await source.read(conversation, { ...from, life, limit: perFrame });
  if (reading.kind !== 'read') return { kind: 'gone' };
  const { entries, seq, generation, ticket } = reading;
  const shown = fitting(entries, mostInFrame);
  const mark = { after: shown.at(-1)?.seq ?? Math.min(from.after, seq), generation };
  const activities = toActivities(shown, access);
  const more = shown.length < entries.length || entries.length === perFrame;
  if (activities.length === 0) return { kind: 'page', mark, more, ticket };
  return { kind: 'page', frame: frameOf({ activities, watermark: writeWatermark(mark) }), mark, more, ticket };
}

export function createPages(source: Source): Pages {
  const shelves = new Map<string, Map<string, Kept>>();
  /** Nobody's at the moment, the oldest first. */
  const idle = new Set<Kept>();

  function take(access: Access, mark: Watermark): Kept {
    const shelf = shelves.get(access.conversation) ?? new Map<string, Kept>();
    shelves.set(access.conversation, shelf);
    const key = `${writeWatermark(mark)} ${access.life} ${access.customer}`;
    const one = shelf.get(key) ?? { page: read(source, access, mark), shelf, key, users: 0 };
    shelf.set(key, one);
    idle.delete(one);
    one.users += 1;
    return one;
  }

  function drop(one: Kept): void {
    idle.delete(one);
    if (one.shelf.get(one.key) === one) one.shelf.delete(one.key);
  }

  function put(one: Kept, full: boolean): void {
    one.users -= 1;
    if (one.users > 0) return;
    if (!full) drop(one);
    else idle.add(one);
    for (const oldest of idle) {
      if (idle.size <= mostIdle) break;
      drop(oldest);
    }
  }

  return {
    async with(access, mark, use) {
      const one = take(access, mark);
      let full = false;
      try {
        const page = await one.page;
        full = page.kind === 'page' && page.more && shelves.get(access.conversation) === one.shelf;
        return await use(page);
      } finally {
        put(one, full);
      }
    },
    forget(conversation) {
      for (const one of shelves.get(conversation)?.values() ?? []) idle.delete(one);
      shelves.delete(conversation);
    },
  };
}
