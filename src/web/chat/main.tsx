/** The chat in its frame, on our own origin: no script of the page around it reaches what was said, or the token. */
import './chat.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { WidgetSettings } from '../../channels/direct-line/contract.js';
import type { FromPage, Look, Now } from '../widget/wire.js';
import { createBrowser, newKey } from './browser.js';
import { type Chat, createChat } from './chat.js';
import { createClient } from './client.js';
import { dress } from './dress.js';
import { type Host, meetHost } from './host.js';
import { Panel } from './panel.js';
import { createShelf, type Shelf } from './shelf.js';
import { tellHost } from './tell.js';

async function loadSettings(): Promise<WidgetSettings> {
  const response = await fetch('/widget/settings');
  if (!response.ok) throw new Error(`The settings answered ${response.status}.`);
  return (await response.json()) as WidgetSettings;
}

/** One conversation for each site that shows the chat. */
function openChat({ origin, say }: Host): { readonly shelf: Shelf; readonly chat: Chat } {
  const key = `warmline:${origin}`;
  const shelf = createShelf(key, () => localStorage);
  const world = createBrowser(location.origin);
  const chat = createChat({
    client: (on) => createClient({ ...on, world }),
    shelf,
    settings: loadSettings,
    now: Date.now,
    key: newKey,
    after: world.after,
  });
  addEventListener('online', chat.wake);
  document.addEventListener('visibilitychange', chat.wake);
  addEventListener('storage', (event) => {
    if (event.key !== key || event.newValue !== null) return;
    chat.forget(); // signed out in another tab
    say({ kind: 'close' });
  });
  return { shelf, chat };
}

function furnish(host: Host): (message: FromPage) => void {
  const { shelf, chat } = openChat(host);
  const shown = signal(false);
  const focus = signal(0);
  const look = signal<Look | undefined>(undefined);
  const close = () => host.say({ kind: 'close' });
  effect(() => {
    const { state } = chat.state.value.status;
    const awake = shown.value || state === 'waiting' || state === 'agent';
    if (chat.connection.value !== 'idle') shelf.keep({ awake });
  });
  shown.subscribe((open) => {
    if (open) chat.start();
  });
  if (shelf.read().awake) chat.start();
  tellHost(chat, { host, shown });
  const place = document.getElementById('chat');
  effect(() => {
    if (place) render(shown.value ? <Panel chat={chat} look={look} focus={focus} onClose={close} /> : null, place);
  });
  const now = (next: Now) => {
    dress(look.peek(), next.look);
    if (JSON.stringify(next.look) !== JSON.stringify(look.peek())) look.value = next.look;
    if (!next.shown) focus.value = 0;
    shown.value = next.shown;
  };
  return (message) => {
    switch (message.kind) {
      case 'now':
        now(message.now);
        break;
      case 'focus':
        focus.value += 1;
        break;
      case 'prefill':
        if (chat.draft.peek() === '') chat.draft.value = message.text;
        break;
      case 'send':
        chat.start();
        chat.say(message.text.trim());
        host.say({ kind: 'done', id: message.id });
        break;
      case 'sign-out':
        chat.forget();
        host.say({ kind: 'close' });
        host.say({ kind: 'done', id: message.id });
        break;
    }
  };
}

let heard: (message: FromPage) => void = () => undefined;
meetHost({ begin: (host) => (heard = furnish(host)), heard: (message) => heard(message) });
