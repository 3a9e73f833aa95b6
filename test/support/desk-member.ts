/** Someone of the team at the desk of the real server: signed in, with the calls of the desk's page. */
import type {
  ClaimAnswer,
  ClaimBody,
  FeedEvent,
  Line,
  MoveAnswer,
  MoveBody,
  PassAnswer,
  SayAnswer,
  TicketRow,
  TicketView,
} from '../../src/desk/contract.js';
import { readAll } from './tickets.js';
import { createInbox, type Inbox } from './inbox.js';

type Ticket = Pick<TicketRow, 'id' | 'epoch'>;
type To = { readonly to: string } | { readonly queue: string };

export interface Answered<T> {
  readonly status: number;
  readonly body: T;
}

export interface Feed extends Inbox<FeedEvent> {
  /** Resolves with the next row of a ticket for which it is true. */
  row(id: string, wanted?: (row: TicketRow) => boolean): Promise<TicketRow>;
  /** Resolves when the server has ended it, or it was closed. */
  readonly ended: Promise<void>;
  close(): void;
}

export interface DeskMember {
  /** `place`: the method and the path below `/api`, as in `GET /desk/line`. */
  call<T>(place: string, body?: object): Promise<Answered<T>>;
  /** A heartbeat; returns what was lost. */
  here(): Promise<readonly string[]>;
  away(): Promise<void>;
  line(): Promise<Line>;
  view(id: string): Promise<TicketView>;
  claim(body: Omit<ClaimBody, 'token'> & { readonly token?: string }): Promise<ClaimAnswer>;
  /** Claims that ticket; throws when it is not given. */
  take(id: string, takeOver?: true): Promise<TicketRow>;
  say(ticket: Ticket, text: string, more?: { readonly note?: boolean; readonly id?: string }): Promise<SayAnswer>;
  move(ticket: Ticket, action: MoveBody['action'], force?: true): Promise<MoveAnswer>;
  pass(ticket: Ticket, to: To): Promise<PassAnswer>;
  /** Opens the live feed; resolves when it has told the whole line. */
  feed(): Promise<Feed>;
}

async function openFeed(url: string, cookie: string): Promise<Feed> {
  const events = createInbox<FeedEvent>();
  const leave = new AbortController();
  const answer = await fetch(`${url}/api/desk/feed`, { headers: { cookie }, signal: leave.signal });
  const listen = async () => {
    let text = '';
    for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + part).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined && data !== '{}') events.take(JSON.parse(data) as FeedEvent);
      }
    }
  };
  const ended = listen().catch(() => undefined); // it ends when it is left, or when the server goes
  await events.until(({ kind }) => kind === 'line');
  return {
    ...events,
    async row(id, wanted = () => true) {
      const fits = (event: FeedEvent) => event.kind === 'ticket' && event.ticket.id === id && wanted(event.ticket);
      return ((await events.until(fits)) as FeedEvent & { kind: 'ticket' }).ticket;
    },
    ended,
    close: () => leave.abort(),
  };
}

/** The row of a ticket once it waits, as an open desk of that server receives it. */
export async function waitingRow(url: string, cookie: string, id: string): Promise<TicketRow> {
  const feed = await openFeed(url, cookie);
  const rowIn = (event: FeedEvent): TicketRow | undefined => {
    if (event.kind === 'line') return event.line.waiting.find((row) => row.id === id);
    return event.kind === 'ticket' && event.ticket.id === id && event.ticket.state === 'waiting'
      ? event.ticket
      : undefined;
  };
  const event = await feed.until((one) => rowIn(one) !== undefined);
  feed.close();
  return rowIn(event)!;
}

/** Signs in as one of the demo's people. The cookie is good for every server of the same data at this address. */
export async function signIn(url: string, id: string): Promise<DeskMember> {
  const json = { 'content-type': 'application/json' };
  const signed = await fetch(`${url}/api/sign-in`, { method: 'POST', headers: json, body: JSON.stringify({ id }) });
  const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';

  async function call<T>(place: string, body?: object): Promise<Answered<T>> {
    const [method = '', path = ''] = place.split(' ');
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${url}/api${path}`, { method, headers: { ...json, cookie }, ...sent });
    return { status: answer.status, body: (await answer.json()) as T };
  }
  async function ask<T>(place: string, body?: object): Promise<T> {
    const answer = await call<T>(place, body);
    if (answer.status === 200) return answer.body;
    throw new Error(`${place} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  const ticket = (one: string, act = '') => `/desk/tickets/${encodeURIComponent(one)}${act}`;
  const claim: DeskMember['claim'] = (body) => ask('POST /desk/claim', { token: crypto.randomUUID(), ...body });

  /** Whatever the customer wrote until then has been read. */
  async function letGo<T extends { readonly kind: string }>(one: string, act: string, body: object): Promise<T> {
    const found = await call<TicketView>(`GET ${ticket(one)}`);
    for (let seen = found.status === 200 ? found.body.ticket.seq : 0; ;) {
      const answer = await ask<T | MoveAnswer>(`POST ${ticket(one, act)}`, { ...body, seen });
      if (answer.kind !== 'wrote' || !('entries' in answer)) return answer as T;
      seen = answer.entries.at(-1)?.seq ?? seen;
    }
  }

  return {
    call,
    here: async () => (await ask<{ lost: string[] }>('POST /desk/presence', { state: 'here' })).lost,
    away: () => ask('POST /desk/presence', { state: 'away' }),
    line: () => ask('GET /desk/line'),
    view: (one) => ask(`GET ${ticket(one)}`),
    claim,
    async take(one, takeOver) {
      const answer = await claim({ ticket: one, ...(takeOver === undefined ? {} : { takeOver }) });
      if (answer.kind !== 'claimed') throw new Error(`The claim of ${one} was answered ${JSON.stringify(answer)}.`);
      return answer.ticket;
    },
    say: ({ id: one, epoch }, text, { note = false, id: message = crypto.randomUUID() } = {}) =>
      ask(`POST ${ticket(one, '/say')}`, { id: message, epoch, text, note }),
    move: ({ id: one, epoch }, action, force) =>
      letGo(one, '/move', {
        ...(action === 'close' ? { why: readAll.why } : {}),
        epoch,
        action,
        ...(force === undefined ? {} : { force }),
      }),
    pass: ({ id: one, epoch }, to) => letGo(one, '/pass', { epoch, ...to }),
    feed: () => openFeed(url, cookie),
  };
}
