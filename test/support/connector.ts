/**
 * A Bot Framework connector on this machine: takes what a bot sends over HTTP, counts it, and answers as the test says.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Delivered {
  /** The conversation, as the channel calls it. */
  readonly to: string;
  readonly text: string;
}

interface Verdict {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Connector {
  readonly serviceUrl: string;
  /** Every message that reached it, in order of arrival, refused ones and repeats included. */
  readonly got: readonly Delivered[];
  /** What it answers; 200 at first. A promise holds the answer back. */
  answer: (message: Delivered) => Verdict | Promise<Verdict>;
  /** Resolves with the first message for which it is true, received or yet to come. */
  until(wanted: (message: Delivered) => boolean): Promise<Delivered>;
  close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<Delivered> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { text?: string };
  const to = /\/conversations\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? '';
  return { to: decodeURIComponent(to), text: body.text ?? '' };
}

export async function startConnector(): Promise<Connector> {
  const got: Delivered[] = [];
  const looks = new Set<() => void>();
  const server = createServer((request, response) => {
    void read(request).then(async (message) => {
      got.push(message);
      for (const look of looks) look();
      const { status, headers = {} } = await connector.answer(message);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(status < 300 ? { id: 'r1' } : { error: { code: 'x', message: 'no' } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const connector: Connector = {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    got,
    answer: () => ({ status: 200 }),
    until: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = got.find(wanted);
          if (found === undefined) return;
          looks.delete(look);
          resolve(found);
        };
        looks.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return connector;
}

let count = 0;

/** Says something as a customer in Teams; resolves with the HTTP status. */
export async function sayInTeams(
  url: string,
  message: { readonly serviceUrl: string; readonly conversation: string; readonly text: string },
): Promise<number> {
  const { serviceUrl, conversation, text } = message;
  const answer = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `activity-${(count += 1)}`,
      text,
      channelId: 'msteams',
      serviceUrl,
      conversation: { id: conversation },
      from: { id: `user-${conversation}`, name: 'Eve' },
      recipient: { id: 'bot' },
    }),
  });
  await answer.arrayBuffer();
  return answer.status;
}
