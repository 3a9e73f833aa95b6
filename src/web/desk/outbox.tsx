/** What is on its way to the server, below the transcript; what failed stays and can be sent again. */
import { Text } from '../kit/text.js';
import { focusOn, type Page } from './page.js';
import { shownOutbox, type Talk } from './talk.js';

export function Outbox({ page, talk }: { page: Page; talk: Talk }) {
  return (
    <>
      {shownOutbox(talk).map(({ id, text, note, state }) => (
        <div key={id} class={`said ${note ? 'said-note' : 'said-agent'} has-head is-${state}`}>
          <div class={`bubble ${note ? 'bubble-note' : 'bubble-agent'}`}>
            <Text text={text} plain />
          </div>
          {state === 'sending' ? (
            <p class="out-state muted">Sending</p>
          ) : (
            <p class="out-state out-failed">
              Not sent.
              <button
                type="button"
                class="link-button"
                onClick={() => {
                  focusOn('.composer-text'); // this button goes away
                  void page.desk.retry();
                }}
              >
                Send again
              </button>
            </p>
          )}
        </div>
      ))}
    </>
  );
}
