/** The words of another case of the person, to be read and nothing else. */
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../kit/dialog.js';
import { caseText, whenText } from './cases.js';
import type { Page } from './page.js';
import { Entries } from './thread/transcript.js';
import type { EarlierCase, EarlierView, TicketRow } from './types.js';

export interface EarlierProps {
  readonly page: Page;
  readonly ticket: TicketRow;
  readonly one: EarlierCase | undefined;
  readonly onClose: () => void;
}

function Words({ page, ticket, one }: Omit<EarlierProps, 'onClose'> & { readonly one: EarlierCase }) {
  const [view, setView] = useState<EarlierView>();
  const [failed, setFailed] = useState('');
  useEffect(() => {
    page.port.earlier(ticket.id, one.id).then(setView, (error: unknown) => {
      setFailed(error instanceof Error ? error.message : 'The case could not be loaded.');
    });
  }, [page, ticket.id, one.id]);
  if (failed !== '') return <p role="alert">{failed}</p>;
  if (view === undefined) return <p role="status">Loading the case</p>;
  if (view.entries.length === 0) return <p class="muted">Nothing of what was said is kept.</p>;
  return (
    <div class="earlier-entries">
      <Entries entries={view.entries} customer={one.customer} now={page.today.value} />
    </div>
  );
}

export function Earlier({ page, ticket, one, onClose }: EarlierProps) {
  return (
    <Dialog title={one ? `Case of ${whenText(one, page.today.value)}` : ''} open={one !== undefined} onClose={onClose}>
      {one && (
        <>
          <p class="muted figures">{caseText(one)}</p>
          <Words key={one.id} page={page} ticket={ticket} one={one} />
        </>
      )}
    </Dialog>
  );
}
