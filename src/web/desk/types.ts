/** The desk's shorter names for what the server sends. */
import type { SayBody, StintSpan, TicketRow, TicketView } from '../../desk/contract.js';

export type {
  CannedAnswer,
  EntriesAnswer,
  FeedEvent,
  Line,
  PassTargets,
  QueueInfo,
  StintSpan,
  TicketRow,
  TicketView,
} from '../../desk/contract.js';
export type { RevealAnswer } from '../../desk/reveal/contract.js';
export type { ClosedList, ClosedRow, ClosedView } from '../../desk/closed/contract.js';
export type { EarlierCase, EarlierView, PersonHistory } from '../../desk/history/contract.js';
export type Entry = TicketView['entries'][number];
export type PersonalKind = TicketView['reveals'][number];
export type Receipt = NonNullable<TicketView['receipt']>;
export type Feeling = NonNullable<Entry['feeling']>;
export type Correction = NonNullable<SayBody['corrects']>;
export type Mark = NonNullable<Entry['mark']>;
export type Level = TicketRow['level'];
export type Reason = TicketRow['reason'];
export type Stint = StintSpan['kind'];
