/** The foot of a closed case that may go on: what becomes of the survey, and the one button; or why it stays closed. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { refusals, surveyText } from './closed.js';
import { type Page, toComposer } from './page.js';
import type { ClosedRow } from './types.js';

export interface ReopeningProps {
  readonly page: Page;
  readonly row: ClosedRow;
  /** It goes on, and is open in the middle. */
  readonly onDone: () => void;
  /** There is something new in it. */
  readonly onAgain: () => void;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

export function Reopening({ page, row, onDone, onAgain, children }: ReopeningProps) {
  const { desk } = page;
  const [trouble, setTrouble] = useState('');
  const why = row.stays && refusals[row.stays](row);
  const survey = why === undefined ? surveyText(row) : undefined;
  const press = async () => {
    const answer = await desk.reopen(row);
    if (answer === undefined) return;
    if (answer.kind === 'reopened') {
      onDone();
      toComposer(page);
      return;
    }
    setTrouble(answer.words);
    if (answer.again) onAgain();
  };
  return (
    <>
      {why !== undefined && <p class="reopening-note">{why}</p>}
      {survey !== undefined && <p class="reopening-note">{survey}</p>}
      {trouble !== '' && <p role="alert">{trouble}</p>}
      <div class="dialog-actions">
        {children}
        {why === undefined && (
          <button type="button" class="button button-primary" disabled={desk.busy.value} onClick={() => void press()}>
            Reopen
          </button>
        )}
      </div>
    </>
  );
}
