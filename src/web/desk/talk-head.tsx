/** The head of a conversation: whose it is, and what can be done with it. One action is the main one. */
import { Icon } from '../kit/icon.js';
import { arrowLeft, panelRight } from '../kit/icons.js';
import { stopwatch } from '../kit/time.js';
import { closedId, wasClosed } from './closed.js';
import { claimTicket, closeTalk, letGo, mayDo, type Page } from './page.js';
import type { Talk } from './talk.js';
import type { TicketView } from './types.js';
import { loudness, waitOf } from './wait.js';

function Standing({ page, talk, view }: { page: Page; talk: Talk; view: TicketView }) {
  const { ticket } = view;
  const channel = ticket.channel.short;
  if (talk.holder === 'nobody')
    return (
      <>
        {channel} · {talk.ending === 'pass' ? 'passed on' : 'ended'}
      </>
    );
  const wait = waitOf(ticket, page.now.value);
  if (wait === undefined)
    return (
      <>
        {channel} · {talk.holder === 'mine' ? 'has your answer' : 'has an answer'}
      </>
    );
  const what = ticket.state === 'waiting' ? 'in the line' : 'waits for an answer';
  return (
    <>
      {channel} · {what} <span class={`figures clock-${loudness(wait)}`}>{stopwatch(wait)}</span>
    </>
  );
}

interface Action {
  readonly name: string;
  readonly act: () => void;
  readonly look: 'quiet' | 'primary';
}

/** In the order they stand; the main one is the last. */
function actionsOf(page: Page, { holder, id, view }: Talk): readonly Action[] {
  const quiet = (name: string, act: () => void): Action => ({ name, act, look: 'quiet' });
  const primary = (name: string, act: () => void): Action => ({ name, act, look: 'primary' });
  const { takeOver, close } = mayDo(page);
  switch (holder) {
    case 'line':
      return [
        ...(close ? [quiet('Close', () => closeTalk(page))] : []),
        primary('Claim', () => void claimTicket(page, id)),
      ];
    case 'mine':
      return [
        quiet('Pass on…', () => (page.passing.value = true)),
        quiet('To the line', () => void letGo(page, 'release')),
        quiet('To the assistant', () => void letGo(page, 'hand-back')),
        primary('Close', () => closeTalk(page)),
      ];
    case 'other':
      return takeOver
        ? [quiet('Close', () => closeTalk(page)), primary('Take over', () => (page.asking.value = 'take-over'))]
        : [];
    case 'nobody':
      return view && wasClosed(page.desk, page.now.value)
        ? [primary('Reopen…', () => (page.closed.value = closedId({ id, episode: view.episode })))]
        : [];
  }
}

function Actions({ page, talk }: { page: Page; talk: Talk }) {
  return (
    <>
      {actionsOf(page, talk).map(({ name, act, look }) => (
        <button key={name} type="button" class={`button button-${look}`} disabled={page.desk.busy.value} onClick={act}>
          {name}
        </button>
      ))}
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
