/**
 * Customers as the door meets them, in a process of their own: each asks for a token, begins a conversation, opens its
 * stream, says a first thing and waits for the answer. Each has an address of its own in 127.0.0.0/8, as customers have.
 */
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';

interface Granted {
  readonly token: string;
  readonly conversationId: string;
  readonly streamUrl: string;
}

interface From {
  readonly at: URL;
  readonly agent: Agent;
  readonly localAddress: string;
}

function post(path: string, { at, agent, localAddress, token, body }: From & { token?: string; body: string }) {
  return new Promise<Granted>((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const options = { host: at.hostname, port: at.port, path, method: 'POST', agent, localAddress, headers };
    const call = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text) as Granted);
        else reject(new Error(`${path}: ${response.statusCode ?? 0} ${text}`));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** The stream of a conversation: resolves `next` with the frame for which it is true. */
function listen(streamUrl: string, localAddress: string) {
  const socket = new WebSocket(streamUrl, { localAddress, perMessageDeflate: false });
  const frames: string[] = [];
  let look: () => void = () => undefined;
  let gone: (fault: Error) => void = () => undefined;
  socket.on('message', (frame: Buffer) => {
    frames.push(frame.toString());
    look();
  });
  socket.on('error', (fault) => gone(fault));
  socket.on('close', () => gone(new Error('closed')));
  const next = (wanted: RegExp) =>
    new Promise<void>((resolve, reject) => {
      gone = reject;
      look = () => {
        if (frames.some((frame) => wanted.test(frame))) resolve();
      };
      look();
    });
  return { next, end: () => socket.terminate() };
}

const greeting = /"role":"assistant"/;
/** What the assistant says of delivery, or the echo of the smallest bot. */
const answer = /two to four working days|You said: /;

export interface Served {
  /** From the outbox of the first message to its answer on the stream, milliseconds. */
  readonly answerMs: number;
  leave(): void;
}

/** Only greeted, when `silent`. */
export async function serve(url: string, n: number, silent = false): Promise<Served> {
  const at = new URL(url);
  const localAddress = `127.1.${Math.floor(n / 200) % 250}.${(n % 200) + 1}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const from = { at, agent, localAddress };
  const { token } = await post('/v3/directline/tokens/generate', { ...from, body: '{}' });
  const { streamUrl, conversationId } = await post('/v3/directline/conversations', { ...from, token, body: '{}' });
  const stream = listen(streamUrl, localAddress);
  await stream.next(greeting);
  const said = performance.now();
  if (!silent) {
    const body = JSON.stringify({ type: 'message', text: 'How long does delivery take?', from: { id: 'me' } });
    const path = `/v3/directline/conversations/${conversationId}/activities`;
    await Promise.all([post(path, { ...from, token, body }), stream.next(answer)]);
  }
  agent.destroy();
  return { answerMs: performance.now() - said, leave: () => stream.end() };
}
