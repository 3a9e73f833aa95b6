/** The composition root: the only file that knows every room. It wires, and does not think. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Assistant,
  createAssistant,
  createRelay,
  createSealing,
  type BaseWatch,
  type Knowledge,
  type Relay,
  type Sealing,
  standing,
  startersOf,
} from './bot/index.js';
import {
  type Clock,
  type Closing,
  type Config,
  createClosing,
  createTimers,
  type Ids,
  inPackage,
  type Log,
  startRounds,
  type Timers,
  type Tracer,
} from './base/index.js';
import { createAccess } from './access/index.js';
import { type Channels, createChannels } from './channels/index.js';
import { signedOut } from './desk/index.js';
import {
  createLimits,
  createTokens,
  type Http,
  type Limits,
  limitSettings,
  type Person,
  type Tokens,
} from './http/index.js';
import { openFigures, openMeasured, readyRoute } from './health.js';
import { createMetrics, type Metrics } from './metrics/index.js';
import { createTracing, type Tracing } from './tracing/index.js';
import { openKnowledge } from './knowledge.js';
import { takePort } from './port.js';
import { roundsOf, type Rounds } from './rounds.js';
import type { Store, StoreOptions } from './store/index.js';
import { mountTeam } from './team.js';

export interface App {
  readonly url: string;
  /** Every address that is served, and for whom. */
  readonly routes: Http['routes'];
  /**
   * Says that it is not ready any more, serves on for `DRAIN_SECONDS`, then takes no more work, tells open pages to come
   * back, lets running turns finish and closes everything.
   */
  close(): Promise<void>;
}

export interface AppOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: Ids;
  /** What the assistant knows; without it, all that is in dialogs/. */
  readonly knowledge?: Knowledge;
  /** Other times and scripts than the usual. */
  readonly store?: Pick<StoreOptions, 'timing' | 'scripts'>;
  /** Other rounds than the usual. */
  readonly rounds?: Partial<Rounds>;
  /** How long a push channel may take to answer, milliseconds; who sends to it holds it for a third longer. */
  readonly patienceMs?: number | undefined;
}

/** Not at once, because it takes longer than all the rest of the start; nothing waits for it at the end. */
const reviewMs = 10_000;

interface House extends Omit<AppOptions, 'knowledge' | 'store'> {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly assistant: Assistant;
  readonly relay: Relay;
  readonly sealing: Sealing;
  readonly http: Http;
  readonly tracer: Tracer;
  readonly timers: Timers;
}

function mountPages(house: House): void {
  const { http } = house;
  const admin = { '/desk/people': 'admin.html', '/desk/audit': 'admin.html' };
  const team = { '/desk': 'desk.html', '/insights': 'insights.html', ...admin };
  const pages = { '/': 'index.html', ...team, '/sign-in': 'sign-in.html' };
  const widget = { '/widget.js': 'widget.js', '/widget.mjs': 'widget.mjs', '/chat': 'chat.html' };
  http.files({
    folder: inPackage('dist', 'web'),
    pages: { ...pages, ...widget },
    shared: ['widget.js', 'widget.mjs'],
    framed: ['chat.html'],
  });
  http.add(readyRoute(house));
}

function mountChannels(house: House, keys: { readonly tokens: Tokens; readonly limits: Limits }): Channels {
  const { config, store, assistant, knowledge, http, clock, timers, ids, log } = house;
  return createChannels({
    settings: config,
    widget: {
      brand: knowledge.brand.name,
      consent: knowledge.brand.consent,
      privacy: knowledge.brand.privacy,
      welcome: knowledge.speech(undefined)('welcome'),
      /** Questions offered before the first word; asked for each time, because the base may have changed. */
      get starters() {
        return startersOf(knowledge, knowledge.speech.usual);
      },
    },
    listener: assistant,
    transcripts: store.conversations,
    changes: store.changes,
    statuses: {
      status: (conversation) => standing({ ...knowledge, queue: store.queue, clock }, conversation),
      seen: store.queue.seen,
    },
    deliveries: store.deliveries,
    chance: Math.random,
    patienceMs: house.patienceMs,
    ...keys,
    http,
    tracer: house.tracer,
    clock,
    ids,
    log,
    ...timers,
  });
}

/** A start that came to nothing waits no longer for what it has opened to close, milliseconds. */
const mostCloseMs = 3000;

/** Starts everything. Throws SupportErrors whose message tells a person what to do; then nothing stays open. */
export async function startApp(options: AppOptions): Promise<App> {
  const { knowledge, baseWatch } = openKnowledge(options);
  const closing = createClosing();
  try {
    const metrics = createMetrics(options.clock);
    const tracing = createTracing(options);
    closing.add('data', () => tracing.close());
    const { http, url } = await takePort(options, { metrics, tracing, closing });
    await furnish({ ...options, knowledge }, { http, baseWatch, metrics, tracing, closing });
    const drained = async () => {
      http.drain();
      await pause(options.config.DRAIN_SECONDS * 1000);
      await closing.close();
    };
    let closed: Promise<void> | undefined;
    return { url, routes: http.routes, close: () => (closed ??= drained()) };
  } catch (fault) {
    const closed = closing.close().catch((err: unknown) => options.log.error({ err }, 'not everything was closed'));
    const patience = new AbortController();
    await Promise.race([closed, pause(mostCloseMs, undefined, patience).catch(() => undefined)]);
    patience.abort();
    throw fault;
  }
}

type Furnishing = AppOptions & { readonly knowledge: Knowledge };

interface Begun {
  readonly http: Http;
  readonly baseWatch: BaseWatch;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly closing: Closing;
}

async function furnish(options: Furnishing, { http, baseWatch, metrics, tracing, closing }: Begun): Promise<void> {
  const { config, log, clock, ids, knowledge } = options;
  const sealing = createSealing({ privacy: knowledge.privacy, secrets: config.SEAL_SECRET });
  const store = await openMeasured(options, { metrics, tracing });
  closing.add('data', () => store.close());
  const tokens = createTokens({ secrets: store.dataset.secrets, clock });
  const limits = createLimits({ settings: limitSettings(config), counters: store.counters, clock });
  const left = (person: Person) => signedOut({ queue: store.queue, hours: knowledge.hours }, person);
  const { name: brand } = knowledge.brand;
  const access = createAccess({ config, brand, store: store.sessions, tokens, limits, left, ids, log });
  const { conversations } = store;
  const { tracer } = tracing;
  const assistant = createAssistant({
    conversations,
    knowledge,
    sealing,
    log,
    clock,
    tracer,
    decided: metrics.decided,
  });
  closing.add('work', () => assistant.idle());
  const relay = createRelay({ queue: store.queue, speech: knowledge.speech, privacy: knowledge.privacy });
  const timers = createTimers(log);
  const house: House = { ...options, store, knowledge, assistant, relay, sealing, http, timers, tracer };

  mountPages(house);
  const desk = mountTeam(house, { ...access, left });
  closing.add('calls', () => desk.close());
  const channels = mountChannels(house, { tokens, limits });
  closing.add('calls', () => channels.close()); // sockets are told at once; what is on its way to Teams takes longer
  closing.add('calls', startRounds(timers, roundsOf(house, baseWatch)));
  closing.add('calls', timers.every(reviewMs, baseWatch.review));
  await assistant.wake();
  await channels.start();
  closing.add('work', () => metrics.close());
  await openFigures(metrics, house);
  http.open(access.sessions.person);
  channels.prepare();
}
