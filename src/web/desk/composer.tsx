/** Where the agent writes: a reply the customer gets, or a note only the team sees; "/" looks up quick answers. */
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { isComposing, sends } from '../kit/enter.js';
import { QuickAnswers, useAnswers, type Answers } from './answers.js';
import { focusOn, type Page } from './page.js';
import type { Talk } from './talk.js';
import { putAnswer } from './slash.js';

function Kind({ page }: { page: Page }) {
  const { desk } = page;
  const { note, text } = desk.draft.value;
  const choose = (wanted: boolean) => {
    desk.write({ text, note: wanted });
    focusOn('.composer-text');
  };
  return (
    <div class="composer-kind" role="group" aria-label="Kind of message">
      <button type="button" aria-pressed={!note} onClick={() => choose(false)}>
        Reply
      </button>
      <button type="button" aria-pressed={note} onClick={() => choose(true)}>
        Note
      </button>
      {note && <span class="composer-note">Only your team sees this</span>}
    </div>
  );
}

/** Puts an answer into the text and the caret behind it. */
function useInsert(page: Page, field: RefObject<HTMLTextAreaElement | null>) {
  return (answer: string) => {
    const { desk } = page;
    const at = field.current;
    if (!at) return;
    const put = putAnswer(at.value, at.selectionStart, answer);
    desk.write({ ...desk.draft.value, text: put.text });
    requestAnimationFrame(() => {
      at.focus();
      at.setSelectionRange(put.caret, put.caret);
    });
  };
}

function onKey(event: KeyboardEvent, page: Page, answers: Answers): void {
  if (answers.onKey(event)) {
    event.preventDefault();
    return;
  }
  if (event.key === 'Escape' && !isComposing(event)) focusOn('.row-open');
  if (!sends(event)) return;
  event.preventDefault();
  answers.shut();
  void page.desk.send();
}

export function Composer({ page, talk }: { page: Page; talk: Talk }) {
  const { desk } = page;
  const field = useRef<HTMLTextAreaElement>(null);
  const insert = useInsert(page, field);
  const answers = useAnswers(page.port, insert);
  const { text, note } = desk.draft.value;
  const name = talk.view?.ticket.customer ?? 'the customer';
  const label = note ? 'Note for the team' : `Reply to ${name}`;
  return (
    <form
      class={`composer ${note ? 'is-note' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        void desk.send();
      }}
    >
      <QuickAnswers answers={answers} />
      <Kind page={page} />
      <textarea
        ref={field}
        class="composer-text"
        dir="auto"
        rows={2}
        maxLength={4000}
        value={text}
        placeholder={note ? 'Write a note' : `Write to ${name}`}
        aria-label={label}
        {...answers.field}
        onInput={(event) => {
          const { value, selectionStart } = event.currentTarget;
          desk.write({ ...desk.draft.value, text: value });
          answers.look(value, selectionStart);
        }}
        onKeyDown={(event) => onKey(event, page, answers)}
        onBlur={answers.shut}
      />
      <div class="composer-foot">
        <p class="muted composer-hint">Enter sends, Shift + Enter makes a line, / finds answers</p>
        <button type="submit" class="button button-primary" disabled={text.trim() === ''}>
          {note ? 'Save note' : 'Send'}
        </button>
      </div>
    </form>
  );
}
