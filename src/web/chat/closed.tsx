/** After the end: how to go on, and a copy to keep. */
import { Icon } from '../kit/icon.js';
import { download } from '../kit/icons.js';
import type { Chat } from './chat.js';
import { transcript } from './words.js';

function save(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = 'conversation.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function Closed({ chat }: { chat: Chat }) {
  const brand = chat.settings.value?.brand ?? 'us';
  const copy = () => save(transcript(chat.state.peek(), brand, (at) => new Date(at).toLocaleString()));
  return (
    <div class="closed">
      <p>This conversation is closed. Write whenever something else comes up.</p>
      <button type="button" class="button button-quiet" onClick={copy}>
        <Icon shape={download} size={16} /> Save a copy
      </button>
    </div>
  );
}
