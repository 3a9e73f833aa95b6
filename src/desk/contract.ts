/** What the desk's page and server say to each other. Times are milliseconds since 1970, spans milliseconds. */
import type { PersonalKind } from '../base/index.js';
import type {
  ChannelWords,
  CloseReason,
  Correction,
  Entry,
  Level,
  Reason,
  Receipt,
  Stint,
} from '../conversation/index.js';

export interface TicketRow {
  /** The conversation's id. */
  readonly id: string;
  readonly state: 'waiting' | 'assigned';
  /** Sent back with every write: a write with an old epoch is refused. */
  readonly epoch: number;
  /** The queue it waits in, or came from. */
  readonly queue: string;
  readonly channel: ChannelWords;
  readonly customer: string;
  readonly vip?: boolean;
  readonly reason: Reason;
  /** The reason in words, most telling first. */
  readonly because: readonly string[];
  readonly level: Level;
  /** When it entered the line; a release keeps it. */
  readonly since: number;
  /** Its place in the order: arrival minus boost. Rows are served in rising order. */
  readonly order: number;
  /** The last words that want an answer are the customer's: it is closed only with a reason. */
  readonly owed?: true;
  /** Since when the customer has waited for the agent's answer, if they do. */
  readonly owedSince?: number;
  /** What a person wrote last, shortened. */
  readonly last: {
    readonly role: Entry['role'];
    readonly text: string;
    readonly at: number;
    /** The title of a choice, which is in our words. */
    readonly chose?: true;
    /** The name of the customer who wrote it, where several write. */
    readonly speaker?: string;
  };
  /** The newest entry's number. */
  readonly seq: number;
  /** Of the conversation: entries of another one were erased. */
  readonly generation: number;
  /** The agent who holds it, when assigned: the name, and the id that distinguishes two of one name. */
  readonly agent?: string;
  readonly agentId?: string;
  /** What the customer left to be reached by, when nobody was there. */
  readonly contact?: string;
}

export interface Line {
  readonly now: number;
  /** The first hundred of the line, in order. */
  readonly waiting: readonly TicketRow[];
  readonly waitingTotal: number;
  /** The tickets held by the agent who asks. */
  readonly mine: readonly TicketRow[];
  readonly capacity: number;
  /** Customers this agent wrote to before closing or handing back today. */
  readonly doneToday: number;
  /** The queues this agent serves. */
  readonly queues: readonly QueueInfo[];
  /** The store was emptied a while ago: what was in it before is gone. Not `whole`: a part of it. */
  readonly emptied?: { readonly at: number; readonly whole: boolean };
  /** For supervisors: the first hundred tickets that somebody holds. */
  readonly assigned?: readonly TicketRow[];
  /** There are more than these. */
  readonly assignedMore?: true;
}

export interface QueueInfo {
  readonly id: string;
  readonly title: string;
  /** Within its hours. */
  readonly open: boolean;
  /** Out of hours: when it opens, in words. */
  readonly opens?: string;
}

/** Whom a ticket can be passed to. */
export interface PassTargets {
  readonly colleagues: readonly {
    readonly id: string;
    readonly name: string;
    readonly here: boolean;
    /** Seats left; none means that they cannot receive. */
    readonly free: number;
    /** In which they write, as codes; none where nobody has said. */
    readonly languages: readonly string[];
  }[];
  readonly queues: readonly QueueInfo[];
}

export interface StintSpan {
  readonly kind: Stint;
  readonly from: number;
  /** Missing while it runs. */
  readonly to?: number;
}

/** The entries after a number of the generation that was asked for; all of them when there is another one by now. */
export interface EntriesAnswer {
  readonly generation: number;
  readonly entries: readonly Entry[];
}

export interface TicketView {
  readonly ticket: TicketRow;
  /** The whole conversation, notes included. */
  readonly entries: readonly Entry[];
  readonly receipt?: Receipt;
  readonly stints: readonly StintSpan[];
  readonly episode: number;
  /** What `warmline erase` takes. */
  readonly customerId: string;
  readonly contacts: number;
  /** What is masked in messages and may be shown to who asks, once they hold it or if they supervise. */
  readonly reveals: readonly PersonalKind[];
}

