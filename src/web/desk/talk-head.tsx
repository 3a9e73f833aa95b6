/** The head of a conversation: whose it is, and what can be done with it. One action is the main one. */
import { Icon } from '../kit/icon.js';
import { arrowLeft, panelRight } from '../kit/icons.js';
import { stopwatch } from '../kit/time.js';
import { claimTicket, closeTalk, letGo, type Page } from './page.js';
import { owesAnswer, type Talk } from './talk.js';
import type { TicketView } from './types.js';
import { loudness, waitOf } from './wait.js';

function Standing({ page, talk, view }: { page: Page; talk: Talk; view: TicketView }) {
  const { ticket } = view;
  const channel = ticket.channel === 'teams' ? 'Teams' : 'Web';
  if (talk.holder === 'nobody') return <>{channel} · ended</>;
  const wait = waitOf(ticket, page.now.value);
  if (wait === undefined) return <>{channel} · has your answer</>;
  const what = ticket.state === 'waiting' ? 'in the line' : 'waits for an answer';
  return (
    <>
      {channel} · {what} <span class={`figures clock-${loudness(wait)}`}>{stopwatch(wait)}</span>
    </>
  );
}

function Actions({ page, talk }: { page: Page; talk: Talk }) {
  const { desk } = page;
  const busy = desk.busy.value;
  if (talk.holder === 'line') {
    return (
      <button
        type="button"
        class="button button-primary"
        disabled={busy}
        onClick={() => void claimTicket(page, talk.id)}
      >
        Claim
      </button>
    );
  }
  if (talk.holder !== 'mine') return null;
  return (
    <>
      <button type="button" class="button button-quiet" disabled={busy} onClick={() => void letGo(page, 'release')}>
        Back to the line
      </button>
      <button type="button" class="button button-quiet" disabled={busy} onClick={() => void letGo(page, 'hand-back')}>
        Hand back to the assistant
      </button>
      <button
        type="button"
        class="button button-primary"
        disabled={busy}
        onClick={() => closeTalk(page, owesAnswer(talk))}
      >
        Close
      </button>
    </>
  );
}

export function TalkHead({ page, talk, view }: { page: Page; talk: Talk; view: TicketView }) {
  return (
    <div class="talk-head">
      <button
        type="button"
        class="button button-quiet button-icon talk-back"
        aria-label="Back to the line"
        onClick={page.desk.shut}
      >
        <Icon shape={arrowLeft} />
      </button>
      <div class="talk-who">
        <h2>{view.ticket.customer}</h2>
        <p class="muted">
          <Standing page={page} talk={talk} view={view} />
        </p>
      </div>
      <div class="talk-actions">
        <Actions page={page} talk={talk} />
      </div>
      <button
        type="button"
        class="button button-quiet button-icon talk-more"
        aria-label="About the customer"
        title="About the customer"
        onClick={() => (page.drawer.value = true)}
      >
        <Icon shape={panelRight} />
      </button>
    </div>
  );
}
