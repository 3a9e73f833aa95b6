/**
 * The agents' live feed. A bell says which conversation changed; its row is read once and sent to every open page.
 * Pages read transcripts themselves, by number, so a page that missed something only needs the next bell.
 */
import type { Clock, Log } from '../base/index.js';
import type { Queue } from '../queue/index.js';
import type { FeedEvent, Line } from './contract.js';
import { ticketRow } from './rows.js';

type Send = (event: FeedEvent) => void;

/** Rings for every change, with what changed; without an argument when rings may have been missed. */
export interface Bells {
  listenAll(ring: (ring?: { readonly conversation: string; readonly state: string }) => void): () => void;
}

export interface DeskFeed {
  /** The whole line as this agent sees it. */
  line(agent: string): Promise<Line>;
  /** Sends the line now, and every change from then on; call what it returns to stop. */
  open(agent: string, send: Send): () => void;
  close(): void;
}

export interface FeedOptions {
  readonly queue: Queue;
  readonly bells: Bells;
  readonly clock: Clock;
  readonly log: Log;
}

const shown = 100;

function midnight(now: number): number {
  const day = new Date(now);
  return day.setHours(0, 0, 0, 0);
}

/** Runs `act` for a key one at a time; a call during a run causes exactly one more. */
function oneAtATime(act: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const running = new Map<string, 'once' | 'again'>();
  return async (key) => {
    if (running.has(key)) {
      running.set(key, 'again');
      return;
    }
    try {
      do {
        running.set(key, 'once');
        await act(key);
      } while (running.get(key) === 'again');
    } finally {
      running.delete(key);
    }
  };
}

async function readLine({ queue, clock }: FeedOptions, agent: string): Promise<Line> {
  const now = clock.now();
  const done = queue.done(agent, midnight(now));
  const [waiting, held, doneToday] = await Promise.all([queue.line(shown), queue.held(agent), done]);
  return {
    now,
    waiting: waiting.tickets.map(ticketRow),
    waitingTotal: waiting.total,
    mine: held.map(ticketRow),
    capacity: queue.capacity,
    doneToday,
  };
}

export function createDeskFeed(options: FeedOptions): DeskFeed {
  const { queue, bells, log } = options;
  const pages = new Map<Send, string>();
  /** Tickets that some page may show: only these can be gone. */
  const known = new Set<string>();
  const failed = (fault: unknown) => log.warn({ fault }, 'desk feed');

  async function line(agent: string): Promise<Line> {
    const found = await readLine(options, agent);
    for (const { id } of [...found.waiting, ...found.mine]) known.add(id);
    return found;
  }

  async function refresh(send: Send, agent: string): Promise<void> {
    const event: FeedEvent = { kind: 'line', line: await line(agent) };
    if (pages.has(send)) send(event);
  }

  const announce = oneAtATime(async (id) => {
    const [ticket, waitingTotal] = await Promise.all([queue.ticket(id), queue.size()]);
    if (ticket !== undefined) known.add(id);
    else if (!known.delete(id)) return;
    const event: FeedEvent =
      ticket === undefined
        ? { kind: 'gone', id, waitingTotal }
        : { kind: 'ticket', ticket: ticketRow(ticket), waitingTotal };
    for (const send of pages.keys()) send(event);
  });

  const stop = bells.listenAll((ring) => {
    if (ring === undefined) {
      for (const [send, agent] of pages) refresh(send, agent).catch(failed);
    } else if (pages.size > 0 && (['waiting', 'assigned'].includes(ring.state) || known.has(ring.conversation))) {
      announce(ring.conversation).catch(failed);
    }
  });

  return {
    line,
    open(agent, send) {
      pages.set(send, agent);
      refresh(send, agent).catch(failed);
      return () => {
        pages.delete(send);
        if (pages.size === 0) known.clear();
      };
    },
    close: stop,
  };
}
