/** One thing in the thread: a line somebody spoke, a system message, a time, or what could not be sent yet. */
import { useState } from 'preact/hooks';
import { Avatar } from '../kit/avatar.js';
import { Icon } from '../kit/icon.js';
import { circleAlert } from '../kit/icons.js';
import { Text } from '../kit/text.js';
import { clockText, dayText } from '../kit/time.js';
import type { Chat } from './chat.js';
import { LineText } from './choices.js';
import type { Item } from './shown.js';
import type { Line, Unsent } from './store.js';
import { speakerName } from './words.js';

function when(at: number): string {
  const day = dayText(at, Date.now());
  return day === 'today' ? clockText(at) : `${day}, ${clockText(at)}`;
}

const Teller = ({ name }: { name: string }) => <span class="sr-only">{`${name}: `}</span>;

/** The time of a line: shown when the line is tapped, and of all lines while the keyboard is on the thread. */
function useTime(at: number) {
  const [shown, setShown] = useState(false);
  const tap = ({ target }: MouseEvent) => {
    const links = target instanceof Element && target.closest('a') !== null;
    if (!links && getSelection()?.isCollapsed !== false) setShown(!shown);
  };
  if (at === 0) return { attributes: {}, time: null };
  const attributes = { title: when(at), 'data-timed': shown, onClick: tap };
  return { attributes, time: <time class="line-time">{when(at)}</time> };
}

export function Spoken({ line, first }: { line: Line; first: boolean }) {
  const { attributes, time } = useTime(line.at);
  if (line.speaker === 'customer') {
    return (
      <div class="line line-mine" {...attributes}>
        <Teller name="You" />
        <Text text={line.text} plain />
        {time}
      </div>
    );
  }
  if (line.speaker === 'assistant') {
    return (
      <div class="line line-assistant" {...attributes}>
        <Teller name="Assistant" />
        <LineText line={line} />
        {time}
      </div>
    );
  }
  const name = speakerName(line);
  return (
    <div class={`line line-person ${first ? '' : 'line-follows'}`} {...attributes}>
      {first && (
        <p class="line-name">
          <Avatar name={name} size={24} />
          {name}
        </p>
      )}
      <div class="line-bubble">
        {!first && <Teller name={name} />}
        <Text text={line.text} />
        {time}
      </div>
    </div>
  );
}

function Outgoing({ unsent, chat }: { unsent: Unsent; chat: Chat }) {
  return (
    <div class={`line line-out line-${unsent.state}`}>
      <div class="line-mine">
        <Teller name="You" />
        <Text text={unsent.text} plain />
      </div>
      {unsent.state === 'sending' && <p class="line-state line-late">Sending…</p>}
      {unsent.state === 'held' && <p class="line-state">Too many messages at once · Sent by itself in a moment</p>}
      {unsent.state === 'failed' && (
        <p class="line-state">
          <Icon shape={circleAlert} size={14} /> Not sent yet, tried again by itself ·{' '}
          <button type="button" class="line-act" onClick={() => chat.again()}>
            Try now
          </button>
        </p>
      )}
      {unsent.state === 'refused' && (
        <p class="line-state">
          <Icon shape={circleAlert} size={14} /> Not accepted ·{' '}
          <button type="button" class="line-act" onClick={() => chat.takeBack(unsent.key)}>
            Change it
          </button>
        </p>
      )}
    </div>
  );
}

export function ItemRow({ item, chat }: { item: Item; chat: Chat }) {
  switch (item.kind) {
    case 'time':
      return <p class="system-message">{when(item.at)}</p>;
    case 'system':
      return (
        <p class="system-message" dir="auto">
          <span>
            {item.line.text} <time>{clockText(item.line.at)}</time>
          </span>
        </p>
      );
    case 'line':
      return <Spoken line={item.line} first={item.first} />;
    case 'unsent':
      return <Outgoing unsent={item.unsent} chat={chat} />;
  }
}
