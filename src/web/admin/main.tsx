/** Starts the admins' pages: who is signed in, and which page the address names. */
import { render } from 'preact';
import { ApiError, goSignIn } from '../kit/api.js';
import '../kit/base.css';
import { keepFocus } from '../kit/keep-focus.js';
import { createToasts } from '../kit/live-region.js';
import { Refused } from '../kit/refused.js';
import { createTheme } from '../kit/theme.js';
import './admin.css';
import { adminApi } from './api.js';
import { App } from './app.js';
import { createAudit } from './audit.js';
import type { Page } from './page.js';
import { createPeople } from './people.js';

function createPage(me: Page['me']): Page {
  const toasts = createToasts();
  const people = createPeople({ port: adminApi, say: toasts.say });
  const audit = createAudit(adminApi);
  const shown = location.pathname.startsWith('/desk/audit') ? 'audit' : 'people';
  if (shown === 'audit') document.title = 'Audit · Warmline';
  void (shown === 'audit' ? audit.load() : people.load());
  return { me, people, audit, shown, toasts, now: () => Date.now(), ThemeButton: createTheme() };
}

/** Who has the keyboard when a control goes away: what is open, the next try, the search, the first row. */
const heir = () =>
  ['dialog[open] input', '.column > .button:enabled', '.admin-search input', '.row-act button']
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .find((found) => found !== null) ?? null;

const refuse = (root: Element, words: string) =>
  render(<Refused title="This is not open" words={words} page="/desk/people" />, root);

async function start(root: HTMLElement): Promise<void> {
  try {
    const me = await adminApi.me();
    if (me.role !== 'admin') {
      refuse(root, `You are signed in as ${me.name}. This is for administrators.`);
      return;
    }
    render(<App page={createPage(me)} />, root);
    keepFocus(root, heir);
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) goSignIn();
    else refuse(root, error instanceof Error ? error.message : 'The server did not answer.');
  }
}

const root = document.querySelector<HTMLElement>('#app');
if (root) void start(root);
