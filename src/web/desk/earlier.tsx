/** The words of another case of the person, to be read; one that was closed lately may go on. */
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../kit/dialog.js';
import { caseText, whenText } from './cases.js';
import type { Page } from './page.js';
import { Reopening } from './reopening.js';
import { Entries } from './thread/transcript.js';
import type { EarlierCase, EarlierView, TicketRow } from './types.js';

export interface EarlierProps {
  readonly page: Page;
  readonly ticket: TicketRow;
  readonly one: EarlierCase | undefined;
  readonly onClose: () => void;
}

function Words({ page, ticket, one, onClose }: EarlierProps & { readonly one: EarlierCase }) {
  const [view, setView] = useState<EarlierView>();
  const [failed, setFailed] = useState('');
  const load = () => {
    page.port.earlier(ticket.id, one.id).then(setView, (error: unknown) => {
      setFailed(error instanceof Error ? error.message : 'The case could not be loaded.');
    });
  };
  useEffect(load, [page, ticket.id, one.id]);
  if (failed !== '') return <p role="alert">{failed}</p>;
  if (view === undefined) return <p role="status">Loading the case</p>;
  return (
    <>
      {view.entries.length === 0 && <p class="muted">Nothing of what was said is kept.</p>}
      <div class="earlier-entries">
        <Entries entries={view.entries} customer={one.customer} now={page.today.value} />
      </div>
      {view.closed && <Reopening page={page} row={view.closed} onDone={onClose} onAgain={load} />}
    </>
  );
}

export function Earlier({ page, ticket, one, onClose }: EarlierProps) {
  return (
    <Dialog title={one ? `Case of ${whenText(one, page.today.value)}` : ''} open={one !== undefined} onClose={onClose}>
      {one && (
        <>
          <p class="muted figures">{caseText(one)}</p>
          <Words key={one.id} page={page} ticket={ticket} one={one} onClose={onClose} />
        </>
      )}
    </Dialog>
  );
}
