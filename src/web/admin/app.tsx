/** The admins' pages. */
import { ToastList } from '../kit/live-region.js';
import { AuditTable } from './audit-table.js';
import { Header } from './header.js';
import type { Page } from './page.js';
import { PeopleTable } from './people-table.js';
import { PersonDialog } from './person-dialog.js';

export function App({ page }: { page: Page }) {
  return (
    <>
      <Header page={page} />
      {page.shown === 'audit' ? <AuditTable page={page} /> : <PeopleTable page={page} />}
      <PersonDialog page={page} />
      <ToastList toasts={page.toasts} />
    </>
  );
}
