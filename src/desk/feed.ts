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

const shown = 100;

function midnight(now: number): number {
  const day = new Date(now);
  return day.setHours(0, 0, 0, 0);
}

export function createDeskFeed(options: { queue: Queue; bells: Bells; clock: Clock; log: Log }): DeskFeed {
  const { queue, bells, clock, log } = options;
  const pages = new Map<Send, string>();
  /** Tickets that some page may show. */
  const known = new Set<string>();
  const reading = new Map<string, 'once' | 'again'>();

  async function line(agent: string): Promise<Line> {
    const now = clock.now();
    const [waiting, held, doneToday] = await Promise.all([
      queue.line(shown),
      queue.held(agent),
      queue.done(agent, midnight(now)),
    ]);
    for (const { conversation } of [...waiting.tickets, ...held]) known.add(conversation);
    return {
      now,
      waiting: waiting.tickets.map(ticketRow),
      waitingTotal: waiting.total,
      mine: held.map(ticketRow),
      capacity: queue.capacity,
      doneToday,
    };
  }

  async function announce(conversation: string): Promise<void> {
    const [ticket, waitingTotal] = await Promise.all([queue.ticket(conversation), queue.size()]);
    if (ticket !== undefined) known.add(conversation);
    else if (!known.delete(conversation)) return;
    const event: FeedEvent =
      ticket === undefined
        ? { kind: 'gone', id: conversation, waitingTotal }
        : { kind: 'ticket', ticket: ticketRow(ticket), waitingTotal };
    for (const send of pages.keys()) send(event);
  }

  /** One read at a time per conversation; a ring during a read causes exactly one more. */
  async function rung(conversation: string): Promise<void> {
    if (reading.has(conversation)) {
      reading.set(conversation, 'again');
      return;
    }
    do {
      reading.set(conversation, 'once');
      await announce(conversation);
    } while (reading.get(conversation) === 'again');
    reading.delete(conversation);
  }

  async function refresh(send: Send, agent: string): Promise<void> {
    const event: FeedEvent = { kind: 'line', line: await line(agent) };
    if (pages.has(send)) send(event);
  }

  const failed = (fault: unknown) => log.warn({ fault }, 'desk feed');
  const stop = bells.listenAll((ring) => {
    if (pages.size === 0) return;
    if (ring === undefined) {
      for (const [send, agent] of pages) refresh(send, agent).catch(failed);
      return;
    }
    const ticket = ring.state === 'waiting' || ring.state === 'assigned';
    if (!ticket && !known.has(ring.conversation)) return;
    rung(ring.conversation).catch((fault: unknown) => {
      reading.delete(ring.conversation);
      failed(fault);
    });
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
