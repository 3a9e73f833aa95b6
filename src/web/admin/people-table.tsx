/** Who works here: a plain table with a search where there are many, and one action a row. */
import type { PersonRow } from '../../access/contract.js';
import { clockText, dayText } from '../kit/time.js';
import { capacityWords, languageWords, queueWords, roleWord, serves } from './facts.js';
import type { Page } from './page.js';

function wordsOf(page: Page, row: PersonRow) {
  const { choices } = page.people.listed.value;
  const working = serves(row.role);
  const queues = row.role === 'supervisor' ? 'All queues' : queueWords(row.queues, choices);
  return {
    queues: working ? queues : '–',
    capacity: working ? capacityWords(row.capacity, choices.capacity) : '–',
    languages: row.languages.length === 0 ? '–' : languageWords(row.languages),
    seen: `${dayText(row.seen, page.now())}, ${clockText(row.seen)}`,
  };
}

function Row({ page, row }: { page: Page; row: PersonRow }) {
  const { queues, capacity, languages, seen } = wordsOf(page, row);
  const usual = page.people.listed.value.choices.capacity;
  const brief = serves(row.role)
    ? `${roleWord(row.role)} · ${queues} · ${row.capacity ?? usual} at once`
    : roleWord(row.role);
  return (
    <tr class={row.off ? 'is-off' : undefined}>
      <th scope="row">
        <span class="person-line">
          {row.name}
          {row.id === page.me.id && <span class="chip">You</span>}
          {row.off && <span class="chip chip-warm">Switched off</span>}
        </span>
        <span class="narrow-only muted">{brief}</span>
        <span class="narrow-only muted">Seen {seen}</span>
      </th>
      <td class="wide-only">{roleWord(row.role)}</td>
      <td class="wide-only">{queues}</td>
      <td class="wide-only">{capacity}</td>
      <td class="wide-only">{languages}</td>
      <td class="wide-only">{seen}</td>
      <td class="row-act">
        <button type="button" class="button" onClick={() => page.people.edit(row)} aria-label={`Edit ${row.name}`}>
          Edit
        </button>
      </td>
    </tr>
  );
}

function Table({ page }: { page: Page }) {
  return (
    <table class="table people-table">
      <caption class="sr-only">People, by name</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" class="wide-only">
            Role
          </th>
          <th scope="col" class="wide-only">
            Serves
          </th>
          <th scope="col" class="wide-only">
            At once
          </th>
          <th scope="col" class="wide-only">
            Languages
          </th>
          <th scope="col" class="wide-only">
            Seen last
          </th>
          <th scope="col">
            <span class="sr-only">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {page.people.listed.value.rows.map((row) => (
          <Row key={row.id} page={page} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Search({ page }: { page: Page }) {
  const { people } = page;
  if (!people.many.value) return null;
  return (
    <label class="admin-search">
      <span class="label">Find by name</span>
      <input
        class="field"
        type="search"
        value={people.listed.value.words}
        onInput={(event) => void people.load(event.currentTarget.value)}
      />
    </label>
  );
}

export function PeopleTable({ page }: { page: Page }) {
  const { people } = page;
  const { state, rows, words, next, trouble } = people.listed.value;
  const none = words === '' ? 'Nobody has signed in yet.' : `Nobody here is called “${words}”.`;
  return (
    <main class="column">
      <h1>People</h1>
      <p class="muted admin-lead">
        Everyone who has signed in once. Who comes in, and in which role, is decided by your sign-in provider; the rest
        is decided here, and stays.
      </p>
      <Search page={page} />
      {rows.length > 0 && <Table page={page} />}
      <div role="status" class="admin-foot">
        {state === 'loading' && rows.length === 0 && <p class="muted">Reading who works here.</p>}
        {state === 'failed' && <p>The list could not be read. {trouble}</p>}
        {state === 'ready' && rows.length === 0 && <p class="muted">{none}</p>}
      </div>
      {next !== undefined && (
        <button type="button" class="button" disabled={state === 'loading'} onClick={() => void people.more()}>
          {state === 'failed' ? 'Try again' : 'Show more'}
        </button>
      )}
    </main>
  );
}
