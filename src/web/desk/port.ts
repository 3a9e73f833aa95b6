/** What the desk needs of the world outside the page. */
import type {
  ClaimAnswer,
  ClaimBody,
  MoveAnswer,
  MoveBody,
  PassAnswer,
  PassBody,
  PresenceAnswer,
  PresenceBody,
  SayAnswer,
  SayBody,
  UndoAnswer,
  UndoBody,
} from '../../desk/contract.js';
import type { ReopenAnswer, ReopenBody } from '../../desk/closed/contract.js';
import type { RevealAnswer, RevealBody } from '../../desk/reveal/contract.js';
import type { Person } from '../../http/contract.js';
import type {
  CannedAnswer,
  ClosedList,
  ClosedView,
  EarlierView,
  EntriesAnswer,
  PassTargets,
  PersonHistory,
  TicketView,
} from './types.js';

/** Every call rejects with an error whose message can be shown, and may be repeated. */
export interface DeskPort {
  me(): Promise<Person>;
  /** `generation`, here and below: of what the page shows. */
  ticket(id: string, generation?: number): Promise<TicketView>;
  entries(id: string, shown: { readonly after: number; readonly generation: number }): Promise<EntriesAnswer>;
  /** What the person of a ticket had before, and one of these cases with its words. */
  history(id: string): Promise<PersonHistory>;
  earlier(id: string, earlier: string): Promise<EarlierView>;
  claim(body: ClaimBody): Promise<ClaimAnswer>;
  say(id: string, body: SayBody): Promise<SayAnswer>;
  move(id: string, body: MoveBody): Promise<MoveAnswer>;
  undo(id: string, body: UndoBody): Promise<UndoAnswer>;
  /** Cases that were closed lately, those before a time; and one of them with its words. */
  closed(before?: number): Promise<ClosedList>;
  closedCase(id: string): Promise<ClosedView>;
  reopen(id: string, body: ReopenBody): Promise<ReopenAnswer>;
  pass(id: string, body: PassBody): Promise<PassAnswer>;
  /** What is masked in a message. */
  reveal(id: string, body: RevealBody): Promise<RevealAnswer>;
  /** Whom a ticket can be passed to, at this moment. */
  team(): Promise<PassTargets>;
  presence(body: PresenceBody): Promise<PresenceAnswer>;
  answers(query: string): Promise<readonly CannedAnswer[]>;
}

/** Where drafts survive a reload; the browser's session storage fits. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Where words that the server does not have yet are kept, for all pages of this browser; its local storage fits. */
export interface Disk extends Shelf {
  readonly length: number;
  key(at: number): string | null;
}
