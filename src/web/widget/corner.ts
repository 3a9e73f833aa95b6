/** The chat in its corner: a launcher, the frame that is loaded when it is wanted, and what a site's scripts may do. */
import type { Warmline } from './api.js';
import { createAsks } from './asks.js';
import { createListeners } from './listeners.js';
import { createFrame, type Held, pageStyle, type Standing } from './frame.js';
import { lookOf, originOf, placeOf, writeOptions } from './options.js';
import { createMemory, createNotices, lift, type Notices, watchPage, wholeScreen } from './page.js';
import { makeParts } from './parts.js';
import { paint } from './paint.js';
import { type FromFrame, longest } from './wire.js';
import { words } from './words.js';

export interface Corner {
  readonly api: Warmline;
  /** The host is in the page. */
  enter(): void;
  leave(): void;
  /** An option has changed. */
  changed(): void;
}

interface Inside {
  readonly standing: Standing;
  readonly listeners: ReturnType<typeof createListeners>;
  readonly asks: ReturnType<typeof createAsks>;
  readonly frame: ReturnType<typeof createFrame>;
  readonly draw: () => void;
  readonly turn: (open: boolean, asked: boolean) => void;
}

const memoryOf = (host: Element) => createMemory(originOf(host) ?? '');

/** Opens and closes, and draws the corner as it then is. */
function createDoor({ host, parts, held }: Standing, frame: () => Inside['frame'], tell: (open: boolean) => void) {
  let whole: () => void = () => undefined;
  function draw(): void {
    if (held.leave === undefined) return;
    const place = placeOf(host, pageStyle(), location.pathname);
    const look = lookOf(host, pageStyle());
    const hidden = held.hidden || place.hidden;
    if (hidden && held.open) turn(false, false);
    lift(host);
    paint(parts, { ...held, hidden }, { place, look });
    frame().tell();
  }
  function turn(open: boolean, asked: boolean): void {
    if (held.open === open || (open && held.leave === undefined)) return;
    Object.assign(held, { open, asked });
    memoryOf(host).keep('open', open);
    if (open) {
      whole = wholeScreen(host, parts.panel);
      frame().begin();
    } else whole();
    draw();
    if (open && asked && held.up) frame().focus();
    if (!open && document.activeElement === host) parts.launcher.focus();
    tell(open);
  }
  return { draw, turn, free: () => whole() };
}

function createApi({ standing: { host, held }, listeners, asks, frame, draw, turn }: Inside): Warmline {
  const api: Warmline = {
    version: 1,
    open() {
      held.hidden = false;
      turn(true, true);
    },
    close: () => turn(false, true),
    toggle: () => (held.open ? api.close() : api.open()),
    show() {
      held.hidden = false;
      draw();
    },
    hide() {
      held.hidden = true;
      draw();
    },
    signOut: () => asks.ask('signOut', (id) => frame.say({ kind: 'sign-out', id })),
    prefill: (text) => frame.say({ kind: 'prefill', text: text.slice(0, longest.text) }),
    send: (text) => asks.ask('send', (id) => frame.say({ kind: 'send', text, id })),
    on: listeners.on,
    update: (options) => writeOptions(host, options),
    remove: () => host.remove(),
  };
  return api;
}

/** What the frame says, to the page's own scripts, its title and its memory. */
function createHearing(
  { standing: { host, held }, listeners, asks, draw, turn }: Inside,
  notices: () => Notices | undefined,
) {
  return (message: FromFrame): void => {
    switch (message.kind) {
      case 'close':
        turn(false, true);
        break;
      case 'unread':
        held.unread = message.count;
        draw();
        notices()?.tell(message.count);
        listeners.tell('unread', { count: message.count });
        break;
      case 'message': {
        const told = words.wrote.replace('{name}', message.name);
        notices()?.tell(held.unread, message.from === 'agent' ? { title: document.title, words: told } : undefined);
        listeners.tell('message', { from: message.from });
        break;
      }
      case 'status':
        listeners.tell('status', { state: message.state });
        break;
      case 'awake':
        memoryOf(host).keep('awake', message.awake);
        break;
      case 'done':
        asks.done(message.id, message.problem);
        break;
    }
  };
}

function createInside(host: HTMLElement, notices: () => Notices | undefined) {
  const parts = makeParts(host);
  const held: Held = { open: false, asked: false, hidden: false, up: false, unread: 0, leave: undefined };
  const standing = { host, parts, held };
  const listeners = createListeners();
  const asks = createAsks((what, why) => listeners.tell('refused', { what, why }));
  const door = createDoor(
    standing,
    () => frame,
    (open) => listeners.tell(open ? 'open' : 'close', undefined),
  );
  const frame = createFrame(standing, { heard: (message) => hear(message), changed: door.draw });
  const inside: Inside = { standing, listeners, asks, frame, ...door };
  const hear = createHearing(inside, notices);
  return { ...inside, free: door.free };
}

export function createCorner(host: HTMLElement): Corner {
  let notices: Notices | undefined;
  const inside = createInside(host, () => notices);
  const { standing, frame, draw, turn } = inside;
  const { parts, held } = standing;
  const api = createApi(inside);
  const asked = (event: Event) => {
    if (event.target instanceof Element && event.target.closest('[data-warmline-open]')) api.open();
  };
  parts.launcher.addEventListener('click', api.toggle);
  for (const near of ['pointerenter', 'focus']) parts.launcher.addEventListener(near, frame.begin);
  parts.again.addEventListener('click', frame.wake);

  return {
    api,
    enter() {
      held.leave = watchPage(draw);
      document.addEventListener('click', asked);
      notices = host.getAttribute('notices') === 'off' ? undefined : createNotices(api.open);
      const memory = memoryOf(host);
      if (memory.read('open')) turn(true, false);
      else if (memory.read('awake')) frame.begin();
      draw();
    },
    leave() {
      held.leave?.();
      held.leave = undefined;
      document.removeEventListener('click', asked);
      notices?.end();
      inside.free();
      frame.end();
      Object.assign(held, { open: false, unread: 0 });
    },
    changed: draw,
  };
}
