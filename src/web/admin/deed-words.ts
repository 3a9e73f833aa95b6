/** What was done, in plain words: a sentence, and what was otherwise before. No DOM. */
import type { AuditRow } from '../../access/contract.js';
import { personalWords } from '../../conversation/names.js';
import type { ErrorCode } from '../../http/contract.js';
import { isSame } from './facts.js';

const acts: Readonly<Record<string, string>> = {
  claim: 'took a conversation',
  move: 'let go of a conversation',
  pass: 'passed a conversation on',
  undo: 'took back what they had done with a conversation',
  reopen: 'reopened a conversation',
  'change of a person': 'changed a person',
  'sign-out of a person': 'signed a person out everywhere',
  'read a transcript': 'read a transcript',
  'read an earlier case': 'read an earlier case of the same person',
  'read a closed case': 'read a closed case',
  'looked through cases': 'looked through cases',
  'export of the effort log': 'took the effort log away',
  'reading of the audit': 'read the audit',
  'export of the audit': 'took the audit away',
};
const moves: Readonly<Record<string, string>> = {
  close: 'closed a conversation',
  release: 'put a conversation back into the line',
  'hand-back': 'handed a conversation back to the assistant',
};

const refusals: Readonly<Record<ErrorCode, string>> = {
  'bad-request': 'it was asked wrongly',
  unauthorized: 'they were not signed in any more',
  forbidden: 'they may not',
  'not-found': 'it was not there',
  gone: 'it was not there any more',
  conflict: 'something else had been done meanwhile',
  'too-large': 'it was too long',
  'too-many': 'they asked too often',
  unavailable: 'the store did not answer',
  settings: 'a setting is wrong',
  content: 'the content is wrong',
  internal: 'the server failed',
};

/** What came of it, where that is not what was wanted. */
const ends: Readonly<Record<string, string>> = {
  ...refusals,
  fenced: 'it was not theirs any more',
  taken: 'somebody else had it',
  empty: 'nobody was waiting',
  away: 'they were away',
  full: 'all seats were taken',
  wrote: 'the customer had just written',
  owed: 'an answer was owed',
  changed: 'somebody else had just changed it',
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : value === undefined || value === null ? undefined : JSON.stringify(value);

/** What is told by what was asked. */
function actOf(what: string, asked: unknown): string | undefined {
  if (what === 'move') return moves[text(field(asked, 'action')) ?? ''];
  if (what !== 'reveal') return undefined;
  const kind = text(field(asked, 'kind')) ?? '';
  const masked = (personalWords as Readonly<Record<string, string>>)[kind] ?? 'data';
  return `had the masked ${masked} of message ${text(field(asked, 'entry')) ?? '?'} shown`;
}

/** "closed a conversation", "wanted to take a conversation: somebody else had it" */
export function sentenceOf({ what, asked, outcome }: AuditRow): string {
  const act = actOf(what, asked) ?? acts[what] ?? what;
  const end = ends[outcome];
  return end === undefined ? act : `${act}, which came to nothing: ${end}`;
}

/** Whom or what it was about: the name of a person, else what stands in the addresses of the desk. */
export const aboutOf = ({ before, after, about }: AuditRow): string =>
  text(field(after, 'name')) ?? text(field(before, 'name')) ?? about;

const labels: Readonly<Record<string, string>> = {
  state: 'state',
  queue: 'queue',
  agent: 'with',
  name: 'name',
  role: 'role',
  queues: 'queues',
  capacity: 'at once',
  languages: 'languages',
  off: 'switched off',
};

function wordsOf(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one) => text(one) ?? '').join(', ');
  return text(value) ?? 'none';
}

/** "queues: all → returns", for each thing that is not as it was; the epoch is a number for the store alone. */
export function changesOf({ before, after }: AuditRow): readonly string[] {
  return Object.entries(labels)
    .filter(([name]) => !isSame(field(before, name), field(after, name)))
    .map(([name, label]) => `${label}: ${wordsOf(field(before, name))} → ${wordsOf(field(after, name))}`);
}
