/** For five seconds after a ticket was let go of: what was done, and the one way back. */
import { LiveRegion } from '../kit/live-region.js';
import { leavingText, secondsLeft } from './leaving.js';
import { type Page, undoMove } from './page.js';

/** What is announced says it once; the seconds are for the eyes. */
export function UndoBar({ page }: { page: Page }) {
  const { desk, now } = page;
  const leaving = desk.leaving.value;
  const words = leaving && leavingText(leaving);
  return (
    <>
      <LiveRegion hidden>
        {leaving && `${words}: ${leaving.ticket.customer}. It can be undone for a moment.`}
      </LiveRegion>
      {leaving && (
        <div class="undo-bar">
          <p aria-hidden="true">
            {words} · <span class="undo-who">{leaving.ticket.customer}</span>
          </p>
          <button
            type="button"
            class="button undo-button"
            aria-keyshortcuts="z"
            disabled={desk.busy.value}
            onClick={() => void undoMove(page)}
          >
            Undo <span aria-hidden="true">({secondsLeft(leaving, now.value)})</span>
          </button>
        </div>
      )}
    </>
  );
}
