/** Who works here, for admins: their queues, capacity and languages, whether they may come in, and their sign-ins. */
import { z } from 'zod';
import { SupportError } from '../base/index.js';
import { json, type Person, personRoute, type PersonRole, type Route } from '../http/index.js';
import type { PeopleStore, PersonRecord } from '../store/index.js';
import type { PeopleAnswer, PersonAnswer, PersonBody, SignedOutAnswer } from './contract.js';
import type { Sessions } from './sessions.js';

export interface PeopleOptions {
  readonly people: PeopleStore;
  readonly sessions: Pick<Sessions, 'end'>;
  /** What can be chosen, and what holds where nothing is. */
  readonly queues: PeopleAnswer['queues'];
  readonly capacity: number;
  /** Told of everyone who is signed out, and of everyone whose work goes back to the line. */
  readonly left: (person: Person) => Promise<unknown>;
  readonly relieve: (person: Person) => Promise<unknown>;
}

const roles = ['admin'] as const;
const perPage = 50;
/** As many as a desk has seats; the setting takes no more. */
const mostSeats = 50;

const listQuery = z.object({
  q: z.string().max(100).default(''),
  from: z.coerce.number().int().min(0).max(1e9).default(0),
});
const body: z.ZodType<PersonBody> = z.strictObject({
  version: z.number().int().min(1),
  name: z
    .string()
    .max(100)
    .transform((name) => name.replace(/\s+/g, ' ').trim())
    .refine((name) => name !== '', 'must not be empty'),
  queues: z.array(z.string().max(100)).max(100).readonly().exactOptional(),
  capacity: z.number().int().min(1).max(mostSeats).exactOptional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, 'must be a code as en or de'))
    .max(20)
    .readonly(),
  off: z.boolean(),
});

/** As the audit writes it down. */
export const createStandingOf = (people: PeopleStore) => async (id: string) => {
  const found = await people.find(id);
  if (found === undefined) return undefined;
  const { name, role, queues = 'all', capacity = 'usual', languages, off } = found;
  return { name, role, queues, capacity, languages, off };
};

/** Throws `bad-request` for what is not there, and `forbidden` for an admin who would lock themself out. */
function checkChange({ queues }: PeopleOptions, change: PersonBody, own: boolean): void {
  const unknown = change.queues?.find((id) => !queues.some((queue) => queue.id === id));
  if (unknown !== undefined) throw new SupportError('bad-request', `There is no queue ${unknown}.`);
  if (own && change.off) {
    throw new SupportError('forbidden', 'You cannot switch yourself off. Ask another administrator.');
  }
}

const asPerson = ({ id, name, role, queues }: PersonRecord): Person => ({
  id,
  name,
  role: role as PersonRole, // as it was written down at their sign-in
  ...(queues === undefined ? {} : { queues }),
});

function createSave(options: PeopleOptions) {
  const { people, left, relieve } = options;
  return async (id: string, { version, ...facts }: PersonBody, by: Person): Promise<PersonAnswer> => {
    checkChange(options, { version, ...facts }, by.id === id);
    const saved = await people.save({ person: id, version, facts, by: by.name });
    if (saved.kind === 'none') throw new SupportError('not-found', 'Nobody is known by this id.');
    if (saved.kind === 'saved' && saved.person.off) {
      await left(asPerson(saved.person));
      await relieve(asPerson(saved.person));
    }
    return saved;
  };
}

export function peopleRoutes(options: PeopleOptions): readonly Route[] {
  const { people, sessions, queues, capacity, left } = options;
  const save = createSave(options);
  const idOf = ({ params }: { readonly params: Readonly<Record<string, string>> }) => params['id'] ?? '';
  return [
    personRoute({
      method: 'GET',
      path: '/api/people',
      roles,
      query: listQuery,
      handle: async ({ query: { q: words, from } }) => {
        const found = await people.list({ words, from, most: perPage });
        return json({ ...found, queues, capacity } satisfies PeopleAnswer);
      },
    }),
    personRoute({
      method: 'POST',
      path: '/api/people/:id',
      roles,
      body,
      handle: async ({ body: change, person, ...call }) => json(await save(idOf(call), change, person)),
    }),
    personRoute({
      method: 'POST',
      path: '/api/people/:id/sign-out',
      roles,
      body: z.object({}).optional(),
      handle: async (call) => {
        const found = await people.find(idOf(call));
        if (found === undefined) throw new SupportError('not-found', 'Nobody is known by this id.');
        const ended = await sessions.end(found.id);
        await left(asPerson(found));
        return json({ ended } satisfies SignedOutAnswer);
      },
    }),
  ];
}
