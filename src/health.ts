/** What whoever watches over the process asks it, and sees of it. */
import { menus } from '../dialogs/index.js';
import type { Clock, Config, Log } from './base/index.js';
import type { Assistant, Knowledge } from './bot/index.js';
import { type Http, json, route, type Route } from './http/index.js';
import type { Metrics } from './metrics/index.js';
import type { Tracing } from './tracing/index.js';
import { openStore, type Store, type StoreOptions } from './store/index.js';

export const liveRoute = (): Route =>
  route({
    method: 'GET',
    path: '/health/live',
    early: true,
    handle: () => Promise.resolve(json({ status: 'live' })),
  });

/** A server whose data was lost can keep all that is new: it stays in service, and operators read why it should not look well. */
function readiness({ incidents, emptied }: ReturnType<Store['dataset']['health']>) {
  if (emptied === undefined) return { status: 'ready', incidents };
  const what = emptied.whole ? 'The store was' : 'A part of the store was';
  const reason = `${what} emptied or replaced at ${new Date(emptied.at).toISOString()}. What was in it before is gone.`;
  return { status: 'degraded', incidents, reason };
}

interface Watched {
  readonly http: Pick<Http, 'refuseDraining'>;
  readonly store: Pick<Store, 'ready' | 'dataset'>;
  readonly assistant: Pick<Assistant, 'counts'>;
}

export const readyRoute = ({ http, store, assistant }: Watched): Route =>
  route({
    method: 'GET',
    path: '/health/ready',
    handle: async () => {
      http.refuseDraining();
      await store.ready();
      return json({ ...readiness(store.dataset.health()), turns: assistant.counts() });
    },
  });

interface Opening extends Pick<StoreOptions, 'config' | 'log' | 'ids'> {
  readonly knowledge: Knowledge;
  readonly store?: Pick<StoreOptions, 'timing' | 'scripts'>;
}

/** The store, with everything measured and traced that is asked of it. */
export async function openMeasured(
  options: Opening,
  { metrics, tracing }: { readonly metrics: Metrics; readonly tracing: Pick<Tracing, 'conversations'> },
): Promise<Store> {
  const { config, log, ids, knowledge } = options;
  const { asked } = metrics;
  const store = await openStore({ config, log, ids, menus: menus(knowledge.speech), asked, ...options.store });
  const { conversations, deliveries } = store;
  return {
    ...store,
    conversations: tracing.conversations(metrics.conversations(conversations)),
    deliveries: metrics.deliveries(deliveries),
  };
}

interface Measured extends Watched {
  readonly http: Http;
  readonly store: Store;
  readonly config: Config;
  readonly knowledge: Pick<Knowledge, 'hours'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Lets operators read the figures. */
export function openFigures(metrics: Metrics, house: Measured): Promise<void> {
  const { store, knowledge, assistant } = house;
  return metrics.open({
    ...house,
    ledger: store.ledger,
    deliveries: store.deliveries,
    hours: knowledge.hours,
    oddTurns: () => ({ ...assistant.counts() }),
    emptied: () => store.dataset.health().incidents,
  });
}
