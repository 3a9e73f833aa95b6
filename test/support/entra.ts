/**
 * What Azure does, for real servers here: whoever asks as its documents say is given a token that is good for seconds, the
 * servers take it as a password for as long, and a connection that was not made known by a newer one before is ended.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import { SignJWT } from 'jose';
import { createInbox, type Inbox } from './inbox.js';

export const objectId = '7d0f4f0e-0000-4000-8000-5fa6c1f0b0a1';
const header = 'of this container';

interface Issued {
  readonly text: string;
  readonly at: number;
}

export interface Entra {
  /** What Azure sets for what runs there. */
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
  /** What was asked for, as the method and the address, or the form. */
  readonly asked: readonly string[];
  /** All that were given, and those that are not good any more. */
  readonly tokens: Inbox<string>;
  readonly ended: Inbox<string>;
  /** Connections that were ended because their token had. */
  expelled(): number;
  /** `away`: calls are not answered; `stale`: the same token again, to its end; `refuses`: nobody has this identity. */
  mood(mood: 'well' | 'away' | 'stale' | 'refuses'): void;
  close(): void;
}

interface Server {
  readonly admin: Redis;
  /** When each connection has made itself known last, by its address. */
  readonly known: Map<string, number>;
  close(): void;
}

async function watch(port: number): Promise<Server> {
  const admin = new Redis({ host: '127.0.0.1', port, protocol: 2 });
  const known = new Map<string, number>();
  const monitor = await admin.monitor();
  monitor.on('monitor', (_: string, [command = '']: string[], source: string) => {
    if (command.toLowerCase() === 'auth') known.set(source, performance.now());
  });
  await admin.acl('SETUSER', objectId, 'on', '~*', '&*', '+@all');
  return {
    admin,
    known,
    close: () => {
      monitor.disconnect();
      admin.disconnect();
    },
  };
}

/** Ends whoever is not known by a token that came after this one. */
async function end({ admin, known }: Server, token: Issued, next: Issued | undefined): Promise<number> {
  await admin.acl('SETUSER', objectId, `<${token.text}`);
  const list = String(await admin.client('LIST')).split('\n');
  const own = list.filter((line) => line.includes(` user=${objectId} `));
  const late = own.flatMap((line) => {
    const [, id = '', address = ''] = /^id=(\d+) addr=(\S+) /.exec(line) ?? [];
    return next === undefined || (known.get(address) ?? 0) < next.at ? [id] : [];
  });
  for (const id of late) await admin.client('KILL', 'ID', id);
  return late.length;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

/** `ports`: of all servers; `seconds`: how long a token is good for. */
export async function startEntra(ports: readonly number[], seconds: number): Promise<Entra> {
  const servers = await Promise.all(ports.map(watch));
  const issued: Issued[] = [];
  const asked: string[] = [];
  const [tokens, ended] = [createInbox<string>(), createInbox<string>()];
  const timers: NodeJS.Timeout[] = [];
  let [mood, expelled] = ['well', 0];

  async function issue(): Promise<Issued> {
    const text = await new SignJWT({ oid: objectId, n: issued.length })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new Uint8Array(32));
    for (const { admin } of servers) await admin.acl('SETUSER', objectId, `>${text}`);
    const token = { text, at: performance.now() };
    issued.push(token);
    tokens.take(text);
    const expire = async () => {
      const next = issued.find(({ at }) => at > token.at);
      for (const server of servers) expelled += await end(server, token, next);
      ended.take(text);
    };
    timers.push(setTimeout(() => void expire().catch(() => undefined), seconds * 1000));
    return token;
  }

  async function answer(request: IncomingMessage): Promise<readonly [number, object]> {
    const body = await bodyOf(request);
    asked.push(`${request.method ?? ''} ${request.url ?? ''}${body === '' ? '' : ` ${body}`}`);
    const proven =
      request.headers['x-identity-header'] === header ||
      request.headers['metadata'] === 'true' ||
      new URLSearchParams(body).get('client_assertion') === 'of this pod';
    if (!proven) return [401, { error: 'invalid_request', error_description: 'Who asks?' }];
    if (mood === 'refuses') return [400, { error: 'invalid_request', error_description: 'Identity not found' }];
    const last = issued.at(-1);
    const token = mood === 'stale' && last !== undefined ? last : await issue();
    const left = seconds - (performance.now() - token.at) / 1000;
    const until = { expires_on: String(Math.floor(Date.now() / 1000 + left)), expires_in: String(Math.ceil(left)) };
    return [200, { access_token: token.text, token_type: 'Bearer', ...until }];
  }

  const http = createServer((request, response) => {
    if (mood === 'away') return void request.socket.destroy();
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  return {
    env: { REDIS_AUTH: 'entra', IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi/token`, IDENTITY_HEADER: header },
    port,
    asked,
    tokens,
    ended,
    expelled: () => expelled,
    mood: (now) => void (mood = now),
    close() {
      for (const timer of timers) clearTimeout(timer);
      http.closeAllConnections();
      http.close();
      for (const server of servers) server.close();
    },
  };
}
