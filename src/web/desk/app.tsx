/** The desk: the line, the conversation, the customer. Under 1200 px the customer folds away, under 760 px all stack. */
import { useEffect } from 'preact/hooks';
import { LiveRegion, ToastList } from '../kit/live-region.js';
import { AskDialog } from './ask-dialog.js';
import { ClosedDialog } from './closed-dialog.js';
import { CustomerPane } from './customer-pane.js';
import { Drawer } from './drawer.js';
import { Header } from './header.js';
import { HelpDialog } from './help.js';
import { commandOf, type Command } from './keys.js';
import { LinePane } from './line-pane.js';
import { claimTicket, closeTalk, focusOn, mayDo, type Page, undoMove } from './page.js';
import { PassDialog } from './pass-dialog.js';
import { TalkPane } from './talk-pane.js';
import { UndoBar } from './undo-bar.js';

function step(direction: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.row-open')];
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[Math.min(rows.length - 1, Math.max(0, at + direction))]?.focus();
}

function compose(page: Page, note: boolean): void {
  const { desk } = page;
  if (desk.talk.value?.holder !== 'mine') return;
  desk.write({ ...desk.draft.value, note });
  focusOn('.composer-text');
}

function obey(page: Page, command: Command): void {
  switch (command) {
    case 'down':
      step(1);
      return;
    case 'up':
      step(-1);
      return;
    case 'list':
      focusOn('.row-open');
      return;
    case 'claim':
      void claimTicket(page);
      return;
    case 'reply':
    case 'note':
      compose(page, command === 'note');
      return;
    case 'pass':
      if (mayDo(page).hold) page.passing.value = true;
      return;
    case 'take-over':
      if (mayDo(page).takeOver) page.asking.value = 'take-over';
      return;
    case 'close':
      closeTalk(page);
      return;
    case 'undo':
      void undoMove(page);
      return;
    case 'help':
      page.help.value = true;
  }
}

function useKeys(page: Page): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : document.body;
      if (document.querySelector('dialog[open]')) return;
      const command = commandOf(event, {
        typing: at.matches('input, textarea, select'),
        inList: at.closest('.rows') !== null,
        letters: page.settings.letters.value,
      });
      if (!command) return;
      event.preventDefault();
      obey(page, command);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [page]);
}

export function App({ page }: { page: Page }) {
  useKeys(page);
  const talk = page.desk.talk.value;
  const lost = page.link.value === 'offline';
  return (
    <div class={`desk ${talk ? 'has-talk' : ''}`}>
      <Header page={page} />
      <div class="desk-told">
        <LiveRegion>
          {lost && <p class="link-lost">The connection is lost and is being restored. What you type is kept.</p>}
        </LiveRegion>
        <UndoBar page={page} />
      </div>
      <main class="panes">
        <h1 class="sr-only">Desk</h1>
        <LinePane page={page} />
        <TalkPane page={page} />
        {talk?.view && (
          <section class="customer-pane" aria-label="Customer">
            <CustomerPane page={page} talk={talk} view={talk.view} />
          </section>
        )}
      </main>
      {talk?.view && (
        <Drawer title="Customer" open={page.drawer.value} onClose={() => (page.drawer.value = false)}>
          <CustomerPane page={page} talk={talk} view={talk.view} />
        </Drawer>
      )}
      <AskDialog page={page} />
      <PassDialog page={page} />
      <ClosedDialog page={page} />
      <HelpDialog page={page} />
      <ToastList toasts={page.toasts} />
    </div>
  );
}
