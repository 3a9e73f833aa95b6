/** An agent's live feed: server-sent events, opened again whenever they end. */
import type { FeedEvent, TicketRow } from '../../../src/desk/contract.js';
import { pause, type Stage } from './stage.js';

export interface Feed {
  /** Tickets that the page shows as waiting, in order. */
  waiting(): readonly string[];
  /** All tickets that the page shows. */
  shown(): readonly TicketRow[];
}

export function openFeed(stage: Stage, cookie: string): Feed {
  const rows = new Map<string, TicketRow>();

  function take(event: FeedEvent): void {
    if (event.kind === 'line') {
      rows.clear();
      for (const row of [...event.line.waiting, ...event.line.mine, ...(event.line.assigned ?? [])])
        rows.set(row.id, row);
    } else if (event.kind === 'ticket') rows.set(event.ticket.id, event.ticket);
    else rows.delete(event.id);
  }

  async function read(): Promise<void> {
    const answer = await fetch(`${stage.url()}/api/desk/feed`, { headers: { cookie }, signal: stage.left });
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of answer.body ?? []) {
      const parts = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const data = /^event: (?:line|ticket|gone)\ndata: (.+)$/m.exec(part)?.[1];
        if (data !== undefined) take(JSON.parse(data) as FeedEvent);
      }
    }
  }

  async function keepOpen(): Promise<void> {
    while (!stage.left.aborted) {
      await read().catch(() => undefined); // a broken feed is opened again, as a browser does
      await pause(stage, 50);
    }
  }

  void keepOpen();
  const waiting = () =>
    [...rows.values()].filter(({ state }) => state === 'waiting').toSorted((a, b) => a.order - b.order);
  return { waiting: () => waiting().map(({ id }) => id), shown: () => [...rows.values()] };
}
