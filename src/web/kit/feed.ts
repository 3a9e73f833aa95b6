/** Server-sent events with a state to show. Reconnects by itself within 1 to 3 seconds, and at once when back online. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { readJson } from './read.js';

export type FeedState = 'connecting' | 'live' | 'offline';

export interface FeedOptions {
  readonly url: string;
  /** The names of the events to listen for. */
  readonly kinds: readonly string[];
  /** `data` is parsed JSON, not yet checked. */
  readonly onEvent: (kind: string, data: unknown) => void;
  /** At every connection, the first one too. */
  readonly onOpen?: () => void;
}

export interface Feed {
  readonly state: ReadonlySignal<FeedState>;
  close(): void;
}

const soonest = 1000;
const spread = 2000;
/** A server that sends `beat` events is given up when silent for this long: the socket may be half open. */
const silence = 40_000;

function parse(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}

/** One connection; `failed` is called at most once. */
function connect(options: FeedOptions, events: { open: () => void; failed: () => void }): () => void {
  const source = new EventSource(options.url);
  let watch: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(watch);
    source.onerror = null;
    source.close();
  };
  const fail = () => {
    end();
    events.failed();
  };
  const heard = () => {
    clearTimeout(watch);
    watch = setTimeout(fail, silence);
  };
  source.onopen = events.open;
  source.onerror = fail;
  source.addEventListener('beat', heard);
  for (const kind of options.kinds) {
    source.addEventListener(kind, (event) => {
      if (watch !== undefined) heard();
      options.onEvent(kind, parse(String(event.data)));
    });
  }
  return end;
}

export function openFeed(options: FeedOptions): Feed {
  const state = signal<FeedState>('connecting');
  let end: () => void = () => undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const start = () => {
    clearTimeout(retry);
    end();
    end = connect(options, {
      open: () => {
        state.value = 'live';
        options.onOpen?.();
      },
      failed: () => {
        state.value = 'offline';
        retry = setTimeout(start, soonest + Math.random() * spread);
      },
    });
  };
  const back = () => {
    if (state.value !== 'live') start();
  };
  addEventListener('online', back);
  start();
  return {
    state,
    close() {
      removeEventListener('online', back);
      clearTimeout(retry);
      end();
    },
  };
}
