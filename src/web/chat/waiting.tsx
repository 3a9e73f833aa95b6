/** The card that stays put while a customer waits: place, range, what happens if they leave, and two ways out. */
import type { Status } from '../../channels/direct-line/contract.js';
import type { Chat } from './chat.js';
import { leaveLine, leaveMessage, placeText, waitText } from './words.js';

type Props = { chat: Chat; status: Extract<Status, { state: 'waiting' }> };

export function Waiting({ chat, status }: Props) {
  const nobody = status.wait === undefined;
  const message = nobody ? { ...leaveMessage, title: 'Leave a message' } : leaveMessage;
  return (
    <section class="waiting" aria-label="Your place in line">
      <div class="waiting-facts">
        <p class="waiting-place">{placeText(status)}</p>
        <p class="waiting-range">{waitText(status)}</p>
      </div>
      <p class="waiting-note">
        {nobody
          ? 'Your place is kept. Leave a message, and we will reach you.'
          : 'You can close this window; we keep your place.'}
      </p>
      <div class="waiting-acts">
        <button type="button" class={`button ${nobody ? 'button-primary' : ''}`} onClick={() => chat.choose(message)}>
          {message.title}
        </button>
        <button type="button" class="button button-quiet" onClick={() => chat.choose(leaveLine)}>
          {leaveLine.title}
        </button>
      </div>
    </section>
  );
}
