/** "Closed in the last 24 hours": a list, and each case with its words and the way to go on with it. */
import { useEffect, useState } from 'preact/hooks';
import { reopenHours } from '../../conversation/bounds.js';
import { Dialog } from '../kit/dialog.js';
import { closedId, endText, lastText, outcomeText } from './closed.js';
import './closed.css';
import { type Page, supervises } from './page.js';
import { Reopening } from './reopening.js';
import { reasonOf } from './state.js';
import { Entries } from './thread/transcript.js';
import type { ClosedRow, ClosedView } from './types.js';

function Row({ page, row }: { page: Page; row: ClosedRow }) {
  return (
    <button type="button" class="closed-row figures" onClick={() => (page.closed.value = closedId(row))}>
      <span class="closed-who">{row.customer}</span>
      <span class="closed-last">{lastText(row)}</span>
      <span class="muted">
        {endText(row, page.today.value)} · {outcomeText(row)}
      </span>
    </button>
  );
}

interface Found {
  readonly cases: readonly ClosedRow[];
  readonly more: boolean;
}

function useList(page: Page): { found: Found | undefined; failed: string; more: () => void } {
  const [found, setFound] = useState<Found>();
  const [failed, setFailed] = useState('');
  const load = (before?: ClosedRow) => {
    setFailed('');
    page.port.closed(before?.endedAt).then(
      ({ cases, more }) => setFound((held) => ({ cases: [...(before && held ? held.cases : []), ...cases], more })),
      (error: unknown) => setFailed(reasonOf(error)),
    );
  };
  useEffect(() => load(), [page]);
  return { found, failed, more: () => load(found?.cases.at(-1)) };
}

function List({ page }: { page: Page }) {
  const { found, failed, more } = useList(page);
  const nothing = supervises(page)
    ? `Nobody has closed a case in the last ${reopenHours} hours.`
    : `You have closed no case in the last ${reopenHours} hours.`;
  return (
    <>
      {failed !== '' && <p role="alert">{failed}</p>}
      {found === undefined && failed === '' && <p role="status">Loading the cases</p>}
      {found?.cases.length === 0 && !found.more && <p class="muted">{nothing}</p>}
      <ul class="closed-rows" role="list">
        {found?.cases.map((row) => (
          <li key={closedId(row)}>
            <Row page={page} row={row} />
          </li>
        ))}
      </ul>
      {found?.more && (
        <button type="button" class="button button-quiet" onClick={more}>
          Those before
        </button>
      )}
    </>
  );
}

function useCase(page: Page, id: string): { view: ClosedView | undefined; failed: string; load: () => void } {
  const [view, setView] = useState<ClosedView>();
  const [failed, setFailed] = useState('');
  const load = () => {
    page.port.closedCase(id).then(setView, (error: unknown) => setFailed(reasonOf(error)));
  };
  useEffect(load, [page, id]);
  return { view, failed, load };
}

/** What was said last is what one looks for. */
const toEnd = (box: HTMLElement | null) => box?.scrollTo(0, box.scrollHeight);

function Case({ page, id }: { page: Page; id: string }) {
  const { view, failed, load } = useCase(page, id);
  const toList = (
    <button type="button" class="button button-quiet" onClick={() => (page.closed.value = 'list')}>
      All that were closed
    </button>
  );
  if (failed !== '') {
    return (
      <>
        <p role="alert">{failed}</p>
        <div class="dialog-actions">{toList}</div>
      </>
    );
  }
  if (view === undefined) return <p role="status">Loading the case</p>;
  const { case: row, entries } = view;
  return (
    <>
      <p>
        {row.customer} <span class="muted figures">{endText(row, page.today.value)}</span>
      </p>
      <div ref={toEnd} class="closed-entries" role="region" aria-label="What was said" tabIndex={0}>
        <Entries entries={entries} customer={row.customer} now={page.today.value} />
      </div>
      <Reopening page={page} row={row} onDone={() => (page.closed.value = undefined)} onAgain={load}>
        {toList}
      </Reopening>
    </>
  );
}

export function ClosedDialog({ page }: { page: Page }) {
  const shown = page.closed.value;
  const title = shown === 'list' ? `Closed in the last ${reopenHours} hours` : 'A closed case';
  return (
    <Dialog title={title} open={shown !== undefined} onClose={() => (page.closed.value = undefined)}>
      {shown === 'list' && <List page={page} />}
      {shown !== undefined && shown !== 'list' && <Case key={shown} page={page} id={shown} />}
    </Dialog>
  );
}
