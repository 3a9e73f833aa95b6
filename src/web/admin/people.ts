/** Who works here, behind its page: the list, the words that are looked for, and the person who is edited. No DOM. */
import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { PersonRow } from '../../access/contract.js';
import type { AdminPort } from './port.js';
import { type Choices, differences, type Facts, factsOf, merged } from './facts.js';

export interface Listed {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly rows: readonly PersonRow[];
  readonly choices: Choices;
  readonly words: string;
  readonly next?: number;
  /** Why it could not be read. */
  readonly trouble?: string;
}

export interface Edited {
  /** As it was when it was opened, or as it is since somebody else changed it. */
  readonly row: PersonRow;
  readonly draft: Facts;
  readonly busy: boolean;
  readonly trouble?: string;
  /** What somebody else changed meanwhile; nothing of the draft was saved. */
  readonly meanwhile?: { readonly by: string; readonly changes: readonly string[] };
}

export interface People {
  readonly listed: ReadonlySignal<Listed>;
  readonly edited: ReadonlySignal<Edited | undefined>;
  /** How many there are at all makes a search worth its place. */
  readonly many: ReadonlySignal<boolean>;
  load(words?: string): Promise<void>;
  more(): Promise<void>;
  edit(row: PersonRow | undefined): void;
  change(facts: Partial<{ [Name in keyof Facts]: Facts[Name] | undefined }>): void;
  save(): Promise<void>;
  signOut(): Promise<void>;
}

interface Parts {
  readonly port: AdminPort;
  readonly say: (text: string, action?: { readonly label: string; readonly act: () => void }) => void;
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : 'The server did not answer.';
/** Below that, the eye is faster. */
const few = 8;

/** What was done, in a sentence. */
function savedWords({ name, off }: Facts, before: Facts): string {
  if (off !== before.off) return off ? `${name} is switched off and signed out.` : `${name} may sign in again.`;
  return `${name} is saved.`;
}

function createList({ port }: Parts) {
  const nothing = { queues: [], capacity: 0 };
  const listed = signal<Listed>({ state: 'loading', rows: [], choices: nothing, words: '' });
  const many = signal(false);
  async function read(words: string, rows: readonly PersonRow[], from: number): Promise<void> {
    const { choices } = listed.value;
    listed.value = { state: 'loading', rows: listed.value.rows, choices, words };
    try {
      const { people, next, ...chosen } = await port.people({ words, from });
      if (listed.value.words !== words) return;
      const all = [...rows, ...people];
      listed.value = { state: 'ready', rows: all, choices: chosen, words, ...(next === undefined ? {} : { next }) };
      if (words === '' && all.length > few) many.value = true;
    } catch (error) {
      if (listed.value.words === words) {
        listed.value = { ...listed.value, state: 'failed', trouble: reasonOf(error), rows, next: from };
      }
    }
  }
  return {
    listed,
    many,
    load: (words = listed.value.words) => read(words, [], 0),
    more: () => read(listed.value.words, listed.value.rows, listed.value.next ?? 0),
    put(row: PersonRow) {
      const rows = listed.value.rows.map((one) => (one.id === row.id ? row : one));
      listed.value = { ...listed.value, rows };
    },
  };
}

type List = ReturnType<typeof createList>;

function createSave({ port, say }: Parts, { put, listed }: List, edited: Signal<Edited | undefined>) {
  /** A second save takes the first one back. */
  async function undo(row: PersonRow, facts: Facts): Promise<void> {
    try {
      const { kind, person } = await port.save(row.id, { ...facts, version: row.version });
      put(person);
      if (kind === 'saved') say(`${person.name} is as before.`);
      else say(`${person.name} was changed again since; nothing was undone.`);
    } catch (error) {
      say(`That could not be undone. ${reasonOf(error)}`);
    }
  }
  return async (open: Edited): Promise<void> => {
    const before = factsOf(open.row);
    const { kind, person } = await port.save(open.row.id, { ...open.draft, version: open.row.version });
    const now = factsOf(person);
    put(person);
    if (kind === 'saved') {
      edited.value = undefined;
      say(savedWords(now, before), { label: 'Undo', act: () => void undo(person, before) });
      return;
    }
    const meanwhile = { by: person.by ?? 'Somebody', changes: differences(before, now, listed.value.choices) };
    edited.value = { row: person, draft: merged(before, open.draft, now), busy: false, meanwhile };
  };
}

export function createPeople(parts: Parts): People {
  const { port, say } = parts;
  const list = createList(parts);
  const edited = signal<Edited | undefined>();
  const save = createSave(parts, list, edited);
  /** One thing at a time; what fails is told where it was asked for. */
  async function busily(act: (open: Edited) => Promise<void>): Promise<void> {
    const open = edited.value;
    if (open === undefined || open.busy) return;
    const { trouble: _, ...rest } = open;
    edited.value = { ...rest, busy: true };
    try {
      await act(open);
    } catch (error) {
      edited.value = { ...rest, busy: false, trouble: reasonOf(error) };
    }
  }
  async function signOut({ row }: Edited): Promise<void> {
    const { ended } = await port.signOut(row.id);
    edited.value = undefined;
    say(ended === 0 ? `${row.name} was not signed in.` : `${row.name} is signed out everywhere.`);
  }
  return {
    listed: list.listed,
    many: list.many,
    load: list.load,
    more: list.more,
    edited,
    edit: (row) => void (edited.value = row && { row, draft: factsOf(row), busy: false }),
    change(facts) {
      if (edited.value === undefined) return;
      const { queues, capacity, ...draft } = { ...edited.value.draft, ...facts } as Facts;
      const chosen = { ...(queues === undefined ? {} : { queues }), ...(capacity === undefined ? {} : { capacity }) };
      edited.value = { ...edited.value, draft: { ...draft, ...chosen } };
    },
    save: () => busily(save),
    signOut: () => busily(signOut),
  };
}
