/** The composition root: the only file that knows every room. It wires, and does not think. */
import { readFileSync } from 'node:fs';
import { menus } from '../dialogs/index.js';
import {
  type Assistant,
  checkMind,
  createAssistant,
  createKnowledge,
  createRelay,
  type Knowledge,
  type Mind,
  type Relay,
  standing,
  watchBacklog,
} from './bot/index.js';
import {
  type Clock,
  type Config,
  createTimers,
  type Ids,
  inPackage,
  type Log,
  readFolder,
  readTextFile,
  startRounds,
  SupportError,
  type TextFile,
  type Timers,
} from './base/index.js';
import { type Channels, createChannels } from './channels/index.js';
import { createDeskFeed, deskRoutes } from './desk/index.js';
import { createHttp, createSessions, createTokens, demoPeople, type Http, json, route } from './http/index.js';
import { insightsRoutes } from './insights/index.js';
import { openStore, type Store, type StoreOptions } from './store/index.js';
import { createScholar } from './study.js';

export interface App {
  readonly url: string;
  /** Stops taking work, lets running turns finish, then closes everything. */
  close(): Promise<void>;
}

export interface AppOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: Ids;
  /** What the assistant knows; without it, all that is in dialogs/. */
  readonly mind?: Mind;
  /** Other times and scripts than the usual. */
  readonly store?: Pick<StoreOptions, 'timing' | 'scripts'>;
  /** How often owed turns and lost agents are looked for, milliseconds. */
  readonly rounds?: { readonly wakeMs: number; readonly sweepMs: number };
  /** How long a push channel may take to answer, milliseconds; who sends to it holds it for a third longer. */
  readonly patienceMs?: number | undefined;
}

const usualRounds = { wakeMs: 1000, sweepMs: 2000 };

/** Not at once, because it takes longer than all the rest of the start; nothing waits for it at the end. */
const reviewMs = 10_000;

const readKnowledge = (): readonly TextFile[] =>
  readFolder(inPackage('dialogs', 'faq'), ['.yaml']).map((file) => ({ ...file, name: `dialogs/faq/${file.name}` }));

/** Reads what the assistant knows and says. Throws `content` with every problem, by file and line. */
export function loadMind(brand: string, { learnNow } = createScholar()): Mind {
  const dialogs = (...parts: readonly string[]) => inPackage('dialogs', ...parts);
  const mind = checkMind({
    wording: readTextFile(dialogs('wording.yaml'), 'dialogs/wording.yaml'),
    policy: readTextFile(dialogs('policy.yaml'), 'dialogs/policy.yaml'),
    hours: readTextFile(dialogs('hours.yaml'), 'dialogs/hours.yaml'),
    faq: readKnowledge(),
    weights: { name: 'src/sentiment/weights.bin', bytes: readFileSync(inPackage('src', 'sentiment', 'weights.bin')) },
    brand,
    learn: learnNow,
  });
  if (mind.kind === 'ok') return mind.value;
  throw new SupportError('content', 'The files in dialogs/ have problems. Nothing was started.', {
    problems: mind.problems,
  });
}

interface House extends Omit<AppOptions, 'mind' | 'store'> {
  readonly store: Store;
  readonly mind: Mind;
  readonly assistant: Assistant;
  readonly relay: Relay;
  readonly http: Http;
  readonly timers: Timers;
}

function mountPages({ http, store }: House): void {
  const pages = { '/': 'index.html', '/desk': 'desk.html', '/insights': 'insights.html', '/sign-in': 'sign-in.html' };
  const widget = { '/widget.js': 'widget.js' };
  http.files({ folder: inPackage('dist', 'web'), pages: { ...pages, ...widget }, shared: ['widget.js'] });
  const live = () => Promise.resolve(json({ status: 'live' }));
  const ready = async () => {
    await store.ready();
    return json({ status: 'ready' });
  };
  http.add(
    route({ method: 'GET', path: '/health/live', handle: live }),
    route({ method: 'GET', path: '/health/ready', handle: ready }),
  );
}

function mountDesk(house: House): { close(): void } {
  const { http, store, relay, clock, timers, log, mind } = house;
  const { queue, conversations, ledger, bell } = store;
  const feed = createDeskFeed({ queue, bells: bell, hours: mind.hours, clock, timers, log });
  http.add(...deskRoutes({ queue, conversations, ledger, relay, feed, faq: mind.faq, hours: mind.hours, clock }));
  const titleOf = (entry: string) => mind.faq.entry(entry)?.title;
  http.add(...insightsRoutes({ ledger, conversations, clock, hours: mind.hours, titleOf }));
  return feed;
}

function mountChannels(house: House, tokens: ReturnType<typeof createTokens>): Channels {
  const { config, store, assistant, mind, http, clock, timers, ids, log } = house;
  return createChannels({
    settings: config,
    widget: {
      brand: config.BRAND,
      welcome: mind.words('welcome'),
      /** Questions offered before the first word; asked for each time, because the base may have changed. */
      get starters() {
        return mind.faq.tagged('starter').map(({ title }) => ({ title, value: title }));
      },
    },
    listener: assistant,
    transcripts: store.conversations,
    bells: store.bell,
    statuses: {
      status: (conversation) => standing({ queue: store.queue, hours: mind.hours, clock }, conversation),
      seen: store.queue.seen,
    },
    deliveries: store.deliveries,
    chance: Math.random,
    patienceMs: house.patienceMs,
    tokens,
    http,
    clock,
    ids,
    log,
    ...timers,
  });
}

/** The mind, whose knowledge is read again when it changes. */
function openMind({ config, log, mind }: AppOptions): { readonly mind: Mind; readonly knowledge: Knowledge } {
  const study = createScholar();
  const loaded = mind ?? loadMind(config.BRAND, study);
  const knowledge = createKnowledge({ faq: loaded.faq, read: readKnowledge, study, log });
  return { mind: { ...loaded, faq: knowledge.faq }, knowledge };
}

/** Starts everything. Throws SupportErrors whose message tells a person what to do. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, log, clock, ids, rounds = usualRounds } = options;
  const { mind, knowledge } = openMind(options);
  const store = await openStore({ config, log, ids, menus: menus(mind), ...options.store });
  const tokens = createTokens({ secret: store.secret, clock });
  const sessions = createSessions({ tokens, people: demoPeople, brand: config.BRAND });
  const http = createHttp({ log, host: config.HOST, port: config.PORT, person: sessions.person });
  const assistant = createAssistant({ conversations: store.conversations, mind, log, clock });
  const relay = createRelay({ queue: store.queue, words: mind.words });
  const timers = createTimers(log);
  const house: House = { ...options, store, mind, assistant, relay, http, timers };

  http.add(...sessions.routes);
  mountPages(house);
  const desk = mountDesk(house);
  const channels = mountChannels(house, tokens);
  const stopRounds = startRounds(timers, [
    [rounds.wakeMs, assistant.wake],
    [rounds.sweepMs, relay.sweep],
    [10_000, store.retire],
    [10_000, () => store.queue.adopt(mind.hours.queues.map(({ id }) => id))],
    [2000, knowledge.look],
    [60_000, () => watchBacklog({ ledger: store.ledger, hours: mind.hours, clock, log })],
  ]);
  const stopReview = timers.every(reviewMs, knowledge.review);

  const close = async (): Promise<void> => {
    stopReview();
    await stopRounds();
    await channels.close();
    desk.close();
    await http.close();
    await assistant.idle();
    await store.close();
  };
  try {
    await assistant.wake();
    await channels.start();
    const { url } = await http.listen();
    channels.prepare();
    return { url, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}
