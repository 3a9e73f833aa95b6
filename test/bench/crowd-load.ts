/**
 * The load of the crowd, in a process of its own: every customer asks for a token, begins a conversation and opens its
 * stream, all meant to happen at once. Each has an address of its own in 127.0.0.0/8, as customers have.
 */
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';

const [url = '', count = '0'] = process.argv.slice(2);
const total = Number(count);
const at = new URL(url);
/** Handshakes under way at a time: as many as a listening socket keeps for a server that is busy. */
const width = 256;
const tries = 5;

interface Answer {
  readonly token: string;
  readonly streamUrl: string;
}

function post(path: string, from: { agent: Agent; localAddress: string; token?: string }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { agent, localAddress, token } = from;
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const options = { host: at.hostname, port: at.port, path, method: 'POST', agent, localAddress, headers };
    const call = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text) as Answer);
        else reject(new Error(`${path}: ${response.statusCode ?? 0} ${text}`));
      });
    });
    call.on('error', reject);
    call.end('{}');
  });
}

/** Resolves when the greeting has come by the stream. */
function greeted(streamUrl: string, localAddress: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(streamUrl, { localAddress, perMessageDeflate: false });
    socket.once('message', () => resolve());
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed')));
  });
}

async function join(n: number): Promise<void> {
  const localAddress = `127.1.${Math.floor(n / 200)}.${(n % 200) + 1}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { token } = await post('/v3/directline/tokens/generate', { agent, localAddress });
  const { streamUrl } = await post('/v3/directline/conversations', { agent, localAddress, token });
  agent.destroy();
  await greeted(streamUrl, localAddress);
}

async function insist(n: number): Promise<boolean> {
  for (let n_ = 0; n_ < tries; n_ += 1) {
    try {
      await join(n);
      return true;
    } catch (fault) {
      if (n_ === tries - 1) process.stderr.write(`customer ${n}: ${(fault as Error).message}\n`);
    }
  }
  return false;
}

const meant = performance.now(); // all of them want to be there now, so every wait counts from here
const waits: number[] = [];
let next = 0;
let failed = 0;
await Promise.all(
  Array.from({ length: width }, async () => {
    while (next < total) {
      const joined = await insist((next += 1) - 1);
      if (joined) waits.push(performance.now() - meant);
      else failed += 1;
    }
  }),
);
waits.sort((a, b) => a - b);
const share = (part: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? NaN;
process.send?.({ served: waits.length, failed, p50: share(0.5), p99: share(0.99) });
// the sockets stay open until the parent has measured and ends this process
