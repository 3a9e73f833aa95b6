/** Sends generated requests to a whole server, many at once, and counts what becomes of them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../support/direct-line-calls.js';
import { startServer } from '../support/server.js';
import { startWebCustomer } from '../support/web-customer.js';
import { type Known, requests, type Sent } from './requests.js';

export interface Report {
  readonly requests: number;
  readonly seconds: number;
  /** By status class, and by door and status. */
  readonly classes: Readonly<Record<string, number>>;
  readonly doors: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** 5xx that were answered and are not meant. */
  readonly broken: readonly string[];
  /** Calls without an answer in time, and connections that were cut. */
  readonly hung: readonly string[];
  readonly cut: readonly string[];
  /** Megabytes of the process, at a fifth of the way and at the end, after what was garbage is gone. */
  readonly memory: { readonly early: number; readonly late: number };
  /** What the log calls an error, without the alert that people wait, as they do here. */
  readonly logged: readonly string[];
}

const alert = 'people wait and nobody is at the desk';
const atOnce = 24;
const hungMs = 15_000;
const mostTold = 20;
const secret = 'a-secret-of-the-tests-that-is-long-enough';

type Outcome = number | 'hung' | 'cut';

function send(port: number, agent: Agent, sent: Sent): Promise<Outcome> {
  const { method, path, body } = sent;
  // Node frames the body of a DELETE or GET only when told its length; unframed, it would be read as the next request
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const headers = { ...sent.headers, ...length };
  return new Promise((resolve) => {
    const call = request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', () => resolve('cut'));
      answer.resume();
    });
    const timer = setTimeout(() => {
      resolve('hung');
      call.destroy();
    }, hungMs);
    call.on('close', () => clearTimeout(timer));
    // a connection that was kept may be closed by the server in the very moment in which it is used again
    call.on('error', () => {
      if (call.reusedSocket) send(port, agent, sent).then(resolve, () => resolve('cut'));
      else resolve('cut');
    });
    call.end(body);
  });
}

const megabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function knownAt(url: string): Promise<Known> {
  const customers = await Promise.all(Array.from({ length: 12 }, () => startWebCustomer(url, secret)));
  const signIn = async (id: string) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/sign-in`, { method: 'POST', headers, body: JSON.stringify({ id }) });
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  for (const customer of customers) customer.leave();
  return {
    conversations: customers.map(({ conversation, token }) => ({ id: conversation, token })),
    cookies: [...(await Promise.all(['ana', 'sam', 'maya'].map(signIn))), 'session=x'],
    secret,
  };
}

/** An `invoke` is told that it is not served here; whether the server is ready is what it was asked. */
const isMeant = ({ path }: Sent, status: number): boolean =>
  (path === '/api/messages' && status === 501) || (path === '/health/ready' && status === 503);

function createCount() {
  const [broken, hung, cut]: string[][] = [[], [], []];
  const classes: Record<string, number> = {};
  const doors: Record<string, Record<string, number>> = {};
  const told = (list: string[] | undefined, sent: Sent, what: string) => {
    if (list !== undefined && list.length < mostTold) list.push(`${what} ${JSON.stringify(sent).slice(0, 600)}`);
  };
  return {
    add(sent: Sent, outcome: Outcome): void {
      const name = typeof outcome === 'number' ? `${Math.floor(outcome / 100)}xx` : outcome;
      classes[name] = (classes[name] ?? 0) + 1;
      const door = (doors[sent.door] ??= {});
      door[outcome] = (door[outcome] ?? 0) + 1;
      if (outcome === 'hung') told(hung, sent, 'hung');
      else if (outcome === 'cut') told(cut, sent, 'cut');
      else if (outcome >= 500 && !isMeant(sent, outcome)) told(broken, sent, String(outcome));
    },
    sums: () => ({ classes, doors, broken: broken ?? [], hung: hung ?? [], cut: cut ?? [] }),
  };
}

export async function fuzz(count: number, seed: number, progress?: (done: number) => void): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-fuzz-'));
  const env = { DATA_DIR: folder, DIRECT_LINE_SECRET: secret, LIMITS: 'off', LOG_LEVEL: 'error' };
  const server = await startServer({ ...env, NODE_OPTIONS: '--max-old-space-size=512' });
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  try {
    const source = requests(await knownAt(server.url), seed);
    const tally = createCount();
    const began = performance.now();
    let early = 0;
    let sent = 0;
    const work = async () => {
      while (sent < count) {
        sent += 1;
        if (sent === Math.ceil(count / 5)) early = megabytes(server.pid);
        if (sent % 5000 === 0) progress?.(sent);
        const one = source.next().value as Sent;
        tally.add(one, await send(server.port, agent, one));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    const seconds = (performance.now() - began) / 1000;
    await generate(server.url, secret); // it is still there for others
    const isFault = (line: string) => /"level":[56]0/.test(line) && !line.includes(alert);
    const logged = server.output().split('\n').filter(isFault);
    return { requests: count, seconds, ...tally.sums(), memory: { early, late: megabytes(server.pid) }, logged };
  } finally {
    agent.destroy();
    await server.crash();
    rmSync(folder, { recursive: true });
  }
}
