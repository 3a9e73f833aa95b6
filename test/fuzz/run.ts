/** Sends generated requests to a whole server, many at once, and counts what becomes of them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../support/direct-line-calls.js';
import { hookSecret } from '../support/hook.js';
import { startServer } from '../support/server.js';
import { startWebCustomer } from '../support/web-customer.js';
import type { Held, Known } from './draw.js';
import { type Door, doorsOf } from './doors.js';
import { requests, type Sent } from './requests.js';

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
  /** What the addresses that change something said, by kind; and what no request came to. */
  readonly says: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly unreached: readonly string[];
  /** Megabytes of the process, at a fifth of the way and at the end, after what was garbage is gone. */
  readonly memory: { readonly early: number; readonly late: number };
  /** What the log calls an error, without the alert that people wait, as they do here. */
  readonly logged: readonly string[];
}

const alert = 'people wait and nobody is at the desk';
const atOnce = 24;
const hungMs = 15_000;
const mostTold = 20;
const mostRead = 20_000;
/** So many of the latest claims are written about. */
const mostHeld = 8;
const secret = 'a-secret-of-the-tests-that-is-long-enough';

type Outcome = number | 'hung' | 'cut';

interface Answered {
  readonly outcome: Outcome;
  /** Its beginning. */
  readonly text: string;
}

function send(port: number, agent: Agent, sent: Sent): Promise<Answered> {
  const { method, path, body } = sent;
  // Node frames the body of a DELETE or GET only when told its length; unframed, it would be read as the next request
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const headers = { ...sent.headers, ...length };
  return new Promise((resolve) => {
    const without = (outcome: Outcome) => resolve({ outcome, text: '' });
    const call = request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
      let text = '';
      answer.on('data', (data: Buffer) => (text += text.length < mostRead ? data.toString() : ''));
      answer.on('end', () => resolve({ outcome: answer.statusCode ?? 0, text }));
      answer.on('error', () => without('cut'));
    });
    const timer = setTimeout(() => {
      without('hung');
      call.destroy();
    }, hungMs);
    call.on('close', () => clearTimeout(timer));
    // a connection that was kept may be closed by the server in the very moment in which it is used again
    call.on('error', () => {
      if (call.reusedSocket) send(port, agent, sent).then(resolve, () => without('cut'));
      else without('cut');
    });
    call.end(body);
  });
}

const megabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** What the server's answers teach, so that the next requests can be right. */
function createMemory(known: Omit<Known, 'held'>) {
  const held: Held[] = [];
  const says: Record<string, Record<string, number>> = {};
  return {
    known: { ...known, held },
    says,
    take({ door, path, headers }: Sent, { outcome, text }: Answered): void {
      if (door.reaches === undefined || outcome === 'hung' || outcome === 'cut' || outcome >= 300) return;
      const answer = JSON.parse(text) as Told;
      const said = (says[`${door.method} ${door.path}`] ??= {});
      const kind = answer.kind ?? Object.keys(answer).join();
      said[kind] = (said[kind] ?? 0) + 1;
      const cookie = headers['cookie'] ?? '';
      if (answer.ticket !== undefined) held.push({ ...answer.ticket, seen: answer.ticket.seq, cookie });
      // an undone move has an epoch of its own
      const at = held.findIndex(({ id }) => path.includes(encodeURIComponent(id)));
      const undone = held[at];
      if (kind === 'back' && undone !== undefined) held[at] = { ...undone, epoch: answer.epoch ?? 0 };
      if (held.length > mostHeld) held.shift();
    },
  };
}

interface Told {
  readonly kind?: string;
  readonly epoch?: number;
  readonly ticket?: { readonly id: string; readonly epoch: number; readonly seq: number };
}

/** What was wanted of an address and never came. */
const unreachedOf = (doors: readonly Door[], says: Report['says']): readonly string[] =>
  doors.flatMap(({ method, path, reaches = [] }) =>
    reaches
      .filter((kind) => says[`${method} ${path}`]?.[kind] === undefined)
      .map((kind) => `${method} ${path}: ${kind}`),
  );

async function knownAt(url: string): Promise<Omit<Known, 'held'>> {
  const customers = await Promise.all(Array.from({ length: 12 }, () => startWebCustomer(url, secret)));
  const signIn = async (id: string) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/sign-in`, { method: 'POST', headers, body: JSON.stringify({ id }) });
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  const [agent = '', colleague = '', supervisor = '', manager = ''] = await Promise.all(
    ['ana', 'ben', 'sam', 'maya'].map(signIn),
  );
  for (const customer of customers) customer.leave();
  return {
    conversations: customers.map(({ conversation, token }) => ({ id: conversation, token })),
    cookies: { agent, colleague, supervisor, manager, nobody: 'session=x' },
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
  const told = (list: string[] | undefined, { door: _, ...sent }: Sent, what: string) => {
    if (list !== undefined && list.length < mostTold) list.push(`${what} ${JSON.stringify(sent).slice(0, 600)}`);
  };
  return {
    add(sent: Sent, outcome: Outcome): void {
      const name = typeof outcome === 'number' ? `${Math.floor(outcome / 100)}xx` : outcome;
      classes[name] = (classes[name] ?? 0) + 1;
      const door = (doors[sent.door.name] ??= {});
      door[outcome] = (door[outcome] ?? 0) + 1;
      if (outcome === 'hung') told(hung, sent, 'hung');
      else if (outcome === 'cut') told(cut, sent, 'cut');
      else if (outcome >= 500 && !isMeant(sent, outcome)) told(broken, sent, String(outcome));
    },
    sums: () => ({ classes, doors, broken: broken ?? [], hung: hung ?? [], cut: cut ?? [] }),
  };
}

/** `hook`: where the other system is that the web hook answers; nobody listens there. */
export const settings = { HOOK_SECRET: hookSecret, HOOK_URL: 'http://127.0.0.1:9/', DIRECT_LINE_SECRET: secret };

export async function fuzz(count: number, seed: number, progress?: (done: number) => void): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-fuzz-'));
  const env = { ...settings, DATA_DIR: folder, LIMITS: 'off', LOG_LEVEL: 'error' };
  const server = await startServer({ ...env, NODE_OPTIONS: '--max-old-space-size=512' });
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  try {
    const memory = createMemory(await knownAt(server.url));
    const source = requests(memory.known, hookSecret, seed);
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
        const answered = await send(server.port, agent, one);
        tally.add(one, answered.outcome);
        memory.take(one, answered);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    const seconds = (performance.now() - began) / 1000;
    await generate(server.url, secret); // it is still there for others
    const isFault = (line: string) => /"level":[56]0/.test(line) && !line.includes(alert);
    const logged = server.output().split('\n').filter(isFault);
    const reached = { says: memory.says, unreached: unreachedOf(doorsOf(hookSecret), memory.says) };
    const weighed = { early, late: megabytes(server.pid) };
    return { requests: count, seconds, ...tally.sums(), ...reached, memory: weighed, logged };
  } finally {
    agent.destroy();
    await server.crash();
    rmSync(folder, { recursive: true });
  }
}
