/** Those who work here: known since their first sign-in, and kept as an admin says. Whose role they are is the provider's word. */
import type { Redis } from './connection.js';
import { keys, teamShard } from './keys.js';
import type { Run } from './run.js';
import type { Staff } from './schema/team-acts.js';

/** What an admin decides of a person. */
export interface PersonFacts {
  readonly name: string;
  /** The queues they serve; without it, all of them. */
  readonly queues?: readonly string[];
  /** Tickets they hold at once; without it, as many as is usual. */
  readonly capacity?: number;
  readonly languages: readonly string[];
  /** They cannot come in. */
  readonly off: boolean;
}

/** Times in milliseconds since 1970. */
export interface PersonRecord extends PersonFacts {
  readonly id: string;
  /** As of their last sign-in. */
  readonly role: string;
  readonly first: number;
  readonly seen: number;
  /** Raised by every change of the facts. */
  readonly version: number;
  /** Who has changed them last, by name; nothing while nobody has. */
  readonly by?: string;
}

export interface Change {
  readonly person: string;
  /** That of the facts which the change was made to. */
  readonly version: number;
  readonly facts: PersonFacts;
  /** The admin's name. */
  readonly by: string;
}

export type Saved =
  | { readonly kind: 'saved'; readonly person: PersonRecord }
  /** Somebody else has changed them meanwhile: nothing was done. */
  | { readonly kind: 'changed'; readonly person: PersonRecord }
  | { readonly kind: 'none' };

export interface PeopleStore {
  find(person: string): Promise<PersonRecord | undefined>;
  /**
   * By name, `most` at a time: those in whose name or id the words are; `next` is where the others begin.
   */
  list(wanted: { readonly words: string; readonly from: number; readonly most: number }): Promise<{
    readonly people: readonly PersonRecord[];
    readonly next?: number;
  }>;
  /** Whoever is switched off has no session any more once it resolves, and gets none. */
  save(change: Change): Promise<Saved>;
}

const perLook = 500;

const packed = (values: readonly string[] | undefined): string => (values === undefined ? '' : JSON.stringify(values));
const unpacked = (text: string): readonly string[] | undefined =>
  text === '' ? undefined : (JSON.parse(text) as readonly string[]);

/** By which they are listed. */
export const orderOf = (name: string, person: string): string => `${name.toLowerCase()} ${person}`;

/** What the scripts tell of a person; nothing of whom nobody knows. */
export function readPerson(id: string, staff: Staff): PersonRecord | undefined {
  const { queues, capacity, languages, by, ...plain } = staff;
  if (staff.version === 0) return undefined;
  const served = unpacked(queues);
  return {
    id,
    ...plain,
    ...(served === undefined ? {} : { queues: served }),
    ...(capacity === undefined ? {} : { capacity }),
    languages: unpacked(languages) ?? [],
    ...(by === '' ? {} : { by }),
  };
}

interface PeopleOptions {
  readonly redis: Redis;
  readonly run: Run;
}

/** What is kept of these people, in their order. */
export async function readPeople({ run }: Pick<PeopleOptions, 'run'>, persons: readonly string[]) {
  const found = persons.length === 0 ? [] : await run('people', teamShard, { persons });
  return found.map((staff, at) => readPerson(persons[at] ?? '', staff));
}

/** Names are looked through a part at a time, until a page is full. */
async function findOrders(
  { redis }: PeopleOptions,
  { words, from, most }: Parameters<PeopleStore['list']>[0],
): Promise<{ readonly orders: readonly string[]; readonly next?: number }> {
  const orders: string[] = [];
  for (let start = from; ; start += perLook) {
    const looked = await redis.zrange(keys.people(teamShard), start, String(start + perLook - 1));
    for (const [at, order] of looked.entries()) {
      if (!order.includes(words)) continue;
      if (orders.length === most) return { orders, next: start + at };
      orders.push(order);
    }
    if (looked.length < perLook) return { orders };
  }
}

export function createPeopleStore(options: PeopleOptions): PeopleStore {
  const { run } = options;
  return {
    find: async (person) => (await readPeople(options, [person]))[0],
    async list({ words, ...wanted }) {
      const { orders, next } = await findOrders(options, { words: words.toLowerCase().trim(), ...wanted });
      const ids = orders.map((order) => order.slice(order.lastIndexOf(' ') + 1));
      const people = (await readPeople(options, ids)).filter((one) => one !== undefined);
      return { people, ...(next === undefined ? {} : { next }) };
    },
    async save({ person, version, facts, by }) {
      const { name, queues, capacity, languages, off } = facts;
      const kept = { queues: packed(queues), capacity, languages: packed(languages), off };
      const order = orderOf(name, person);
      const answer = await run('savePerson', teamShard, { person, version, name, order, ...kept, by });
      const record = answer.kind === 'none' ? undefined : readPerson(person, answer.facts);
      return answer.kind === 'none' || record === undefined ? { kind: 'none' } : { kind: answer.kind, person: record };
    },
  };
}
