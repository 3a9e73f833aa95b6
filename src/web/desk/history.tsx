/** What the person had before, over all their conversations: the latest cases, each to be read, and the names they used. */
import { useEffect, useState } from 'preact/hooks';
import { caseText, whenText } from './cases.js';
import { Earlier } from './earlier.js';
import './history.css';
import type { Page } from './page.js';
import type { EarlierCase, PersonHistory, TicketRow } from './types.js';

function Case({ one, now, open }: { one: EarlierCase; now: number; open: () => void }) {
  const words = (
    <>
      <span class="before-words">{caseText(one)}</span>
      <span class="muted">{whenText(one, now)}</span>
    </>
  );
  if (!one.readable) return <div class="before-case figures">{words}</div>;
  return (
    <button type="button" class="before-case figures" onClick={open}>
      {words}
    </button>
  );
}

function useHistory(page: Page, id: string): PersonHistory | 'loading' | 'failed' {
  const [found, setFound] = useState<PersonHistory | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let here = true;
    const show = (next: PersonHistory | 'failed') => {
      if (here) setFound(next);
    };
    page.port.history(id).then(show, () => show('failed'));
    return () => {
      here = false;
    };
  }, [page, id]);
  return found;
}

function Also({ found, ticket }: { found: PersonHistory; ticket: TicketRow }) {
  const called = found.names.filter((name) => name !== ticket.customer && name !== found.of);
  const left = found.contacts.filter((contact) => contact !== ticket.contact);
  return (
    <>
      {called.length > 0 && <p class="before-also">Also called {called.join(', ')}</p>}
      {left.length > 0 && <p class="before-also">Also left {left.join(', ')}</p>}
    </>
  );
}

export function Before({ page, ticket }: { page: Page; ticket: TicketRow }) {
  const found = useHistory(page, ticket.id);
  const [opened, setOpened] = useState<EarlierCase>();
  if (found === 'loading') return null;
  if (found === 'failed') {
    return (
      <section class="before" aria-label="Other cases">
        <p class="muted">Their other cases could not be loaded.</p>
      </section>
    );
  }
  return (
    <section class="before" aria-label="Other cases">
      <h3>Other cases{found.of === ticket.customer ? '' : ` of ${found.of}`}</h3>
      {found.cases.length === 0 && <p class="muted">None is kept.</p>}
      <ol class="before-cases">
        {found.cases.map((one) => (
          <li key={one.id}>
            <Case one={one} now={page.today.value} open={() => setOpened(one)} />
          </li>
        ))}
      </ol>
      {found.more && <p class="muted">And more before these.</p>}
      <Also found={found} ticket={ticket} />
      <Earlier page={page} ticket={ticket} one={opened} onClose={() => setOpened(undefined)} />
    </section>
  );
}
