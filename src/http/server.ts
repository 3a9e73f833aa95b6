/** The HTTP server: restify behind routes that only answer, and everything that must hold for all of them. */
import type { Duplex } from 'node:stream';
import restify from 'restify';
import { causedBy, createTimers, type Ids, type Log, randomIds, SupportError, type Tracer } from '../base/index.js';
import { createAddressOf } from './address.js';
import { hasBody } from './body.js';
import type { Called } from './called.js';
import { createDoubts } from './doubts.js';
import { createDoor, preflight, sharing } from './door.js';
import { toHttp } from './errors.js';
import { createExchanges, type Exchanges } from './exchanges.js';
import { createDrain } from './drain.js';
import type { Every } from './feed.js';
import { createNaming } from './name.js';
import { bear, type Patience, usualPatience } from './patience.js';
import type { Route } from './routes.js';
import { type CallOptions, fail, serve, starting } from './serve.js';
import { sharedWith, type Site } from './site.js';
import { serveFiles, type StaticFiles } from './static.js';
import { createUpgrades, type Upgrade } from './upgrades.js';

export interface Http {
  add(...routes: readonly Route[]): void;
  /** All that were added. */
  readonly routes: readonly Route[];
  /** Connections that became WebSockets and are open. */
  sockets(): number;
  /** Takes WebSocket upgrades of addresses that begin with `prefix`. */
  upgrade(prefix: string, handle: Upgrade): void;
  files(files: StaticFiles): void;
  /**
   * Takes the port, and answers 503 until it is open, except where a route is `early`. Throws `unavailable` when the
   * port is taken. Port 0 takes a free one.
   */
  listen(): Promise<{ readonly url: string; readonly port: number }>;
  /** From here on every route is open. `person`: the signed-in person these cookies belong to. */
  open(person: CallOptions['person']): void;
  /** Something has changed with this person, or may have with anybody: their open feeds ask whether they may go on. */
  doubt(person?: string): void;
  /** Before the end: every answer is the last on its connection, so that who asks again finds another process. */
  drain(): void;
  /** Throws `unavailable` from `drain` on. */
  refuseDraining(): void;
  /** Takes no more calls, ends feeds and sockets, lets running calls finish for a second, then cuts them. */
  close(): Promise<void>;
}

export interface HttpOptions {
  readonly log: Log;
  readonly host: string;
  readonly port: number;
  /** Bytes; 256 KB when missing. */
  readonly maxBody?: number;
  /** The beat of feeds; the clock on the wall when missing. */
  readonly every?: Every;
  /** Names of calls; anybody's guess is none of them when missing. */
  readonly ids?: Ids;
  /** Addresses and networks of proxies that are believed when they say for whom they ask, and how the call is named. */
  readonly proxies?: readonly string[] | undefined;
  /** Told of every call that was answered, feeds left out. */
  readonly called?: (call: Called) => void;
  /** Says where each call stands in a trace. */
  readonly tracer?: Pick<Tracer, 'begin'>;
  /** Under which names it is known, and who may call; its address alone when missing. */
  readonly site?: Site;
  /** What differs from the usual patience. */
  readonly patience?: Partial<Patience>;
}

const graceMs = 1000;
const closedDoor: CallOptions['person'] = () => Promise.reject(starting);
/** restify's own default of 100 answers 404 to the longer conversation ids of Teams. */
const longestParam = 1000;

/**
 * restify logs whole requests, tokens included, at `warn`, so it may report errors only. Its types ask for bunyan, it
 * takes pino.
 */
function createServer(log: Log): restify.Server {
  const options: restify.ServerOptions = { name: '', maxParamLength: longestParam, ignoreTrailingSlash: true };
  return restify.createServer(
    Object.assign<restify.ServerOptions, object>(options, { log: log.child({}, { level: 'error' }) }),
  );
}

type RestifyFault = [restify.Request, restify.Response, unknown, () => void];

