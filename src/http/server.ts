/** The HTTP server: restify behind routes that only answer, and everything that must hold for all of them. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import restify from 'restify';
import { type Log, SupportError } from '../base/index.js';
import { type OpenFeeds, write } from './answer.js';
import type { Person } from './contract.js';
import { toHttp } from './errors.js';
import type { PersonCall, Route } from './routes.js';
import { serveFiles, type StaticFiles } from './static.js';

export type Upgrade = (request: { request: IncomingMessage; socket: Duplex; head: Buffer }, url: URL) => Promise<void>;

export interface Http {
  add(...routes: readonly Route[]): void;
  /** Takes WebSocket upgrades of addresses that begin with `prefix`. */
  upgrade(prefix: string, handle: Upgrade): void;
  files(files: StaticFiles): void;
  /** Throws `unavailable` when the port is taken. */
  listen(): Promise<{ readonly url: string; readonly port: number }>;
  close(): Promise<void>;
}

export interface HttpOptions {
  readonly log: Log;
  readonly host: string;
  readonly port: number;
  /** Who sent these cookies. */
  readonly person: (cookies: string | undefined) => Promise<Person | undefined>;
}

const maxBody = 256 * 1024;
const anySite = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
};

function parse<T>(schema: Route['body'], value: unknown, what: string): T {
  if (schema === undefined) return undefined as T;
  const result = schema.safeParse(value);
  if (result.success) return result.data as T;
  const fields = result.error.issues.map((issue) => `${issue.path.join('.') || what}: ${issue.message}`);
  throw new SupportError('bad-request', `The ${what} is not as expected. ${fields.join('; ')}.`);
}

/** A page of another site must not act with our cookies. */
function refuseForeign(request: IncomingMessage): void {
  const { origin, host } = request.headers;
  const foreign = origin !== undefined && origin !== `http://${host ?? ''}` && origin !== `https://${host ?? ''}`;
  if (foreign || request.headers['sec-fetch-site'] === 'cross-site') {
    throw new SupportError('forbidden', 'Requests from other sites are not taken here.');
  }
}

async function admit(route: Route, request: restify.Request, options: HttpOptions): Promise<Person | undefined> {
  if (!route.anySite && request.method === 'POST') refuseForeign(request);
  if (route.roles === undefined) return undefined;
  const person = await options.person(request.headers.cookie);
  if (person === undefined) throw new SupportError('unauthorized', 'Sign in first.');
  if (route.roles.includes(person.role)) return person;
  throw new SupportError('forbidden', `This is not for the role "${person.role}".`);
}

async function call(route: Route, request: restify.Request, options: HttpOptions): Promise<PersonCall<never, never>> {
  const person = await admit(route, request, options);
  if (route.body !== undefined && request.body === undefined) {
    throw new SupportError('bad-request', 'The body is missing. Send JSON, with the content type application/json.');
  }
  return {
    params: request.params as Record<string, string>,
    body: parse<never>(route.body, request.body, 'body'),
    query: parse<never>(route.query, request.query, 'query'),
    headers: request.headers,
    remote: request.socket.remoteAddress ?? '',
    // the handler of a route without roles never looks at it
    person: person ?? { id: '', name: '', role: 'agent' },
  };
}

export function createHttp(options: HttpOptions): Http {
  const { log, host, port } = options;
  const server = restify.createServer({ name: 'warmline', handleUncaughtExceptions: false });
  const feeds: OpenFeeds = new Set();
  const upgrades: { readonly prefix: string; readonly handle: Upgrade }[] = [];

  const fail = async (response: restify.Response, fault: unknown) => {
    const { status, body } = toHttp(fault, log);
    const retry: Record<string, string> = status === 429 || status === 503 ? { 'retry-after': '5' } : {};
    if (!response.headersSent) await write(response, { kind: 'json', status, body, headers: retry }, feeds);
    else response.destroy();
  };
  server.use(restify.plugins.queryParser({ mapParams: false }));
  server.use(restify.plugins.bodyParser({ mapParams: false, mapFiles: false, maxBodySize: maxBody }));
  server.on('restifyError', (_request: unknown, response: restify.Response, fault: unknown, done: () => void) => {
    fail(response, fault).catch((again: unknown) => log.error({ fault: again }, 'error answer'));
    done();
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const url = new URL(request.url ?? '/', 'http://local');
    const found = upgrades.find(({ prefix }) => url.pathname.startsWith(prefix));
    const refuse = (fault: unknown) => {
      const { status } = toHttp(fault, log);
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    };
    if (!found) refuse(new SupportError('not-found', 'There is nothing at this address.'));
    else found.handle({ request, socket, head }, url).catch(refuse);
  });

  function add(...routes: readonly Route[]): void {
    for (const route of routes) {
      const handler = async (request: restify.Request, response: restify.Response): Promise<void> => {
        try {
          if (route.anySite) for (const [name, value] of Object.entries(anySite)) response.setHeader(name, value);
          await write(response, await route.handle(await call(route, request, options)), feeds);
        } catch (fault) {
          await fail(response, fault);
        }
      };
      if (route.method === 'GET') server.get(route.path, handler);
      else server.post(route.path, handler);
      if (route.anySite)
        server.opts(route.path, async (_request, response) =>
          write(response, { kind: 'empty', status: 204, headers: anySite }, feeds),
        );
    }
  }

  return {
    add,
    upgrade: (prefix, handle) => void upgrades.push({ prefix, handle }),
    files: (files) => add(...serveFiles(files)),
    listen: () => listen(server, { host, port }),
    async close() {
      for (const end of feeds) end();
      const closed = new Promise<void>((resolve) => server.close(resolve));
      server.server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: restify.Server, { host, port }: { host: string; port: number }) {
  return new Promise<{ url: string; port: number }>((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      const taken = `Port ${port} on ${host} is already in use. Set PORT to another number, or stop the other program.`;
      const other = `Listening on ${host}:${port} failed: ${fault.message}. Set HOST and PORT to an address of this computer.`;
      reject(new SupportError('unavailable', fault.code === 'EADDRINUSE' ? taken : other, { cause: fault }));
    });
    server.listen(port, host, () => {
      const bound = server.address().port;
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({ url: `http://${name}:${bound}`, port: bound });
    });
  });
}
