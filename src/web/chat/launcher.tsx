/** The round button in the corner, and the panel it opens; so does anything marked `data-warmline-open`. */
import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../kit/icon.js';
import { chevronDown, messageCircle } from '../kit/icons.js';
import type { Chat } from './chat.js';
import { Panel } from './panel.js';

const news = (count: number) => (count === 1 ? '1 new message' : `${count} new messages`);

/** The page's own direction decides the side; it may change while we stand there. */
const direction = () => (getComputedStyle(document.documentElement).direction === 'rtl' ? 'rtl' : 'ltr');

export function Launcher({ chat, open, resumed }: { chat: Chat; open: Signal<boolean>; resumed: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  const byHand = useRef(!resumed);
  const shown = open.value;
  const count = shown ? 0 : chat.unread.value;
  const close = () => {
    open.value = false;
    button.current?.focus();
  };
  useEffect(() => {
    if (!shown) byHand.current = true;
  }, [shown]);
  useEffect(() => {
    const ask = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('[data-warmline-open]')) open.value = true;
    };
    document.addEventListener('click', ask);
    return () => document.removeEventListener('click', ask);
  }, [open]);
  return (
    <div class={`corner ${shown ? 'corner-open' : ''}`} dir={direction()}>
      {shown && <Panel chat={chat} onClose={close} takeFocus={byHand.current} />}
      <button
        ref={button}
        type="button"
        class="launcher"
        aria-expanded={shown}
        aria-label={shown ? 'Close chat' : `Open chat${count > 0 ? `, ${news(count)}` : ''}`}
        onClick={() => (shown ? close() : (open.value = true))}
      >
        <Icon shape={shown ? chevronDown : messageCircle} size={26} />
        {count > 0 && (
          <span class="launcher-count" aria-hidden="true">
            {count > 9 ? '9+' : count}
          </span>
        )}
      </button>
      <div role="status" class="sr-only">
        {count > 0 ? `${news(count)} in the chat` : ''}
      </div>
    </div>
  );
}
