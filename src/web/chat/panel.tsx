/** The open chat: who answers, what was said, where in line, and the place to write. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Avatar } from '../kit/avatar.js';
import { isComposing } from '../kit/enter.js';
import { Icon } from '../kit/icon.js';
import { bot, wifiOff, x } from '../kit/icons.js';
import { keepFocus } from '../kit/keep-focus.js';
import type { Look } from '../widget/wire.js';
import type { Chat } from './chat.js';
import { Composer } from './composer.js';
import { ComposerNotes } from './composer-notes.js';
import { useFileRefusal } from './files.js';
import { Log } from './log.js';
import { PersonRow } from './person-row.js';
import { Waiting } from './waiting.js';
import { connectionText, privacyLink, statusSaid, whoAnswers } from './words.js';

function Head({ chat, logo, onClose }: { chat: Chat; logo: string; onClose: () => void }) {
  const { status } = chat.state.value;
  const brand = chat.settings.value?.brand ?? 'Chat';
  return (
    <div class="head">
      {status.state === 'agent' ? (
        <Avatar name={status.name} size={36} />
      ) : logo !== '' ? (
        <img class="head-logo" src={logo} alt="" width={36} height={36} />
      ) : (
        <span class="avatar head-mark">
          <Icon shape={bot} size={20} />
        </span>
      )}
      <div class="head-words">
        <h1>{status.state === 'agent' ? status.name : brand}</h1>
        <p>{whoAnswers(status)}</p>
      </div>
      <button type="button" class="button button-quiet button-icon" aria-label="Close chat" onClick={onClose}>
        <Icon shape={x} size={20} />
      </button>
    </div>
  );
}

function Banner({ chat }: { chat: Chat }) {
  const text = connectionText(chat.connection.value, navigator.onLine, chat.state.value.lines.length > 0);
  return (
    <div role="status" class={text === '' ? undefined : 'banner'}>
      {text !== '' && (
        <>
          <Icon shape={wifiOff} size={16} />
          <span>{text}</span>
        </>
      )}
    </div>
  );
}

/** What happens with what is written here, and where to read on: as the company says it. */
function Consent({ chat }: { chat: Chat }) {
  const { consent, privacy } = chat.settings.value ?? {};
  if (consent === undefined && privacy === undefined) return null;
  return (
    <p class="consent">
      {consent}{' '}
      {privacy !== undefined && (
        <a href={privacy} target="_blank" rel="noopener noreferrer">
          {privacyLink}
        </a>
      )}
    </p>
  );
}

export interface PanelProps {
  readonly chat: Chat;
  readonly look: ReadonlySignal<Look | undefined>;
  readonly onClose: () => void;
  /** Grows whenever the keyboard is to come here; 0: the page keeps it. */
  readonly focus: ReadonlySignal<number>;
}

export function Panel({ chat, look, onClose, focus }: PanelProps) {
  const frame = useRef<HTMLElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const { status } = chat.state.value;
  const wanted = focus.value;
  const refused = useSignal(false);
  const toInput = () => input.current?.focus();
  useFileRefusal(frame, () => (refused.value = true));
  useEffect(() => chat.draft.subscribe(() => (refused.value = false)), [chat]);
  useEffect(() => {
    // a touch keyboard would cover the welcome
    const touch = matchMedia('(pointer: coarse)').matches;
    if (wanted > 0) (touch ? frame : input).current?.focus();
  }, [wanted]);
  useEffect(() => (frame.current ? keepFocus(frame.current, () => input.current) : undefined), []);
  return (
    <section
      ref={frame}
      class="panel"
      aria-label={`Chat with ${chat.settings.value?.brand ?? 'us'}`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event)) onClose();
      }}
    >
      <Head chat={chat} logo={look.value?.logo ?? ''} onClose={onClose} />
      <Banner chat={chat} />
      {status.state === 'waiting' && <Waiting chat={chat} status={status} />}
      <div role="status" class="sr-only">
        {statusSaid(status)}
      </div>
      <Log chat={chat} greeting={look.value?.greeting ?? ''} onChosen={toInput} />
      <div class="foot">
        <PersonRow chat={chat} />
        <ComposerNotes chat={chat} refused={refused} toInput={toInput} />
        <Composer chat={chat} input={input} />
        <Consent chat={chat} />
      </div>
    </section>
  );
}
