/**
 * Who has done what, when, from where, and what it was before and after: written down around the routes that do it, so
 * that no handler can forget it.
 */
import { type Log, SupportError } from '../base/index.js';
import { type CloseReason, closeReasonNames } from '../conversation/index.js';
import type { Answer, Person, Route } from '../http/index.js';
import type { About, AuditStore } from '../store/index.js';
import { auditRoutes } from './audit-routes.js';
import type { Deed } from './contract.js';
import { type Deeds, deeds, type Kind, others } from './deeds.js';

export interface AuditOptions {
  readonly store: AuditStore;
  /** How a ticket or a person stands, in a few words of its own; nothing where there is none. */
  readonly standing: Readonly<Record<'ticket' | 'person', (id: string) => Promise<unknown>>>;
  readonly log: Log;
}

type Call = Parameters<Route['answer']>[0];

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const nameOf = ({ id, name, role }: Person): Deed['who'] => ({ id, name, role });

/** Longer than any name of ours. */
const longest = 200;
const short = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.slice(0, longest)
    : ['boolean', 'number'].includes(typeof value)
      ? value
      : undefined;

const isReason = (value: unknown): value is CloseReason => closeReasonNames.some((name) => name === value);

/** What was asked for, without words that somebody wrote: of why a case was closed the reason that was chosen. */
function asked({ body, query }: Call): unknown {
  const names = ['action', 'force', 'to', 'queue', 'takeOver', 'undo', 'kind', 'entry'];
  const reason = field(field(body, 'why'), 'reason');
  const given = [...names.map((name) => [name, short(field(body, name))]), ['why', isReason(reason) && reason]];
  const asks = Object.entries(query).map(([name, value]) => [name, short(value)]);
  return Object.fromEntries([
    ...asks,
    ...given.filter(([, value]) => value !== undefined && value !== false),
  ]) as object;
}

/** What the store keeps apart from the deed, so that it goes when the customer is erased. */
function subjectOf(about: string, kind: 'ticket' | 'reading'): About | undefined {
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

const outcomeOf = (fault: unknown): string => (fault instanceof SupportError ? fault.code : 'internal');

/** What was done stands, whatever becomes of its note: then the log has it. */
function createNote({ store, log }: AuditOptions) {
  return async ({ about, ...deed }: Deed, kind: Kind): Promise<void> => {
    const [written, subject] = kind === 'person' ? [{ ...deed, about }] : [deed, subjectOf(about, 'ticket')];
    await store.note(JSON.stringify(written), subject).catch((fault: unknown) => {
      log.error({ err: fault, deed, about }, 'a deed could not be written down');
    });
  };
}

type Watched = (route: Route, by: readonly [Call, Person], deed: Deeds) => Promise<Answer>;

/** Nobody is shown what is not written down; and who was refused is written down, too. */
function createReveal(options: AuditOptions): Watched {
  const note = createNote(options);
  return async (route, [call, person], [what]) => {
    const about = text(call.params['id']) ?? '';
    const deed = { who: nameOf(person), what, asked: asked(call), from: call.remote };
    const answer = await route.answer(call, person).catch(async (fault: unknown) => {
      await note({ ...deed, about, outcome: outcomeOf(fault) }, 'reveal');
      throw fault;
    });
    await options.store.note(JSON.stringify({ ...deed, outcome: 'revealed' }), subjectOf(about, 'ticket'));
    return answer;
  };
}

function createWatch(options: AuditOptions) {
  const { store, standing } = options;
  const note = createNote(options);

  async function act(route: Route, [call, person]: readonly [Call, Person], [what, kind]: Deeds): Promise<Answer> {
    const stands = standing[kind === 'person' ? 'person' : 'ticket'];
    const known = text(call.params['id']) ?? text(field(call.body, 'ticket'));
    const before = known === undefined ? undefined : await stands(known);
    const after = async (about: string | undefined) =>
      about === undefined ? undefined : stands(about).catch(() => undefined);
    const deed = { who: nameOf(person), what, asked: asked(call), before, from: call.remote };
    const answer = await route.answer(call, person).catch(async (fault: unknown) => {
      await note({ ...deed, about: known ?? '', after: await after(known), outcome: outcomeOf(fault) }, kind);
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
    const deed = { who: nameOf(person), what, asked: asked(call), outcome: 'asked', from: call.remote };
    await store.note(JSON.stringify(deed), subjectOf(about, 'reading'));
    return route.answer(call, person);
  }

  const ways: Readonly<Record<Kind, Watched>> = {
    ticket: act,
    person: act,
    reading: read,
    reveal: createReveal(options),
  };
  return (route: Route): Route => {
    const deed = deedOf(route);
    if (deed === undefined) return route;
    const watched = ways[deed[1]];
    return {
      ...route,
      answer: (call, person) => (person === undefined ? route.answer(call) : watched(route, [call, person], deed)),
    };
  };
}

/** Routes with the audit around them, and the one by which it is read. */
export function createAudit(options: AuditOptions) {
  const watch = createWatch(options);
  return {
    watch: (routes: readonly Route[]): readonly Route[] => routes.map(watch),
    routes: auditRoutes(options.store).map(watch),
  };
}
