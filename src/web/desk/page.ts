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

const soon = (selector: string) => requestAnimationFrame(() => focusOn(selector));

/** Claims, and puts the focus where one writes; without a mouse that would only open the screen's keyboard. */
export async function claimTicket({ desk }: Page, id?: string): Promise<void> {
  await desk.claim(id);
  if (desk.talk.value?.holder === 'mine' && matchMedia('(hover: hover)').matches) soon('.composer-text');
}

/** Lets go of the open ticket; the focus goes on to the next thing to do. */
export async function letGo({ desk }: Page, action: 'close' | 'hand-back' | 'release'): Promise<void> {
  await desk.move(action);
  if (desk.talk.value?.holder !== 'mine') soon('.line-claim:enabled, .row-open, .talk-back');
}

/** Asks first when the customer is still owed an answer. */
export function closeTalk(page: Page, owed: boolean): void {
  if (owed) page.asking.value = true;
  else void letGo(page, 'close');
}
