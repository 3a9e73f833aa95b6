/** What both suites of push delivery do at the desk, and say. */
import type { ClaimAnswer, Line, TicketView } from '../../../src/desk/contract.js';
import { waitingRow } from '../../support/desk-member.js';

export const json = { 'content-type': 'application/json' };

/** Ana at her desk, on any of the servers. */
export async function createDesk(url: () => string) {
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(url() + path, { method: 'POST', headers: { ...json, cookie }, body: JSON.stringify(body) });
  const cookie = (await post('/api/sign-in', { id: 'ana' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const get = async <T>(path: string) => (await (await fetch(url() + path, { headers: { cookie } })).json()) as T;
  return {
    line: () => get<Line>('/api/desk/line'),
    view: (id: string) => get<TicketView>(`/api/desk/tickets/${encodeURIComponent(id)}`),
    waiting: (id: string) => waitingRow(url(), cookie, id),
    async claim(ticket: string): Promise<number> {
      const body = { token: crypto.randomUUID(), ticket };
      const answer = (await (await post('/api/desk/claim', body, cookie)).json()) as ClaimAnswer;
      if (answer.kind !== 'claimed') throw new Error(answer.kind);
      return answer.ticket.epoch;
    },
    async say(ticket: string, epoch: number, text: string): Promise<void> {
      const body = { id: crypto.randomUUID(), epoch, text, note: false };
      const answer = await post(`/api/desk/tickets/${encodeURIComponent(ticket)}/say`, body, cookie);
      if (answer.status !== 200) throw new Error(await answer.text());
    },
  };
}

export const byAna = (text: string) => `Ana Silva: ${text}`;
export const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `line ${from + index}`);

export type Desk = Awaited<ReturnType<typeof createDesk>>;
