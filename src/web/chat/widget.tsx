/** The one-line embed: puts the chat into a shadow root at the end of the page, whatever the page looks like. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { WidgetSettings } from '../../channels/direct-line/contract.js';
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
import { createBrowser, newKey } from './browser.js';
import { createChat } from './chat.js';
import { createClient } from './client.js';
import { Launcher } from './launcher.js';
import { createShelf } from './shelf.js';
import sheet from './widget.css?text';

const { origin } = new URL(import.meta.url);

function attach(): ShadowRoot {
  const host = document.createElement('warmline-chat');
  const shadow = host.attachShadow({ mode: 'open' });
  const styles = new CSSStyleSheet();
  styles.replaceSync(sheet);
  shadow.adoptedStyleSheets = [styles];
  document.body.append(host);
  return shadow;
}

/** Fonts are the document's, not the shadow's; loaded at the first opening, and missing without harm. */
function loadFont(): void {
  const source = new URL(`/assets/${latin.replace(/^.*\//, '')}`, origin);
  const face = new FontFace('Inter Variable', `url("${source.href}") format("woff2")`, { weight: '100 900' });
  face.load().then(
    (font) => document.fonts.add(font),
    () => undefined,
  );
}

async function loadSettings(): Promise<WidgetSettings> {
  const response = await fetch(new URL('/widget/settings', origin), { credentials: 'omit' });
  if (!response.ok) throw new Error(`The settings answered ${response.status}.`);
  return (await response.json()) as WidgetSettings;
}

const openKey = `warmline.open:${origin}`;

/** Whether the panel was open in this tab before the reload. */
function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(openKey) === 'yes';
  } catch {
    return false;
  }
}

function keepOpen(open: boolean): void {
  try {
    sessionStorage.setItem(openKey, open ? 'yes' : 'no');
  } catch {
    // refused: after a reload the panel is closed
  }
}

function mount(): void {
  if (document.querySelector('warmline-chat')) return;
  const world = createBrowser(origin);
  const shelf = createShelf(`warmline:${origin}`, () => localStorage);
  const chat = createChat({
    client: (on) => createClient({ ...on, world }),
    shelf,
    settings: loadSettings,
    now: Date.now,
    key: newKey,
    after: world.after,
  });
  const open = signal(wasOpen());
  let fonts = false;
  open.subscribe((shown) => {
    if (!shown && !fonts) return;
    if (!fonts) loadFont();
    fonts = true;
    keepOpen(shown);
    if (shown) chat.start();
    const { state } = chat.state.peek().status;
    shelf.keep({ awake: shown || state === 'waiting' || state === 'agent' });
  });
  if (shelf.read().awake) chat.start();
  addEventListener('online', chat.wake);
  document.addEventListener('visibilitychange', chat.wake);
  render(<Launcher chat={chat} open={open} resumed={open.peek()} />, attach());
}

mount();
