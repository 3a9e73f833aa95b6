/** What the team does that is written down, and what sort of thing each of it is. */
import type { AuditKind } from './contract.js';

export type Kind = AuditKind;

export type Deeds = readonly [what: string, kind: Kind];

/** Every route of the team that changes something, or shows what a person said: what it is called. */
export const deeds: Readonly<Record<string, Deeds>> = {
  'POST /api/desk/claim': ['claim', 'ticket'],
  'POST /api/desk/tickets/:id/move': ['move', 'ticket'],
  'POST /api/desk/tickets/:id/pass': ['pass', 'ticket'],
  'POST /api/desk/tickets/:id/undo': ['undo', 'ticket'],
  'POST /api/people/:id': ['change of a person', 'person'],
  'POST /api/people/:id/sign-out': ['sign-out of a person', 'person'],
  'POST /api/desk/tickets/:id/reopen': ['reopen', 'ticket'],
  'GET /api/insights/episodes/:id': ['read a transcript', 'reading'],
  'GET /api/insights/export': ['export of the effort log', 'reading'],
  'GET /api/audit': ['reading of the audit', 'reading'],
  'GET /api/audit/export': ['export of the audit', 'reading'],
};

const kinds = new Map(Object.values(deeds));
/** Of a deed by what it is called; undefined where an older release called it so. */
export const kindOf = (what: string): Kind | undefined => kinds.get(what);
