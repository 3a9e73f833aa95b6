/** What the page around the frame is told: how much is unread, that somebody wrote, who has the word. Never what was said. */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { Chat } from './chat.js';
import type { Host } from './host.js';
import { speakerName } from './words.js';

/** Milliseconds after connecting in which the thread is history and not news. */
const settling = 1000;

/** Tells of each line that is news: what was written here, and what came when the thread was already there. */
function tellLines(chat: Chat, host: Host): void {
  let told = Number.POSITIVE_INFINITY;
  const written = new Set<string>();
  effect(() => {
    if (chat.connection.value !== 'live' || told !== Number.POSITIVE_INFINITY) return;
    setTimeout(() => (told = chat.state.peek().lines.at(-1)?.seq ?? 0), settling);
  });
  effect(() => {
    const { lines, outbox } = chat.state.value;
    for (const { key } of outbox) written.add(key);
    for (const line of lines) {
      if (line.speaker === 'system' || (line.seq <= told && !written.has(line.key))) continue;
      written.delete(line.key);
      host.say({ kind: 'message', from: line.speaker, name: speakerName(line) });
    }
    // a thread that was forgotten begins with history again
    told = lines.length === 0 ? Number.POSITIVE_INFINITY : Math.max(told, lines.at(-1)?.seq ?? 0);
  });
}

export function tellHost(chat: Chat, { host, shown }: { host: Host; shown: ReadonlySignal<boolean> }): void {
  tellLines(chat, host);
  effect(() => host.say({ kind: 'unread', count: shown.value ? 0 : chat.unread.value }));
  let state = '';
  effect(() => {
    const { status } = chat.state.value;
    if (status.state === state) return;
    state = status.state;
    host.say({ kind: 'status', state: status.state });
  });
  effect(() => {
    const { state: now } = chat.state.value.status;
    if (chat.connection.value === 'idle') return;
    host.say({ kind: 'awake', awake: shown.value || now === 'waiting' || now === 'agent' });
  });
}
