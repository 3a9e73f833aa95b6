/** What there is to know before sending, above the place to write. */
import type { Signal } from '@preact/signals';
import { longestMessage } from '../../conversation/bounds.js';
import type { Chat } from './chat.js';
import { newest } from './shown.js';
import { noFiles } from './words.js';

const count = (letters: number): string => letters.toLocaleString('en');

/** From this many characters on, the limit is shown. */
const near = longestMessage * 0.9;

function lengthText(letters: number): string {
  if (letters > longestMessage) {
    const over = letters - longestMessage;
    return `Too long to send by ${count(over)} ${over === 1 ? 'character' : 'characters'}. One message holds ${count(longestMessage)}; you can send the rest in another.`;
  }
  return letters > near ? `${count(letters)} of ${count(longestMessage)} characters` : '';
}

/** What was begun before the survey goes its own way, unless the customer means it as the comment. */
function Early({ chat, toInput }: { chat: Chat; toInput: () => void }) {
  const asksComment = newest(chat.state.value)?.form === 'comment';
  return (
    <div class="foot-note">
      <p>You began this before the survey, so it is sent as a new message.</p>
      {asksComment && (
        <button
          type="button"
          class="line-act"
          onClick={() => {
            toInput();
            chat.adopt();
          }}
        >
          Use it as my comment
        </button>
      )}
    </div>
  );
}

export interface ComposerNotesProps {
  readonly chat: Chat;
  /** A file was refused a moment ago. */
  readonly refused: Signal<boolean>;
  readonly toInput: () => void;
}

export function ComposerNotes({ chat, refused, toInput }: ComposerNotesProps) {
  const length = lengthText(chat.draft.value.trim().length);
  return (
    <div role="status">
      {refused.value && <p class="foot-note">{noFiles}</p>}
      {chat.early.value && <Early chat={chat} toInput={toInput} />}
      {length !== '' && <p class="foot-note figures">{length}</p>}
    </div>
  );
}
