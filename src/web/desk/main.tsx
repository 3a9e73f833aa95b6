/** Starts the agents' desk: who is signed in, the live feed, the clock and the heartbeat. */
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { heartbeatMs } from '../../conversation/bounds.js';
import { ApiError, goSignIn } from '../kit/api.js';
import '../kit/base.css';
import { openFeed } from '../kit/feed.js';
import { createToasts } from '../kit/live-region.js';
import { Refused } from '../kit/refused.js';
import { keepFocus } from '../kit/keep-focus.js';
import { createTheme } from '../kit/theme.js';
import { deskApi } from './api.js';
import { App } from './app.js';
import { createDesk, type Desk } from './desk.js';
import './desk.css';
import { createNotices } from './notices.js';
import type { Page } from './page.js';
import { createSettings } from './settings.js';
import type { FeedEvent } from './types.js';

const isOut = (error: unknown) => error instanceof ApiError && error.status === 401;
/** A session that ran out leaves the feed open, but nobody at the desk. */
const leaveIfOut = (error: unknown) => {
  if (isOut(error)) goSignIn();
};

function listen(desk: Desk) {
  const feed = openFeed({
    url: '/api/desk/feed',
    kinds: ['line', 'ticket', 'gone'],
    onEvent: (kind, data) => {
      if (typeof data === 'object' && data !== null) void desk.receive({ ...data, kind } as FeedEvent);
    },
    onOpen: () => void desk.beat(),
  });
  // a feed that is refused looks like one that is cut: ask who we are
  effect(() => {
    if (feed.state.value !== 'offline') return;
    deskApi.me().catch(leaveIfOut);
  });
  return feed;
}

function createPage(): Page {
  const desk = createDesk({
    port: deskApi,
    shelf: sessionStorage,
    disk: localStorage,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    after(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    unheard: leaveIfOut,
  });
  const tick = signal(Date.now());
  setInterval(() => (tick.value = Date.now()), 1000);
  const settings = createSettings();
  const toasts = createToasts();
  effect(() => {
    if (desk.notice.value !== undefined) toasts.say(desk.notice.value);
  });
  effect(() => {
    for (const { kind, text } of desk.news.value) if (kind === 'lost' || kind === 'received') toasts.say(text);
  });
  const now = computed(() => tick.value + desk.line.value.offset);
  return {
    desk,
    now,
    today: computed(() => new Date(now.value).setHours(0, 0, 0, 0)),
    toasts,
    settings,
    port: deskApi,
    link: signal('connecting' as const),
    closeFeed: () => undefined,
    notices: createNotices(desk, settings),
    help: signal(false),
    drawer: signal(false),
    asking: signal(undefined),
    passing: signal(false),
    closed: signal(undefined),
    ThemeButton: createTheme(),
  };
}

/** Who has the keyboard when a control of the desk goes away: the composer, else the next thing to do. */
const heir = () =>
  ['dialog[open] button', '.composer-text', '.line-claim:enabled', '.row-open', '.talk-back', '.presence']
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .find((found) => found?.checkVisibility()) ?? null;

async function start(root: HTMLElement): Promise<void> {
  const page = createPage();
  const { desk } = page;
  try {
    await desk.start();
  } catch (error) {
    if (isOut(error)) {
      goSignIn();
      return;
    }
    const words = error instanceof Error ? error.message : 'The desk could not be opened.';
    render(<Refused title="The desk is not open" words={words} page="/desk" />, root);
    return;
  }
  const feed = listen(desk);
  setInterval(() => void desk.beat(), heartbeatMs);
  addEventListener('visibilitychange', () => void desk.beat());
  render(<App page={{ ...page, link: feed.state, closeFeed: feed.close }} />, root);
  keepFocus(root, heir);
}

const root = document.querySelector<HTMLElement>('#app');
if (root) void start(root);
