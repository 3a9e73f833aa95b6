/** Sends answers when what they depend on is kept: all answers of one turn of the event loop share one write. */
import type { Journal } from '../journal/journal.js';
import { type Client, type Owed, takeOwed } from './client.js';
import { encodeError } from './encode.js';

export interface Outbox {
  /** Says that a client is owed something. */
  owe(client: Client): void;
  /** Commits soon, even if nobody is owed anything. */
  schedule(): void;
  /** Resolves when everything that was owed is sent. */
  idle(): Promise<void>;
}

/** What is sent when the change could not be kept. */
function spoiled(owed: readonly Owed[], refusal: string): string {
  const error = encodeError(refusal);
  return owed
    .filter(({ kind }) => kind !== 'message')
    .map(({ kind, text }) => (kind === 'answer' ? error : text))
    .join('');
}

function send(client: Client, refusal: string | undefined, owed: readonly Owed[]): void {
  let text = '';
  if (refusal === undefined) for (const one of owed) text += one.text;
  else text = spoiled(owed, refusal);
  if (text !== '') client.send(text);
  if (client.leaving) client.close();
}

interface Batch {
  readonly client: Client;
  readonly owed: readonly Owed[];
}

function take(waiting: Set<Client>): readonly Batch[] {
  const batch = Array.from(waiting, (client) => ({ client, owed: takeOwed(client) }));
  waiting.clear();
  return batch;
}

export function createOutbox(journal: Journal): Outbox {
  const waiting = new Set<Client>();
  let state: 'idle' | 'scheduled' | 'committing' = 'idle';
  let again = false;
  let idlers: (() => void)[] = [];

  function schedule(): void {
    again ||= state === 'committing';
    if (state !== 'idle') return;
    state = 'scheduled';
    setImmediate(flush);
  }

  function flush(): void {
    [state, again] = ['committing', false];
    const batch = take(waiting);
    journal.commit((refusal) => {
      // a change taken back takes back what was answered since, too
      const all = refusal === undefined ? batch : [...batch, ...take(waiting)];
      for (const { client, owed } of all) send(client, refusal, owed);
      state = 'idle';
      if (waiting.size > 0 || again) schedule();
      else finish();
    });
  }

  function finish(): void {
    const done = idlers;
    idlers = [];
    for (const resolve of done) resolve();
  }

  return {
    owe(client) {
      waiting.add(client);
      schedule();
    },
    schedule,
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        schedule();
      }),
  };
}
