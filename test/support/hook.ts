/** Another system at the end of the web hook: it posts what customers write, and keeps what it is posted. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sign } from '../../src/channels/hook/signature.js';
import { createInbox } from './inbox.js';

export const hookSecret = `whsec_${Buffer.from('a secret of the tests, 32 bytes!').toString('base64')}`;

export interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly reply: { readonly conversation: string; readonly seq: number; readonly text: string; readonly from: string };
}

export async function startHook() {
  const inbox = createInbox<Posted>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      inbox.take({ headers: request.headers, body, reply: JSON.parse(body) as Posted['reply'] });
      const { status, headers } = hook.answers.shift() ?? { status: 204 };
      response.writeHead(status, headers);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hook = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/replies`,
    inbox,
    /** What it answers, once each; 204 from then on. */
    answers: [] as { readonly status: number; readonly headers?: Readonly<Record<string, string>> }[],
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return hook;
}

export interface Written {
  readonly id?: string;
  readonly text?: string;
  readonly conversation?: string;
  readonly at?: number;
  /** How far the sender's clock is from ours, milliseconds. */
  readonly offMs?: number;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent in place of what was signed. */
  readonly forged?: string;
}

/** Posts a customer's message, signed. */
export async function write(server: string, written: Written = {}): Promise<{ status: number; seq?: number }> {
  const { id = crypto.randomUUID(), text = 'hello', conversation = 'c1', offMs = 0, at = Date.now() + offMs } = written;
  const body = JSON.stringify({ conversation, customer: { id: 'u1', name: 'Eve' }, text });
  const signed = sign(written.secret ?? hookSecret, { id, at }, Buffer.from(body));
  const answer = await fetch(`${server}/api/hook/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed, ...written.headers },
    body: written.forged ?? body,
  });
  const told = (await answer.json()) as { seq?: number };
  return { status: answer.status, ...(told.seq === undefined ? {} : { seq: told.seq }) };
}
