/** What the team has done: looked for by person, sort and day; each in plain words, with what was before and after. */
import type { AuditKind, AuditRow } from '../../access/contract.js';
import { Icon } from '../kit/icon.js';
import { download } from '../kit/icons.js';
import { clockText, dayText } from '../kit/time.js';
import { auditLink } from './api.js';
import { wantedOf } from './audit.js';
import { aboutOf, changesOf, sentenceOf } from './deed-words.js';
import { roleWord } from './facts.js';
import type { Page } from './page.js';

const kinds: Readonly<Record<AuditKind, string>> = {
  ticket: 'Conversations',
  person: 'People',
  reading: 'Reading and export',
  reveal: 'Masked data shown',
};
const kindNames = Object.keys(kinds) as AuditKind[];

function Row({ page, row }: { page: Page; row: AuditRow }) {
  const when = `${dayText(row.at, page.now())}, ${clockText(row.at)}`;
  const about = aboutOf(row);
  return (
    <tr>
      <td class="audit-when">
        <time dateTime={new Date(row.at).toISOString()}>{when}</time>
      </td>
      <th scope="row">
        {row.who.name} <span class="muted">{row.who.role === 'operator' ? 'Operator' : roleWord(row.who.role)}</span>
      </th>
      <td>
        {sentenceOf(row)}
        {about !== '' && <span class="audit-about muted">{about}</span>}
        {changesOf(row).map((change) => (
          <span key={change} class="audit-change">
            {change}
          </span>
        ))}
      </td>
      <td class="wide-only muted">{row.from}</td>
    </tr>
  );
}

function Filters({ page: { audit } }: { page: Page }) {
  const { who, kind, day } = audit.sought.value;
  return (
    <form class="audit-filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span class="label">Who</span>
        <input
          class="field"
          type="search"
          value={who}
          onChange={(event) => void audit.load({ who: event.currentTarget.value })}
        />
      </label>
      <label>
        <span class="label">What</span>
        <select
          class="field"
          value={kind ?? ''}
          onChange={({ currentTarget: { value } }) =>
            void audit.load({ kind: kindNames.find((name) => name === value) })
          }
        >
          <option value="">Everything</option>
          {kindNames.map((name) => (
            <option key={name} value={name}>
              {kinds[name]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="label">Day</span>
        <input
          class="field"
          type="date"
          value={day}
          onChange={(event) => void audit.load({ day: event.currentTarget.value })}
        />
      </label>
    </form>
  );
}

function Export({ page: { audit } }: { page: Page }) {
  const wanted = wantedOf(audit.sought.value);
  return (
    <p class="audit-export">
      <span class="muted">Take all of this with you:</span>
      {(['csv', 'jsonl'] as const).map((format) => (
        <a key={format} class="button" href={auditLink(wanted, format)} download>
          <Icon shape={download} size={16} />
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}

function Table({ page }: { page: Page }) {
  return (
    <table class="table audit-table">
      <caption class="sr-only">What was done, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What, and what was before</th>
          <th scope="col" class="wide-only">
            From
          </th>
        </tr>
      </thead>
      <tbody>
        {page.audit.found.value.rows.map((row) => (
          <Row key={row.id} page={page} row={row} />
        ))}
      </tbody>
    </table>
  );
}

export function AuditTable({ page }: { page: Page }) {
  const { audit } = page;
  const { state, rows, next, trouble } = audit.found.value;
  return (
    <main class="column">
      <h1>Audit</h1>
      <p class="muted admin-lead">
        What the team has done with conversations and people, and what it has read and taken away. Nothing here can be
        changed; that you read it is written down, too.
      </p>
      <Filters page={page} />
      {rows.length > 0 && <Table page={page} />}
      <div role="status" class="admin-foot">
        {state === 'loading' && <p class="muted">Reading the audit.</p>}
        {state === 'failed' && <p>The audit could not be read. {trouble}</p>}
        {state === 'ready' && rows.length === 0 && (
          <p class="muted">
            {next === undefined ? 'Nothing like that was written down.' : 'Nothing like that so far.'}
          </p>
        )}
      </div>
      {(next !== undefined || state === 'failed') && (
        <button type="button" class="button" disabled={state === 'loading'} onClick={() => void audit.more()}>
          {state === 'failed' ? 'Try again' : 'Show earlier'}
        </button>
      )}
      <Export page={page} />
    </main>
  );
}
