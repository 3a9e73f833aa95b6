/** What is said of a person, in words; and how two admins who change the same person come to one. No DOM. */
import type { PeopleAnswer, PersonBody, PersonRow } from '../../access/contract.js';

/** What can be chosen for people, and what holds where nothing is. */
export type Choices = Pick<PeopleAnswer, 'queues' | 'capacity'>;

export type Facts = Omit<PersonBody, 'version'>;

const roles: Readonly<Record<string, string>> = {
  agent: 'Agent',
  supervisor: 'Supervisor',
  manager: 'Manager',
  admin: 'Admin',
};
export const roleWord = (role: string): string => roles[role] ?? role;

/** Who answers customers, and so has queues and seats. */
export const serves = (role: string): boolean => role === 'agent' || role === 'supervisor';

export function queueWords(queues: readonly string[] | undefined, choices: Pick<Choices, 'queues'>): string {
  if (queues === undefined) return 'All queues';
  if (queues.length === 0) return 'No queue';
  return queues.map((id) => choices.queues.find((queue) => queue.id === id)?.title ?? id).join(', ');
}

export const capacityWords = (capacity: number | undefined, usual: number): string =>
  capacity === undefined ? `${usual}, as usual` : String(capacity);

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
export const languageWords = (codes: readonly string[]): string =>
  codes.length === 0 ? 'Not said' : codes.map(languageName).join(', ');

/** Codes out of what somebody typed; `unknown`: what is none. */
export function readLanguages(typed: string): { readonly codes: readonly string[]; readonly unknown?: string } {
  const codes = [...new Set(typed.toLowerCase().split(/[\s,;]+/))].filter((one) => one !== '');
  const unknown = codes.find((code) => !/^[a-z]{2,3}$/.test(code) || languageName(code) === code);
  return unknown === undefined ? { codes } : { codes, unknown };
}

export const factsOf = ({ name, queues, capacity, languages, off }: PersonRow): Facts => ({
  name,
  languages,
  off,
  ...(queues === undefined ? {} : { queues }),
  ...(capacity === undefined ? {} : { capacity }),
});

const names = ['name', 'queues', 'capacity', 'languages', 'off'] as const;
const labels: Readonly<Record<(typeof names)[number], string>> = {
  name: 'Name',
  queues: 'Queues',
  capacity: 'At once',
  languages: 'Languages',
  off: 'Sign-in',
};

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function wordsFor(name: (typeof names)[number], facts: Facts, choices: Choices): string {
  switch (name) {
    case 'name':
      return facts.name;
    case 'queues':
      return queueWords(facts.queues, choices);
    case 'capacity':
      return capacityWords(facts.capacity, choices.capacity);
    case 'languages':
      return languageWords(facts.languages);
    case 'off':
      return facts.off ? 'switched off' : 'may sign in';
  }
}

/** "Queues: All queues → Returns", one for each fact that is not as it was. */
export const differences = (before: Facts, after: Facts, choices: Choices): readonly string[] =>
  names
    .filter((name) => !isSame(before[name], after[name]))
    .map((name) => `${labels[name]}: ${wordsFor(name, before, choices)} → ${wordsFor(name, after, choices)}`);

/** What this admin has changed of `base`, and for the rest what somebody else has made of it meanwhile. */
export function merged(base: Facts, mine: Facts, theirs: Facts): Facts {
  const { queues, capacity, ...rest } = Object.fromEntries(
    names.map((name) => [name, isSame(base[name], mine[name]) ? theirs[name] : mine[name]]),
  ) as { -readonly [Name in keyof Facts]: Facts[Name] };
  return { ...rest, ...(queues === undefined ? {} : { queues }), ...(capacity === undefined ? {} : { capacity }) };
}
