/** Asked before a conversation is closed in which the customer had the last word. */
import { Dialog } from '../kit/dialog.js';
import { letGo, type Page } from './page.js';

export function CloseDialog({ page }: { page: Page }) {
  const { desk, asking } = page;
  const name = desk.talk.value?.view?.ticket.customer ?? 'The customer';
  const shut = () => (asking.value = false);
  const close = () => {
    shut();
    void letGo(page, 'close');
  };
  const actions = (
    <>
      <button type="button" class="button" onClick={close}>
        Close anyway
      </button>
      <button type="button" class="button button-primary" onClick={shut}>
        Answer first
      </button>
    </>
  );
  return (
    <Dialog title={`${name} wrote last`} open={asking.value} onClose={shut} actions={actions}>
      <p>Nobody has answered their last message yet. If you close now, they are asked how easy it was.</p>
    </Dialog>
  );
}