function createAdd(server: restify.Server, exchanges: Exchanges, options: CallOptions): Pick<Http, 'add' | 'routes'> {
  const routes: Route[] = [];
  const preflights = new Set<string>();

  /** restify reports what an async handler returns together with the whole request, so nothing is returned. */
  function mount(route: Route): void {
    const { path, method } = route;
    const handler = async (request: restify.Request, response: restify.Response): Promise<void> => {
      await serve(route, exchanges.begin(request, response, path), options);
    };
    if (method === 'POST') server.post(path, handler);
    else {
      server.get(path, handler);
      server.head(path, async (request, response) => handler(request, response));
    }
  }

  /** To a page that may not call, a preflight says so by saying nothing. */
  function shared(request: restify.Request): ReturnType<typeof sharing> | undefined {
    try {
      return sharing(request, options.site);
    } catch {
      return undefined;
    }
  }

  function mountPreflight(path: string): void {
    if (preflights.has(path)) return;
    preflights.add(path);
    server.opts(path, (request, response, next) => {
      const last = hasBody(request) ? { connection: 'close' } : {};
      response.sendRaw(204, '', { ...shared(request), ...preflight, ...last });
      next();
    });
  }

  function add(...more: readonly Route[]): void {
    routes.push(...more);
    for (const route of more) {
      mount(route);
      if (route.anySite) mountPreflight(route.path);
    }
  }
  return { add, routes };
}

async function close(server: restify.Server, stop: { gently: () => void; cut: () => void }): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(resolve);
  });
  stop.gently();
  const cut = setTimeout(stop.cut, graceMs);
  await closed;
  clearTimeout(cut);
}

export function createHttp(options: HttpOptions): Http {
  const { log, proxies = [], ids = randomIds } = options;
  const patience = { ...usualPatience, ...options.patience };
  const addressOf = createAddressOf(proxies, log);
  const usual = { maxBody: 256 * 1024, every: createTimers(log).every, site: {}, addressOf };
  const calls = { ...usual, doubts: createDoubts(), ...options, patience, isOpen: false, person: closedDoor };
  const server = createServer(log);
  bear(server.server, patience);
  const exchanges = createExchanges(server.server, calls.called);
  const upgrades = createUpgrades({
    check: (request) => void sharedWith(request, calls.site),
    toHttp: (fault) => toHttp(calls.isOpen ? fault : starting, log),
  });
  let closed = Promise.resolve();
  const gently = () => {
    exchanges.stop();
    upgrades.end();
  };
  const cut = () => {
    upgrades.destroy();
    server.server.closeAllConnections();
  };
  const mounted = createAdd(server, exchanges, calls);
  const drain = createDrain();
  const naming = createNaming({ proxies, ids, tracer: options.tracer });
  server.pre(naming.mark, drain.mark, createDoor(calls.site));
  // Only what no route has taken comes by here: unknown addresses and methods.
  server.on('restifyError', (...[request, response, fault, done]: RestifyFault) => {
    fail(calls.isOpen ? fault : starting, exchanges.begin(request, response), calls).then(done, done);
  });
  server.on('upgrade', (request: restify.Request, socket: Duplex, head: Buffer) => {
    causedBy(naming.causeOf(request), () => upgrades.take({ request, socket, head }, calls.isOpen));
  });

  return {
    ...mounted,
    upgrade: (prefix, handle) => upgrades.add(prefix, handle),
    sockets: upgrades.count,
    files: (files) => mounted.add(...serveFiles(files)),
    listen: () => listen(server, options),
    open: (person) => void Object.assign(calls, { isOpen: true, person }),
    doubt: calls.doubts.about,
    drain: drain.begin,
    refuseDraining: drain.refuse,
    close() {
      if (server.server.listening) closed = close(server, { gently, cut });
      return closed;
    },
  };
}

function listen(server: restify.Server, { host, port, log }: HttpOptions) {
  return new Promise<{ url: string; port: number }>((resolve, reject) => {
    const refused = (fault: NodeJS.ErrnoException) => {
      const taken = `Port ${port} on ${host} is already in use. Set PORT to another number, or stop the other program.`;
      const other = `Listening on ${host}:${port} failed: ${fault.message}. Set HOST and PORT to an address of this computer.`;
      reject(new SupportError('unavailable', fault.code === 'EADDRINUSE' ? taken : other, { cause: fault }));
    };
    server.once('error', refused);
    server.listen(port, host, () => {
      server.off('error', refused);
      server.on('error', (fault: unknown) => log.error({ err: fault }, 'http server'));
      const bound = server.address().port;
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({ url: `http://${name}:${bound}`, port: bound });
    });
  });
}
