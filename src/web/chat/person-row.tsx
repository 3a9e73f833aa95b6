/** Always the same place above the composer: a person is one press away, or already on the way. */
import { Icon } from '../kit/icon.js';
import { circleCheck, clock, headset } from '../kit/icons.js';
import type { Chat } from './chat.js';
import { lineText, person } from './words.js';

export function PersonRow({ chat }: { chat: Chat }) {
  const { status } = chat.state.value;
  if (status.state === 'waiting') {
    return (
      <p class="person person-calm">
        <Icon shape={clock} size={16} /> {lineText(status)}
      </p>
    );
  }
  if (status.state === 'agent') {
    return (
      <p class="person person-calm">
        <Icon shape={circleCheck} size={16} /> A person is with you
      </p>
    );
  }
  return (
    <button type="button" class="person person-ask" onClick={() => chat.choose(person)}>
      <Icon shape={headset} size={16} /> {person.title}
    </button>
  );
}
