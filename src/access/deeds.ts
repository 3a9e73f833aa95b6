/** What the team does that is written down, and what sort of thing each of it is. */
import type { AuditKind } from './contract.js';

export type Kind = AuditKind;

export type Deeds = readonly [what: string, kind: Kind];

/** Every route of the team that changes something, takes something away, or shows words of a case that is not open: what it is called. */
export const deeds: Readonly<Record<string, Deeds>> = {
  'POST /api/desk/claim': ['claim', 'ticket'],
  'POST /api/desk/tickets/:id/move': ['move', 'ticket'],
  'POST /api/desk/tickets/:id/pass': ['pass', 'ticket'],
  'POST /api/desk/tickets/:id/undo': ['undo', 'ticket'],
  'POST /api/people/:id': ['change of a person', 'person'],
  'POST /api/people/:id/sign-out': ['sign-out of a person', 'person'],
  'POST /api/desk/tickets/:id/reopen': ['reopen', 'ticket'],
  'POST /api/desk/tickets/:id/reveal': ['reveal', 'reveal'],
  'GET /api/desk/tickets/:id/history/:case': ['read an earlier case', 'reading'],
  'GET /api/desk/closed/:case': ['read a closed case', 'reading'],
  'GET /api/insights/episodes': ['looked through cases', 'reading'],
  'GET /api/insights/episodes/:id': ['read a transcript', 'reading'],
  'GET /api/insights/export': ['export of the effort log', 'reading'],
  'GET /api/audit': ['reading of the audit', 'reading'],
  'GET /api/audit/export': ['export of the audit', 'reading'],
};
const ownSignIn = 'their own sign-in, which the list of their sessions shows';
const openTicket = 'an open ticket, before those whose work it is';
/** Every other route of the team, and why it is no deed. */
export const others: Readonly<Record<string, string>> = {
  'GET /api/sign-in': 'says how one signs in',
  'POST /api/sign-in': ownSignIn,
  'GET /sign-in/start': ownSignIn,
  'GET /sign-in/done': ownSignIn,
  'POST /api/sign-out': ownSignIn,
  'GET /api/me': 'their own name',
  'GET /api/sessions': ownSignIn,
  'POST /api/sessions/end': ownSignIn,
  'GET /api/desk/line': openTicket,
  'GET /api/desk/feed': openTicket,
  'GET /api/desk/answers': 'what the knowledge base says to everybody',
  'GET /api/desk/team': 'who is there',
  'GET /api/desk/closed': 'which cases were closed lately, without a word of them',
  'POST /api/desk/presence': 'whether they are there themselves',
  'GET /api/desk/tickets/:id': openTicket,
  'GET /api/desk/tickets/:id/entries': openTicket,
  'GET /api/desk/tickets/:id/history': 'which cases there are, without a word of them',
  'POST /api/desk/tickets/:id/say': 'stands in the transcript, with who wrote it',
  'GET /api/people': 'who works here, before those who set it up',
  'GET /api/insights/summary': 'figures of nobody',
};

const kinds = new Map(Object.values(deeds));
/** Of a deed by what it is called; undefined where an older release called it so. */
export const kindOf = (what: string): Kind | undefined => kinds.get(what);
