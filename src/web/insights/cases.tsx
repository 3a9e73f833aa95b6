/** Every case of the period: when, who, how it ended, how hard it was and why, the waits, the survey. */
import { clockText, dayText } from '../kit/time.js';
import { CaseLink, EffortMark } from './case-parts.js';
import { span } from './format.js';
import type { Page } from './page.js';
import type { EpisodeRow } from './types.js';
import { standing } from './words.js';

function Row({ page, row }: { page: Page; row: EpisodeRow }) {
  const [driver] = row.drivers;
  const { queue, agent } = row.stints;
  return (
    <tr data-adds={row.adds}>
      <td class="case-when">
        {dayText(row.bornAt, page.today.value)}, {clockText(row.bornAt)}
      </td>
      <th scope="row">
        <CaseLink page={page} row={row} />
        {!row.channelWords.usual && <span class="muted"> {row.channelWords.short}</span>}
      </th>
      <td>{standing(row)}</td>
      <td>
        <EffortMark effort={row.effort} />
        {driver && <span class="muted case-driver">{driver.name}</span>}
      </td>
      <td class="number">{queue + agent === 0 ? <span class="muted">none</span> : span(queue + agent)}</td>
      <td class="number">{row.ces === undefined ? <span class="muted">not given</span> : `${row.ces} of 7`}</td>
    </tr>
  );
}

const cohorts = [
  ['begun', 'Cases that began'],
  ['asked', 'People who came into a line'],
  ['ended', 'Cases that ended'],
] as const;

function Filter({ page, measure }: { page: Page; measure: string | undefined }) {
  const known = Object.entries(page.definitions.value);
  return (
    <label class="filter">
      Rows of
      <select
        class="field"
        value={measure ?? 'episodes'}
        onChange={(event) => page.showCases(event.currentTarget.value)}
      >
        {cohorts.map(([cohort, name]) => (
          <optgroup key={cohort} label={name}>
            {known
              .filter(([, definition]) => definition.cohort === cohort)
              .map(([id, { title }]) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </optgroup>
        ))}
        {measure?.startsWith('shown:') && <option value={measure}>Shown: {measure.slice('shown:'.length)}</option>}
      </select>
    </label>
  );
}

function Table({ page, rows }: { page: Page; rows: readonly EpisodeRow[] }) {
  return (
    <div class="case-scroll" tabIndex={0} role="region" aria-label="Cases">
      <table class="table case-table">
        <caption class="sr-only">Cases, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Began</th>
            <th scope="col">Customer</th>
            <th scope="col">Outcome</th>
            <th scope="col">Effort, and its heaviest part</th>
            <th scope="col" class="number">
              Waited for a person
            </th>
            <th scope="col" class="number">
              Survey
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} page={page} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Cases({ page }: { page: Page }) {
  const { rows, state, next, measure, period } = page.insights.cases.rows.value;
  const narrowed = period.from > page.insights.range.value.from || period.to < page.insights.range.value.to;
  return (
    <section class="question cases" aria-labelledby="cases">
      <div class="cases-head">
        <h2 id="cases" tabIndex={-1}>
          Every case
        </h2>
        {narrowed && (
          <p class="muted">
            {dayText(period.from, page.today.value)}, {clockText(period.from)} to {clockText(period.to)}
          </p>
        )}
        <Filter page={page} measure={measure} />
      </div>
      {rows.length > 0 && <Table page={page} rows={rows} />}
      <div role="status" class="cases-foot">
        {state === 'loading' && <p class="muted">Reading the cases.</p>}
        {state === 'failed' && <p>The cases could not be read.</p>}
        {state === 'ready' && rows.length === 0 && <p class="muted">There is no such case in this period.</p>}
      </div>
      {(next !== undefined || state === 'failed') && (
        <button
          type="button"
          class="button"
          disabled={state === 'loading'}
          onClick={() => void page.insights.cases.more()}
        >
          {state === 'failed' ? 'Try again' : 'Show more'}
        </button>
      )}
    </section>
  );
}
