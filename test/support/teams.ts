/** Teams as the server meets it: a connector that takes what is pushed, and customers who write over HTTP. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Customer, Message } from './customer.js';
import { createInbox, type Inbox } from './inbox.js';

interface Pushed {
  readonly type?: string;
  readonly text?: string;
  readonly textFormat?: string;
}

export interface Teams {
  /** The server that the customers write to. */
  url: string;
  customer(): Promise<Customer>;
  /** Takes pushes and answers none until the returned function is called. */
  hold(): () => void;
  close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<Pushed> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}') as Pushed;
}

/** The words without the name of the person who speaks. */
const plain = ({ text = '', textFormat }: Pushed): string =>
  textFormat === 'plain' ? text.replace(/^\p{L}[\p{L} ]*: /u, '') : text;

interface Connector {
  readonly serviceUrl: string;
  readonly screens: Map<string, Inbox<string>>;
  held: Promise<void> | undefined;
  close(): Promise<void>;
}

async function startConnector(): Promise<Connector> {
  const server = createServer((request, response) => {
    const id = /\/conversations\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? '';
    void read(request).then(async (pushed) => {
      if (pushed.type === 'message') connector.screens.get(decodeURIComponent(id))?.take(plain(pushed));
      await connector.held;
      response.writeHead(200, { 'content-type': 'application/json' }); // restify's patch breaks chaining
      response.end('{"id":"r1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const connector: Connector = {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    screens: new Map(),
    held: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return connector;
}

export async function startTeams(): Promise<Teams> {
  const connector = await startConnector();

  async function send(conversation: string, changes: object): Promise<void> {
    const place = { channelId: 'msteams', serviceUrl: connector.serviceUrl, conversation: { id: conversation } };
    const people = { from: { id: `user ${conversation}`, name: 'Eve' }, recipient: { id: 'bot' } };
    const body = JSON.stringify({ ...place, ...people, ...changes });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${teams.url}/api/messages`, { method: 'POST', headers, body });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`/api/messages answered ${answer.status}.`);
  }

  const teams: Teams = {
    url: '',
    async customer() {
      const conversation = crypto.randomUUID();
      const screen = createInbox<string>();
      connector.screens.set(conversation, screen);
      await send(conversation, { type: 'conversationUpdate', membersAdded: [{ id: `user ${conversation}` }] });
      await screen.until(() => true);
      return {
        channel: 'teams',
        conversation: `teams-${conversation}`,
        seen: screen.got,
        say: (text: string, { id = crypto.randomUUID(), value }: Message = {}) =>
          send(conversation, {
            type: 'message',
            id,
            ...(value === undefined ? { text } : { value: { choice: value, title: text } }),
          }),
        until: (words, from) => screen.until((text) => words.test(text), from),
        leave: () => void connector.screens.delete(conversation),
      };
    },
    hold() {
      let release: () => void = () => undefined;
      connector.held = new Promise((resolve) => (release = resolve));
      return () => {
        connector.held = undefined;
        release();
      };
    },
    close: () => connector.close(),
  };
  return teams;
}
