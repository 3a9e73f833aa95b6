/** The chat as the page holds it: the thread, the client and the shelf behind a few signals and acts. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { WidgetSettings } from '../../channels/direct-line/contract.js';
import { longestMessage } from '../../conversation/bounds.js';
import { createInOrder } from '../kit/in-order.js';
import type { Client, ClientOptions, Connection } from './client.js';
import type { Shelf } from './shelf.js';
import { isEarly, liveChoices, typingLasts, unread } from './shown.js';
import { emptyChat, received, restarted, sending, unsent, type ChatState, type Choice, type Unsent } from './store.js';

export interface ChatOptions {
  readonly client: (on: Omit<ClientOptions, 'world'>) => Client;
  readonly shelf: Shelf;
  readonly settings: () => Promise<WidgetSettings>;
  readonly now: () => number;
  readonly key: () => string;
  readonly after: (ms: number, act: () => void) => () => void;
}

export interface Chat {
  readonly state: ReadonlySignal<ChatState>;
  readonly connection: ReadonlySignal<Connection | 'idle'>;
  readonly settings: ReadonlySignal<WidgetSettings | undefined>;
  readonly unread: ReadonlySignal<number>;
  /** What is typed and not sent; survives a reload. */
  readonly draft: Signal<string>;
  /** What is typed was begun before the survey that is asked now. */
  readonly early: ReadonlySignal<boolean>;
  /** The page's clock; moves on when something on screen runs out. */
  readonly clock: ReadonlySignal<number>;
  /** Connects and loads what the panel shows; safe to repeat. */
  readonly start: () => void;
  /** Back from sleep, or online again: look for the server now. */
  readonly wake: () => void;
  readonly say: (text: string) => void;
  /** Sends what is typed; what was begun before the survey skips that, and begins something new. */
  readonly submit: () => void;
  /** What was begun before the survey is meant for it. */
  readonly adopt: () => void;
  readonly choose: (choice: Choice) => void;
  /** Sends what is not sent, now. */
  readonly again: () => void;
  /** Puts what could not be sent back into the composer. */
  readonly takeBack: (key: string) => void;
  /** The customer sees the newest line now. */
  readonly look: () => void;
  /** Ends it in this browser: nothing of it is kept or shown, and the next word begins another conversation. */
  readonly forget: () => void;
}

/** Sends what is in the outbox, in order, and keeps the outcome. When the server asks for a pause, all of it waits. */
function createPost(state: Signal<ChatState>, client: Client, after: ChatOptions['after']) {
  /** Taken by the server, and not come back yet. */
  const taken = new Set<string>();
  const next = () => state.value.outbox.find(({ key, state: last }) => last !== 'refused' && !taken.has(key));
  /** What fails holds those behind it. */
  const stop = (as: 'held' | 'failed') => {
    for (const { key, state: last } of state.value.outbox) {
      if (last !== 'refused' && !taken.has(key)) state.value = unsent(state.value, key, as);
    }
  };
  const line = createInOrder({
    next,
    async send(one: Unsent) {
      state.value = sending(state.value, one);
      const outcome = await client.send(one);
      if (outcome === 'sent') taken.add(one.key);
      else if (outcome === 'refused') state.value = unsent(state.value, one.key, 'refused');
      else {
        stop(outcome === 'failed' ? 'failed' : 'held');
        return outcome;
      }
      return 'done';
    },
    after,
  });
  return {
    /** `anew`: over a new connection, what has not come back is sent once more, under the same key. */
    run(anew = false): void {
      if (anew) taken.clear();
      if (line.paused()) stop('held');
      else void line.run();
    },
  };
}

function createState({ shelf, now, after }: ChatOptions) {
  const kept = shelf.read();
  const outbox = kept.outbox.map((one) => ({ ...one, state: 'failed' as const }));
  const state = signal<ChatState>({ ...emptyChat, outbox });
  const clock = signal(now());
  const seen = signal(kept.seen);
  const draft = signal(kept.draft);
  state.subscribe(({ typing, outbox: rest, status }) => {
    if (typing !== undefined && typing + typingLasts > clock.value) {
      clock.value = now();
      after(typingLasts, () => (clock.value = now()));
    }
    const held = shelf.read();
    const awake = held.awake || status.state === 'waiting' || status.state === 'agent';
    if (held.thread !== undefined) shelf.keep({ outbox: rest, awake });
  });
  const begun = signal(kept.begun);
  /** From here on what is typed is newer than all that was said. */
  const begin = () => (begun.value = Math.max(state.peek().lines.at(-1)?.seq ?? 0, seen.peek()));
  let before = kept.draft;
  draft.subscribe((text) => {
    if (before === '' && text !== '') begin();
    before = text;
    if (text !== shelf.read().draft) shelf.keep({ draft: text, begun: begun.peek() });
  });
  const early = computed(() => draft.value.trim() !== '' && isEarly(state.value, begun.value));
  const clear = () => {
    draft.value = '';
    seen.value = 0;
    begun.value = 0;
    state.value = emptyChat;
  };
  return { state, clock, seen, draft, begun, early, begin, clear };
}

