/** Starts the managers' page: who is signed in, the period from the address, and the looks at the clock. */
import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { ApiError, goSignIn } from '../kit/api.js';
import '../kit/base.css';
import { keepFocus } from '../kit/keep-focus.js';
import { Refused } from '../kit/refused.js';
import { createTheme } from '../kit/theme.js';
import { type Address, readAddress, writeAddress } from './address.js';
import { insightsApi } from './api.js';
import { App } from './app.js';
import { createInsights, type Insights } from './insights.js';
import './insights.css';
import type { Page } from './page.js';
import type { RangeName } from './range.js';

const glanceEvery = 5000;
const refreshEvery = 60_000;
const hourMs = 3_600_000;

function createRoutes(insights: Insights) {
  let returnTo = 0;
  let shown: Pick<Address, 'rows' | 'hour'> = {};
  const address = (open?: string) => writeAddress({ range: insights.range.value.name, ...shown, open });
  const filter = ({ rows, hour }: Pick<Address, 'rows' | 'hour'>) => {
    shown = { rows, hour };
    void insights.filter(rows, hour === undefined ? undefined : { from: hour, to: hour + hourMs });
  };
  const follow = async () => {
    const { open, range, ...wanted } = readAddress(location.search);
    void insights.open(open);
    if (range !== insights.range.value.name) await insights.choose(range);
    if (wanted.rows !== shown.rows || wanted.hour !== shown.hour) filter(wanted);
    if (open === undefined) requestAnimationFrame(() => scrollTo({ top: returnTo }));
  };
  const showCases = (rows?: string, hour?: number) => {
    filter({ rows, hour });
    history.pushState(null, '', address());
    const list = document.querySelector<HTMLElement>('#cases');
    list?.scrollIntoView({ block: 'start' });
    list?.focus({ preventScroll: true });
  };
  addEventListener('popstate', () => void follow());
  return {
    filter,
    chooseRange(name: RangeName) {
      shown = { rows: shown.rows, hour: undefined };
      void insights.choose(name);
      history.replaceState(null, '', address());
    },
    showCases,
    press: (rows: string, hour?: number) => ({
      'data-rows': rows,
      'data-hour': hour,
      onClick: () => showCases(rows, hour),
    }),
    openCase(id: string) {
      returnTo = scrollY;
      history.pushState(null, '', address(id));
      void insights.open(id);
      scrollTo({ top: 0 });
    },
    closeCase() {
      history.pushState(null, '', address());
      void follow();
    },
    caseLink: (id: string) => address(id),
  };
}

function createPage(me: Page['me']): Page {
  const start = readAddress(location.search);
  const insights = createInsights({ port: insightsApi, now: () => Date.now(), first: start.range });
  const now = signal(Date.now());
  setInterval(() => (now.value = Date.now()), 1000);
  const { filter, ...routes } = createRoutes(insights);
  void insights.choose(start.range);
  if (start.rows !== undefined) filter(start);
  if (start.open !== undefined) void insights.open(start.open);
  return {
    ...routes,
    insights,
    me,
    today: computed(() => new Date(now.value).setHours(0, 0, 0, 0)),
    definitions: computed(() => {
      const shown = insights.summary.value;
      return shown.kind === 'ready' ? shown.value.definitions : {};
    }),
    defined: signal(undefined),
    ThemeButton: createTheme(),
  };
}

function watch({ insights }: Page): void {
  setInterval(() => {
    if (!document.hidden) void insights.glance();
  }, glanceEvery);
  setInterval(() => {
    if (!document.hidden) void insights.refresh();
  }, refreshEvery);
}

/** Who has the keyboard when a control goes away: the way back out of a case, the next try, the rows, the period. */
const heir = () =>
  [
    '.case-back',
    '.figures-failed button',
    '.cases > .button:enabled',
    '.case-scroll',
    '.segments [aria-pressed="true"]',
  ]
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .find((found) => found !== null) ?? null;

async function start(root: HTMLElement): Promise<void> {
  try {
    const me = await insightsApi.me();
    if (me.role !== 'manager') {
      refuse(root, `You are signed in as ${me.name}. These figures are for managers.`);
      return;
    }
    const page = createPage(me);
    watch(page);
    render(<App page={page} />, root);
    keepFocus(root, heir);
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) goSignIn();
    else refuse(root, error instanceof Error ? error.message : 'The server did not answer.');
  }
}

function refuse(root: Element, words: string): void {
  render(<Refused title="The figures are not open" words={words} page="/insights" />, root);
}

const root = document.querySelector<HTMLElement>('#app');
if (root) void start(root);
