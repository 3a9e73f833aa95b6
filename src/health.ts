/** What whoever watches over the process asks it. */
import type { Assistant } from './bot/index.js';
import { type Http, json, route, type Route } from './http/index.js';
import type { Store } from './store/index.js';

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
