/** What every pane of the desk is given. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { FeedState } from '../kit/feed.js';
import type { Toasts } from '../kit/live-region.js';
import type { Desk } from './desk.js';
import type { Notices } from './notices.js';
import type { DeskPort } from './port.js';
import type { Settings } from './settings.js';

export interface Page {
  readonly desk: Desk;
  /** For reading only: quick answers. */
  readonly port: DeskPort;
  /** The server's clock, once a second. */
  readonly now: ReadonlySignal<number>;
  /** Midnight of the present day. */
  readonly today: ReadonlySignal<number>;
  readonly link: ReadonlySignal<FeedState>;
  readonly toasts: Toasts;
  readonly settings: Settings;
  readonly notices: Notices;
  readonly help: Signal<boolean>;
  /** The customer's pane, where there is no room for it beside the conversation. */
  readonly drawer: Signal<boolean>;
  /** The agent is asked before a question is closed away. */
  readonly asking: Signal<boolean>;
  readonly ThemeButton: ComponentType;
}

/** Puts the focus somewhere, if it is there. */
export function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

/** Takes or closes as the page's main action would; asks first when the customer is still owed an answer. */
export function closeTalk(page: Page, owed: boolean): void {
  if (owed) page.asking.value = true;
  else void page.desk.move('close');
}
