/** What every pane of the desk is given. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { CloseWhy } from '../../desk/contract.js';
import { signOut } from '../kit/account.js';
import type { FeedState } from '../kit/feed.js';
import type { Toasts } from '../kit/live-region.js';
import type { Desk } from './desk.js';
import type { Notices } from './notices.js';
import type { DeskPort } from './port.js';
import type { Settings } from './settings.js';
import { owesAnswer } from './talk.js';

/** Closing while an answer is owed; and what a supervisor does over others' heads. */
export type Question = 'close-owed' | 'close-waiting' | 'close-held' | 'take-over' | 'sign-out' | 'sign-out-everywhere';

export interface Page {
  readonly desk: Desk;
  /** For reading only: quick answers. */
  readonly port: DeskPort;
  /** The server's clock, once a second. */
  readonly now: ReadonlySignal<number>;
  /** Midnight of the present day. */
  readonly today: ReadonlySignal<number>;
  readonly link: ReadonlySignal<FeedState>;
  /** Hears no more of the live feed. */
  readonly closeFeed: () => void;
  readonly toasts: Toasts;
  readonly settings: Settings;
  readonly notices: Notices;
  readonly help: Signal<boolean>;
  /** The customer's pane, where there is no room for it beside the conversation. */
  readonly drawer: Signal<boolean>;
  /** What the agent is asked before it is done. */
  readonly asking: Signal<Question | undefined>;
  /** The open ticket is being passed on: to whom is asked. */
  readonly passing: Signal<boolean>;
  /** What was closed lately is shown: the list, or one case by its id. */
  readonly closed: Signal<string | undefined>;
  readonly ThemeButton: ComponentType;
}

/** Puts the focus somewhere, if it is there. */
export function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

const soon = (selector: string) => requestAnimationFrame(() => focusOn(selector));

export const supervises = ({ desk }: Page): boolean => desk.me.value?.role === 'supervisor';

/** What the reader may do with the open ticket. */
export function mayDo(page: Page): { readonly hold: boolean; readonly takeOver: boolean; readonly close: boolean } {
  const { holder } = page.desk.talk.value ?? { holder: 'nobody' };
  const leads = supervises(page);
  const over = leads && holder === 'other';
  return {
    hold: holder === 'mine',
    takeOver: over,
    close: holder === 'mine' || over || (leads && holder === 'line'),
  };
}

/** Puts the focus where one writes, once the ticket is ours; without a mouse that would only open the keyboard. */
export function toComposer({ desk }: Page): void {
  if (desk.talk.value?.holder === 'mine' && matchMedia('(hover: hover)').matches) soon('.composer-text');
}

export async function claimTicket(page: Page, id?: string): Promise<void> {
  await page.desk.claim(id);
  toComposer(page);
}

export async function takeOver(page: Page): Promise<void> {
  const id = page.desk.talk.value?.id;
  if (id !== undefined) await page.desk.takeOver(id);
  toComposer(page);
}

/** After a ticket left these hands, the focus goes on to the next thing to do. */
export function toNext({ desk }: Page): void {
  if (desk.talk.value?.holder !== 'mine') soon('.line-claim:enabled, .row-open, .talk-back');
}

export async function letGo(page: Page, action: 'close' | 'hand-back' | 'release', why?: CloseWhy): Promise<void> {
  if ((await page.desk.move(action, why)) === 'owed') page.asking.value = 'close-owed';
  else toNext(page);
}

/** Takes back what was let go of last. */
export async function undoMove(page: Page): Promise<void> {
  await page.desk.undo();
  toComposer(page);
}

/** Signs out, when nothing is open or once it is back in the line. */
export async function goHome({ desk, closeFeed }: Page, everywhere: boolean): Promise<void> {
  if (!(await desk.leave())) return;
  closeFeed(); // the server ends it with the session: that is no news here
  signOut(everywhere);
}

/** Asks first when conversations would be left. */
export function leaveDesk(page: Page, everywhere: boolean): void {
  if (page.desk.line.value.mine.length > 0 || page.desk.unsent.value.length > 0)
    page.asking.value = everywhere ? 'sign-out-everywhere' : 'sign-out';
  else void goHome(page, everywhere);
}

/** Asks first when the customer is still owed an answer, or when it is another's or nobody's. */
export function closeTalk(page: Page): void {
  const talk = page.desk.talk.value;
  if (!talk || !mayDo(page).close) return;
  if (talk.holder === 'other') page.asking.value = 'close-held';
  else if (talk.holder === 'line') page.asking.value = 'close-waiting';
  else if (owesAnswer(talk)) page.asking.value = 'close-owed';
  else void letGo(page, 'close');
}
