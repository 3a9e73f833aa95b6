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
import type { Person } from '../../http/contract.js';
import type { CannedAnswer, EntriesAnswer, PassTargets, TicketView } from './types.js';

/** Every call rejects with an error whose message can be shown, and may be repeated. */
export interface DeskPort {
  me(): Promise<Person>;
  /** `generation`, here and below: of what the page shows. */
  ticket(id: string, generation?: number): Promise<TicketView>;
  entries(id: string, shown: { readonly after: number; readonly generation: number }): Promise<EntriesAnswer>;
  claim(body: ClaimBody): Promise<ClaimAnswer>;
  say(id: string, body: SayBody): Promise<SayAnswer>;
  move(id: string, body: MoveBody): Promise<MoveAnswer>;
  undo(id: string, body: UndoBody): Promise<UndoAnswer>;
  pass(id: string, body: PassBody): Promise<PassAnswer>;
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
