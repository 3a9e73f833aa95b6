/**
 * Who has done what, when, from where, and what it was before and after: written down around the routes that do it, so
 * that no handler can forget it.
 */
import { z } from 'zod';
import { type Log, SupportError } from '../base/index.js';
import { type CloseReason, closeReasonNames } from '../conversation/index.js';
import { type Answer, json, type Person, personRoute, type Route } from '../http/index.js';
import type { About, AuditStore, Noted } from '../store/index.js';
import type { Deed } from './contract.js';

type Kind = 'ticket' | 'person' | 'reading';

type Deeds = readonly [what: string, kind: Kind];

/** Every route of the team that changes something, takes something away, or shows words of a case that is not open: what it is called. */
export const deeds: Readonly<Record<string, Deeds>> = {
  'POST /api/desk/claim': ['claim', 'ticket'],
  'POST /api/desk/tickets/:id/move': ['move', 'ticket'],
  'POST /api/desk/tickets/:id/pass': ['pass', 'ticket'],
  'POST /api/desk/tickets/:id/undo': ['undo', 'ticket'],
  'POST /api/people/:id': ['change of a person', 'person'],
  'POST /api/people/:id/sign-out': ['sign-out of a person', 'person'],
  'POST /api/desk/tickets/:id/reopen': ['reopen', 'ticket'],
  'GET /api/desk/tickets/:id/history/:case': ['read an earlier case', 'reading'],
  'GET /api/desk/closed/:case': ['read a closed case', 'reading'],
  'GET /api/insights/episodes': ['looked through cases', 'reading'],
  'GET /api/insights/episodes/:id': ['read a transcript', 'reading'],
  'GET /api/insights/export': ['export of the effort log', 'reading'],
  'GET /api/audit': ['export of the audit', 'reading'],
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

export interface AuditOptions {
  readonly store: AuditStore;
  /** How a ticket or a person stands, in a few words of its own; nothing where there is none. */
  readonly standing: Readonly<Record<Exclude<Kind, 'reading'>, (id: string) => Promise<unknown>>>;
  readonly log: Log;
}

type Call = Parameters<Route['answer']>[0];

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Longer than any name of ours. */
const longest = 200;
const short = (value: unknown): unknown =>
  typeof value === 'string' ? value.slice(0, longest) : typeof value === 'boolean' ? value : undefined;

const isReason = (value: unknown): value is CloseReason => closeReasonNames.some((name) => name === value);

/** What was asked for, without words that somebody wrote: of why a case was closed the reason that was chosen. */
function asked({ body, query }: Call): unknown {
  const names = ['action', 'force', 'to', 'queue', 'takeOver', 'undo'];
  const reason = field(field(body, 'why'), 'reason');
  const given = [...names.map((name) => [name, short(field(body, name))]), ['why', isReason(reason) && reason]];
  const asks = Object.entries(query).map(([name, value]) => [name, short(value)]);
  return Object.fromEntries([
    ...asks,
    ...given.filter(([, value]) => value !== undefined && value !== false),
  ]) as object;
}

/** What the store keeps apart from the deed, so that it goes when the customer is erased. */
function subjectOf(about: string, kind: Exclude<Kind, 'person'>): About | undefined {
  if (about === '') return undefined;
  if (kind === 'ticket') return { conversation: about };
  const [, episode, conversation = about] = /^(\d{1,9}):(.+)$/s.exec(about) ?? [];
  return { conversation, episode: Number(episode ?? 0) };
}

const bodyOf = (answer: Answer): unknown => (answer.kind === 'json' ? answer.body : undefined);

/** Throws `internal` for a route that is in neither table. */
function deedOf({ method, path }: Route): Deeds | undefined {
  const name = `${method} ${path}`;
  if (Object.hasOwn(deeds, name)) return deeds[name];
  if (Object.hasOwn(others, name)) return undefined;
  throw new SupportError('internal', `${name} is not in the table of deeds.`);
}

function createWatch({ store, standing, log }: AuditOptions) {
  /** What was done stands, whatever becomes of its note: then the log has it. */
  async function note({ about, ...deed }: Deed, kind: Kind): Promise<void> {
    const [written, subject] = kind === 'person' ? [{ ...deed, about }] : [deed, subjectOf(about, 'ticket')];
    await store.note(JSON.stringify(written), subject).catch((fault: unknown) => {
      log.error({ err: fault, deed, about }, 'a deed could not be written down');
    });
  }

  async function act(route: Route, [call, person]: readonly [Call, Person], [what, kind]: Deeds): Promise<Answer> {
    const stands = standing[kind === 'person' ? 'person' : 'ticket'];
    const known = text(call.params['id']) ?? text(field(call.body, 'ticket'));
    const before = known === undefined ? undefined : await stands(known);
    const after = async (about: string | undefined) =>
      about === undefined ? undefined : stands(about).catch(() => undefined);
    const deed = { who: person, what, asked: asked(call), before, from: call.remote };
    const answer = await route.answer(call, person).catch(async (fault: unknown) => {
      const outcome = fault instanceof SupportError ? fault.code : 'internal';
      await note({ ...deed, about: known ?? '', after: await after(known), outcome }, kind);
      throw fault;
    });
    const about = known ?? text(field(field(bodyOf(answer), 'ticket'), 'id'));
    const outcome = text(field(bodyOf(answer), 'kind')) ?? 'done';
    await note({ ...deed, about: about ?? '', after: await after(about), outcome }, kind);
    return answer;
  }

  /** Nobody reads what is not written down first; what is written is that they asked. */
  async function read(route: Route, [call, person]: readonly [Call, Person], [what]: Deeds): Promise<Answer> {
    const about = text(call.params['case']) ?? text(call.params['id']) ?? '';
    const deed: Omit<Deed, 'about'> = { who: person, what, asked: asked(call), outcome: 'asked', from: call.remote };
    await store.note(JSON.stringify(deed), subjectOf(about, 'reading'));
    return route.answer(call, person);
  }

  return (route: Route): Route => {
    const deed = deedOf(route);
    if (deed === undefined) return route;
    const watched = deed[1] === 'reading' ? read : act;
    return {
      ...route,
      answer: (call, person) => (person === undefined ? route.answer(call) : watched(route, [call, person], deed)),
    };
  };
}

const day = 86_400_000;
const csv = (value: unknown): string => {
  const plain = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
};
/** As the addresses of the desk and of insights have it. */
function aboutWords(about: Noted['about'] = { conversation: '' }): string {
  if (about === 'forgotten') return about;
  return about.episode === undefined ? about.conversation : `${about.episode}:${about.conversation}`;
}
const columns = ['at', 'who', 'name', 'role', 'what', 'about', 'asked', 'before', 'after', 'outcome', 'from'] as const;

async function* lines(store: AuditStore, { from, to, format }: { from: number; to: number; format: 'csv' | 'jsonl' }) {
  if (format === 'csv') yield columns.join(',');
  for await (const { at, deed, about } of store.between(from, to)) {
    const { who, about: person, ...rest } = JSON.parse(deed) as Omit<Deed, 'about'> & { readonly about?: string };
    const by = { who: who.id, name: who.name, role: who.role };
    const row = { at: new Date(at).toISOString(), ...by, ...rest, about: person ?? aboutWords(about) };
    yield format === 'csv' ? columns.map((name) => csv(row[name])).join(',') : JSON.stringify(row);
  }
}

const time = z.coerce.number().int().min(0).max(8.64e15);
const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson', json: '' };

/** Read by admins: the last day of a period as JSON, or all of it as a file. */
const auditRoute = (store: AuditStore): Route =>
  personRoute({
    method: 'GET',
    path: '/api/audit',
    roles: ['admin'],
    query: z.object({ from: time, to: time, format: z.enum(['csv', 'jsonl', 'json']).default('json') }),
    handle: async ({ query: { from, to, format } }) => {
      if (format !== 'json') {
        const name = `audit.${format}`;
        return { kind: 'lines', type: types[format], name, lines: lines(store, { from, to, format }) };
      }
      const found: string[] = [];
      for await (const line of lines(store, { from: Math.max(from, to - day), to, format: 'jsonl' })) found.push(line);
      return json({ deeds: found.map((line) => JSON.parse(line) as unknown) });
    },
  });

/** Routes with the audit around them, and the one by which it is read. */
export function createAudit(options: AuditOptions) {
  const watch = createWatch(options);
  return {
    watch: (routes: readonly Route[]): readonly Route[] => routes.map(watch),
    routes: [watch(auditRoute(options.store))],
  };
}
