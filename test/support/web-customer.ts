/** A customer on the web: Direct Line over HTTP, and its stream. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ActivitySet, Status, WireActivity } from '../../src/channels/direct-line/contract.js';
import type { Customer } from './customer.js';
import { call, generate } from './direct-line-calls.js';
import { createInbox, type Inbox } from './inbox.js';

export interface WebCustomer extends Customer {
  readonly token: string;
  /** Every message on the screen, the customer's own too. */
  readonly shown: readonly WireActivity[];
  /** The place in the line they were shown. */
  readonly standings: Inbox<Status>;
  /** Loses the connection. */
  cut(): Promise<void>;
  /** Connects again, and goes on after the last number seen, or after another one. */
  connect(watermark?: string): Promise<void>;
}

/** `secret`: the site's own, which asks for as many tokens as it has customers. */
export async function startWebCustomer(url: string, secret?: string): Promise<WebCustomer> {
  const { token, conversationId: conversation } = await generate(url, secret);
  const shown = createInbox<WireActivity>();
  const others = createInbox<string>();
  const standings = createInbox<Status>();
  let socket: WebSocket | undefined;
  let last = '';

  function take({ activities, watermark = last }: ActivitySet): void {
    last = watermark;
    for (const activity of activities) {
      if (activity.name === 'warmline/status') standings.take(activity.value as Status);
      if (activity.type !== 'message') continue;
      shown.take(activity);
      if (activity.from.role !== 'user') others.take(activity.text ?? '');
    }
  }
  async function connect(watermark = last): Promise<void> {
    const goOn = `GET /conversations/${conversation}?watermark=${watermark}`;
    const { body } = await call(url, watermark === '' ? 'POST /conversations' : goOn, { token });
    socket = new WebSocket(body.streamUrl);
    socket.on('error', () => undefined); // a server that is killed cuts it
    socket.on('message', (frame: Buffer) => {
      if (frame.length > 0) take(JSON.parse(frame.toString()) as ActivitySet);
    });
    await once(socket, 'open');
  }
  await connect();
  await others.until(() => true);
  return {
    channel: 'web',
    conversation,
    token,
    seen: others.got,
    shown: shown.got,
    standings,
    async say(text, { id = crypto.randomUUID(), value } = {}) {
      const channelData = { clientActivityID: id, ...(value === undefined ? {} : { choice: value }) };
      const body = { type: 'message', text, from: { id: 'me' }, channelData };
      const { status } = await call(url, `POST /conversations/${conversation}/activities`, { token, body });
      if (status !== 200) throw new Error(`The web answered ${status}.`);
    },
    until: (words, from) => others.until((text) => words.test(text), from),
    connect,
    async cut() {
      if (socket === undefined || socket.readyState === socket.CLOSED) return;
      const closed = once(socket, 'close');
      socket.terminate();
      await closed;
    },
    leave: () => socket?.terminate(),
  };
}
