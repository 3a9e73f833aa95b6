/** The card that stays put while a customer waits: place, range, what happens if they leave, and two ways out. */
import type { Status } from '../../channels/direct-line/contract.js';
import type { Chat } from './chat.js';
import { isOutOfHours, keptText, leaveAnother, leaveLine, leaveMessage, placeText, waitText } from './words.js';

type Props = { chat: Chat; status: Extract<Status, { state: 'waiting' }> };

export function Waiting({ chat, status }: Props) {
  const message = status.reachable === true ? leaveAnother : leaveMessage;
  // with nobody there, a message is the way to go on, until one is left
  const lead = status.wait === undefined && message === leaveMessage ? 'button-primary' : '';
  const [first, second] = isOutOfHours(status)
    ? [waitText(status), `${placeText(status)}.`]
    : [placeText(status), waitText(status)];
  return (
    <section class="waiting" aria-label="Your place in line">
      <div class="waiting-facts">
        <p class="waiting-place">{first}</p>
        <p class="waiting-range">{second}</p>
      </div>
      <p class="waiting-note">{keptText(status)}</p>
      <div class="waiting-acts">
        <button type="button" class={`button ${lead}`} onClick={() => chat.choose(message)}>
          {message.title}
        </button>
        <button type="button" class="button button-quiet" onClick={() => chat.choose(leaveLine)}>
          {leaveLine.title}
        </button>
      </div>
    </section>
  );
}
