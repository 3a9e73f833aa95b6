/**
 * Who has done what, when, from where, and what it was before and after: written down around the routes that do it, so
 * that no handler can forget it.
 */
import { z } from 'zod';
import { type Log, SupportError } from '../base/index.js';
import { type Answer, json, type Person, personRoute, type Route } from '../http/index.js';
import type { About, AuditStore, Noted } from '../store/index.js';
import type { Deed } from './contract.js';

type Kind = 'ticket' | 'person' | 'reading';

type Deeds = readonly [what: string, kind: Kind];

/** Every route of the team that changes something, or shows what a person said: what it is called. */
const deeds: Readonly<Record<string, Deeds>> = {
  'POST /api/desk/claim': ['claim', 'ticket'],
  'POST /api/desk/tickets/:id/move': ['move', 'ticket'],
  'POST /api/desk/tickets/:id/pass': ['pass', 'ticket'],
  'POST /api/desk/tickets/:id/undo': ['undo', 'ticket'],
  'POST /api/people/:id': ['change of a person', 'person'],
  'POST /api/people/:id/sign-out': ['sign-out of a person', 'person'],
  'POST /api/desk/tickets/:id/reopen': ['reopen', 'ticket'],
  'GET /api/insights/episodes/:id': ['read a transcript', 'reading'],
  'GET /api/insights/export': ['export of the effort log', 'reading'],
  'GET /api/audit': ['export of the audit', 'reading'],
};
/** What is no deed: it is written down elsewhere (words in the transcript), or changes nothing of anybody else's. */
const others = ['POST /api/desk/presence', 'POST /api/desk/tickets/:id/say', 'POST /api/sessions/end'];

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

/** What was asked for, without words that somebody wrote. */
function asked({ body, query }: Call): unknown {
  const names = ['action', 'force', 'to', 'queue', 'takeOver', 'undo'];
  const reason = field(field(body, 'why'), 'reason');
  const given = names.flatMap((name) => (field(body, name) === undefined ? [] : [[name, field(body, name)]]));
  const why = reason === undefined ? {} : { why: reason };
  return { ...query, ...(Object.fromEntries(given) as object), ...why };
}

/** What the store keeps apart from the deed, so that it goes when the customer is erased. */
function subjectOf(about: string, kind: Exclude<Kind, 'person'>): About | undefined {
  if (about === '') return undefined;
  if (kind === 'ticket') return { conversation: about };
  const [, episode, conversation = about] = /^(\d{1,9}):(.+)$/s.exec(about) ?? [];
  return { conversation, episode: Number(episode ?? 0) };
}

const bodyOf = (answer: Answer): unknown => (answer.kind === 'json' ? answer.body : undefined);

/** Throws `internal` for a route of the team that changes something and is not in the tables. */
function deedOf({ method, path, roles }: Route): Deeds | undefined {
  const name = `${method} ${path}`;
  if (Object.hasOwn(deeds, name)) return deeds[name];
  if (roles === undefined || method === 'GET' || others.includes(name)) return undefined;
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
    const answer = await route.answer(call, person);
    const about = known ?? text(field(field(bodyOf(answer), 'ticket'), 'id'));
    const after = about === undefined ? undefined : await stands(about).catch(() => undefined);
    const outcome = text(field(bodyOf(answer), 'kind')) ?? 'done';
    const done = { who: person, what, about: about ?? '', asked: asked(call), before, after, outcome };
    await note({ ...done, from: call.remote }, kind);
    return answer;
  }

  /** Nobody reads what is not written down first. */
  async function read(route: Route, [call, person]: readonly [Call, Person], [what]: Deeds): Promise<Answer> {
    const about = text(call.params['id']) ?? '';
    const deed: Omit<Deed, 'about'> = { who: person, what, asked: asked(call), outcome: 'done', from: call.remote };
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