/** How the survey is left, as it offers it; where it does not, the word is understood all the same. */
const skipTitle = (state: ChatState): string =>
  liveChoices(state)?.choices.find(({ value }) => value === 'skip')?.title ?? 'Skip';

/** What the customer can do, given where the thread and its client are. */
function createActs(options: ChatOptions, held: ReturnType<typeof createState>, live: ReturnType<typeof createLive>) {
  const { state, draft, seen } = held;
  const { connection, post } = live;
  const send = (text: string, choice?: string) => {
    const key = options.key();
    state.value = sending(state.value, { key, text, at: options.now(), ...(choice === undefined ? {} : { choice }) });
    if (connection.value === 'live') post.run();
    else if (connection.value === 'offline') state.value = unsent(state.value, key, 'failed');
  };
  return {
    say: (text: string) => send(text),
    submit() {
      const words = draft.peek().trim();
      if (words === '' || words.length > longestMessage) return;
      if (held.early.peek()) send(skipTitle(state.peek()));
      draft.value = '';
      send(words);
    },
    adopt() {
      held.begin();
      options.shelf.keep({ begun: held.begun.peek() });
    },
    choose: ({ title, value }: Choice) => send(title, value),
    again: () => post.run(),
    takeBack(key: string) {
      const one = state.value.outbox.find((held) => held.key === key);
      state.value = { ...state.value, outbox: state.value.outbox.filter((held) => held !== one) };
      draft.value = [one?.text, draft.value].filter(Boolean).join('\n');
    },
    look() {
      const last = state.value.lines.at(-1)?.seq ?? 0;
      if (last <= seen.value) return;
      seen.value = last;
      options.shelf.keep({ seen: last });
    },
  };
}

function createLive(
  { client: makeClient, shelf, now, after }: ChatOptions,
  { state, seen, begun }: ReturnType<typeof createState>,
) {
  const connection = signal<Connection | 'idle'>('idle');
  const client = makeClient({
    thread: { read: () => shelf.read().thread, keep: (thread) => shelf.keep({ thread }) },
    renewed() {
      seen.value = 0;
      begun.value = 0;
      state.value = restarted(state.value);
    },
    connection(next) {
      connection.value = next;
      if (next === 'live') post.run(true);
    },
    activities: (activities) => (state.value = received(state.value, activities, now())),
  });
  const post = createPost(state, client, after);
  return { client, connection, post };
}

/** What the panel shows of its own; while it could not be had, every new connection asks once more. */
function createSettings({ settings }: ChatOptions, connection: ReadonlySignal<Connection | 'idle'>) {
  const given = signal<WidgetSettings | undefined>(undefined);
  let asking = false;
  const load = () => {
    if (asking || given.peek() !== undefined) return;
    asking = true;
    settings().then(
      (found) => (given.value = found),
      () => (asking = false),
    );
  };
  connection.subscribe((state) => {
    if (state === 'live') load();
  });
  return { given, load };
}

export function createChat(options: ChatOptions): Chat {
  const held = createState(options);
  const live = createLive(options, held);
  const { client, connection } = live;
  const settings = createSettings(options, connection);
  return {
    state: held.state,
    draft: held.draft,
    early: held.early,
    clock: held.clock,
    connection,
    settings: settings.given,
    unread: computed(() => unread(held.state.value, held.seen.value)),
    ...createActs(options, held, live),
    start() {
      settings.load();
      if (connection.value === 'idle') client.start();
    },
    forget() {
      live.client.forget();
      options.shelf.clear(); // first, or what is emptied below would be kept once more
      connection.value = 'idle';
      held.clear();
      options.shelf.clear();
    },
    wake() {
      if (connection.value === 'offline') client.start();
    },
  };
}
