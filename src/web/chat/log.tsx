/** The thread. It stays at its end while it grows, unless someone reads further up; then a button says there is more. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../kit/icon.js';
import { arrowDown } from '../kit/icons.js';
import { useAnchor } from './anchor.js';
import type { Chat } from './chat.js';
import { Choices, Scale } from './choices.js';
import { Closed } from './closed.js';
import { ItemRow, Spoken } from './item.js';
import { isClosed, isTyping, items, liveChoices } from './shown.js';
import type { Choice } from './store.js';
import { anew } from './words.js';

/** The brand's welcome, until the server's own greeting is here. */
function Welcome({ chat, greeting }: { chat: Chat; greeting: string }) {
  const settings = chat.settings.value;
  const greeted = chat.state.value.lines.some(({ speaker }) => speaker !== 'system');
  if (settings === undefined || greeted) return null;
  return (
    <Spoken line={{ key: 'welcome', seq: 0, speaker: 'assistant', text: greeting || settings.welcome, at: 0 }} first />
  );
}

/** The first questions, until the customer's first words. */
function Starters({ chat, onChoose }: { chat: Chat; onChoose: (choice: Choice, byKey: boolean) => void }) {
  const { lines, outbox } = chat.state.value;
  const choices = chat.settings.value?.starters ?? [];
  const begun = outbox.length > 0 || lines.length > 1;
  return begun || choices.length === 0 ? null : <Choices choices={choices} onChoose={onChoose} />;
}

function Live({ chat, onChoose }: { chat: Chat; onChoose: (choice: Choice, byKey: boolean) => void }) {
  const live = liveChoices(chat.state.value);
  if (live === undefined) return null;
  if (live.line.form === 'scale') return <Scale line={live.line} choices={live.choices} onChoose={onChoose} />;
  return <Choices choices={live.choices} onChoose={onChoose} />;
}

const Dots = () => (
  <div class="dots" aria-hidden="true">
    <i />
    <i />
    <i />
  </div>
);

/** True a moment after it first became true: what was said before the panel opened is not read out. */
function useSettled(ready: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(() => setSettled(true), 1000);
    return () => clearTimeout(timer);
  }, [ready]);
  return settled;
}

export interface LogProps {
  readonly chat: Chat;
  /** What the site says instead of the server's own welcome; or nothing. */
  readonly greeting: string;
  readonly onChosen: () => void;
}

export function Log({ chat, greeting, onChosen }: LogProps) {
  const frame = useRef<HTMLDivElement>(null);
  const state = chat.state.value;
  const shown = items(state);
  const { more, toEnd } = useAnchor(frame, {
    end: state.lines.findLast(({ speaker }) => speaker !== 'customer')?.key,
    own: state.outbox.at(-1)?.key,
    look: chat.look,
  });
  const onChoose = (choice: Choice, byKey: boolean) => {
    chat.choose(choice);
    if (byKey) onChosen();
  };
  const announced = useSettled(chat.connection.value === 'live');
  return (
    <div class="log-frame">
      <div
        ref={frame}
        class="log"
        role="log"
        aria-label="Conversation"
        aria-live={announced ? 'polite' : 'off'}
        tabIndex={0}
      >
        <div class="log-inner">
          {state.anew && (
            <p class="system-message" dir="auto">
              <span>{anew}</span>
            </p>
          )}
          <Welcome chat={chat} greeting={greeting} />
          {shown.map((item) => (
            <ItemRow key={item.key} item={item} chat={chat} />
          ))}
          <Starters chat={chat} onChoose={onChoose} />
          <Live chat={chat} onChoose={onChoose} />
          {isTyping(state, chat.clock.value) && <Dots />}
          {isClosed(state) && <Closed chat={chat} />}
        </div>
      </div>
      {more && (
        <button type="button" class="more" onClick={toEnd}>
          <Icon shape={arrowDown} size={16} /> New messages
        </button>
      )}
    </div>
  );
}
