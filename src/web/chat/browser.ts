/** The browser as the client's world: fetch, sockets, timers, chance, and one page at a time. */
import type { World } from './world.js';

const patience = 10_000;

/** Where there are no locks, or they are refused with the storage, no other page shares the conversation either. */
async function alone<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
  if (!('locks' in navigator)) return act();
  const state = { begun: false };
  try {
    return await navigator.locks.request(name, () => {
      state.begun = true;
      return act();
    });
  } catch (fault) {
    if (state.begun) throw fault;
    return act();
  }
}

/** `origin`: where the server is. */
export function createBrowser(origin: string): World {
  return {
    async call({ method, path, token, body }) {
      const headers: Record<string, string> = { accept: 'application/json' };
      if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
      if (body !== undefined) headers['content-type'] = 'application/json';
      const response = await fetch(new URL(path, origin), {
        method,
        headers,
        credentials: 'omit',
        signal: AbortSignal.timeout(patience),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const seconds = Number(response.headers.get('retry-after'));
      return {
        status: response.status,
        body: await response.json().catch(() => undefined),
        ...(seconds > 0 ? { retryMs: seconds * 1000 } : {}),
      };
    },
    socket(url, events) {
      const socket = new WebSocket(new URL(url, origin.replace(/^http/, 'ws')));
      socket.onopen = events.opened;
      socket.onmessage = ({ data }) => {
        if (typeof data === 'string') events.frame(data);
      };
      socket.onclose = events.closed;
      return {
        send(text) {
          if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
        close() {
          socket.close();
        },
      };
    },
    after(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    chance: Math.random,
    alone: (act, what) => alone(`warmline:${what === undefined ? '' : `${what}:`}${origin}`, act),
  };
}

/** Crypto where the page is secure; elsewhere (plain http in a local network) chance is good enough for a key. */
export const newKey = (): string =>
  'randomUUID' in crypto ? crypto.randomUUID() : `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