export interface ClaimBody {
  /** Made by the page, one per press: a repeat gets the first answer. */
  readonly token: string;
  /** That ticket; without it, the next in line. */
  readonly ticket?: string;
  /** Supervisors only: from whoever holds it. */
  readonly takeOver?: boolean;
}

export type ClaimAnswer =
  | { readonly kind: 'claimed'; readonly ticket: TicketRow }
  | { readonly kind: 'taken'; readonly by: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'empty' }
  /** They said that they are away, on whichever of their pages. */
  | { readonly kind: 'away' }
  | { readonly kind: 'full'; readonly capacity: number };

export interface SayBody {
  /** Made by the page, one per message: a repeat is not stored again. */
  readonly id: string;
  readonly epoch: number;
  readonly text: string;
  /** True: only the team sees it. */
  readonly note: boolean;
  /** On a note only: how a customer's message really reads. Kept for training. */
  readonly corrects?: Correction;
}

export type SayAnswer =
  { readonly kind: 'said'; readonly seq: number } | { readonly kind: 'fenced'; readonly by?: string };

/** Nothing is let go of over words that whoever lets go has not read. */
interface Seen {
  readonly epoch: number;
  /** The number of the newest entry that the page shows. */
  readonly seen: number;
}

export interface MoveBody extends Seen {
  /** hand-back: the assistant goes on; close: solved by a person; release: back into the line at its old place. */
  readonly action: 'hand-back' | 'close' | 'release';
  /** Supervisors only: whoever holds it, or while it waits. */
  readonly force?: boolean;
  /** Of a close while an answer is owed: it is refused without. */
  readonly why?: CloseWhy;
  /** Of a ticket of one's own: nobody is told for a moment, in which it can be undone. */
  readonly undo?: boolean;
}

export interface CloseWhy {
  readonly reason: CloseReason;
  readonly words?: string;
}

/** To a colleague, or to the line of another queue. */
export type PassBody = Seen &
  (
    | { readonly to: string }
    /** `undo`: as of a move. */
    | { readonly queue: string; readonly undo?: boolean }
  );

export interface UndoBody {
  readonly epoch: number;
}

/** Fenced: it is too late, or somebody else has it. */
export type UndoAnswer =
  { readonly kind: 'back'; readonly epoch: number } | { readonly kind: 'fenced'; readonly by?: string };

export type MoveAnswer =
  /** `helped`: whoever held it had written to the customer. `undoMs`: for so long it can be undone. */
  | { readonly kind: 'moved'; readonly helped?: true; readonly undoMs?: number }
  /** The customer wrote after what was seen: nothing was done. The entries since, a hundred at most. */
  | { readonly kind: 'wrote'; readonly entries: readonly Entry[] }
  /** An answer is owed: it is closed only with a reason. */
  | { readonly kind: 'owed' }
  | { readonly kind: 'fenced'; readonly by?: string };

export type PassAnswer =
  | Exclude<MoveAnswer, { kind: 'owed' }>
  | { readonly kind: 'away' }
  | { readonly kind: 'full'; readonly capacity: number };

/** Server-sent events of `/api/desk/feed`: `event:` is the kind, `data:` the JSON of the rest. */
export type FeedEvent =
  /** At every (re)connection, and whenever the server lost count: everything again. */
  | { readonly kind: 'line'; readonly line: Line }
  /** A ticket is new or changed; its transcript has grown when `seq` did. */
  | { readonly kind: 'ticket'; readonly ticket: TicketRow; readonly waitingTotal: number }
  /** No ticket any more: closed, handed back, or left the line. */
  | { readonly kind: 'gone'; readonly id: string; readonly waitingTotal: number };

/** Sent by the page again and again (`heartbeatMs`): keeps presence and leases. */
export interface PresenceBody {
  readonly state: 'here' | 'away';
}

export interface PresenceAnswer {
  /** The tickets this agent holds. */
  readonly held: readonly string[];
  /** The queues they serve, as they stand now. */
  readonly queues: readonly QueueInfo[];
}

export interface CannedAnswer {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}
