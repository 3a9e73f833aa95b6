/** Where the customer writes. Enter sends, Shift+Enter starts a line; what is not sent is kept. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { longestMessage } from '../../conversation/bounds.js';
import { sends } from '../kit/enter.js';
import { Icon } from '../kit/icon.js';
import { arrowUp } from '../kit/icons.js';
import type { Chat } from './chat.js';
import { newest } from './shown.js';

const tallest = 132;

/** Grows with its text, for browsers without `field-sizing`. */
function fit(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, tallest)}px`;
}

const holds = { scale: 'Pick a number or write', comment: 'Write a comment, or skip' } as const;

export function Composer({ chat, input }: { chat: Chat; input: RefObject<HTMLTextAreaElement | null> }) {
  const text = chat.draft.value;
  const form = newest(chat.state.value)?.form;
  useLayoutEffect(() => fit(input.current), [input, text]);
  const unsendable = text.trim() === '' || text.trim().length > longestMessage;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        chat.submit();
        input.current?.focus();
      }}
    >
      <textarea
        ref={input}
        class="composer-field"
        rows={1}
        dir="auto"
        aria-label="Your message"
        placeholder={form ? holds[form] : 'Write a message'}
        autocomplete="off"
        value={text}
        onInput={(event) => (chat.draft.value = event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!sends(event)) return;
          event.preventDefault();
          chat.submit();
        }}
      />
      <button type="submit" class="send" aria-label="Send" aria-disabled={unsendable}>
        <Icon shape={arrowUp} size={20} />
      </button>
    </form>
  );
}
