/** The frame of one host: what it is told whenever something changes, and when it is loaded. */
import { type Link, openLink } from './link.js';
import { lookOf, originOf } from './options.js';
import type { Parts } from './parts.js';
import type { FromFrame, FromPage } from './wire.js';

/** What holds, wherever in the page the host stands. */
export interface Held {
  open: boolean;
  /** By hand or by a call, and not from the page before: the keyboard goes along. */
  asked: boolean;
  hidden: boolean;
  up: boolean;
  unread: number;
  /** What undoes all that was done with the page, while the host is in it. */
  leave: (() => void) | undefined;
}

export interface Standing {
  readonly host: HTMLElement;
  readonly parts: Parts;
  readonly held: Held;
}

export const pageStyle = () => getComputedStyle(document.documentElement);
/** The frame, while it is wanted: it begins with the first opening, or with the first call that needs it. */
export function createFrame(
  { host, parts, held }: Standing,
  { heard, changed }: { heard: (message: FromFrame) => void; changed: () => void },
) {
  let link: Link | undefined;
  const now = (): FromPage => {
    const look = lookOf(host, pageStyle());
    return { kind: 'now', now: { look, shown: held.open } };
  };
  function focus(): void {
    parts.frame.focus();
    link?.say({ kind: 'focus' });
  }
  function begin(): void {
    const origin = originOf(host);
    if (link !== undefined || origin === undefined || held.leave === undefined) return;
    parts.panel.prepend(parts.frame);
    link = openLink({
      frame: parts.frame,
      address: `${origin}/chat`,
      now,
      heard,
      up(up) {
        held.up = up;
        changed();
        if (up && held.open && held.asked) focus();
      },
    });
  }
  return {
    begin,
    focus,
    /** Begins, or asks at once for a frame that did not come. */
    wake() {
      if (link === undefined) begin();
      else link.again();
    },
    tell: () => link?.say(now()),
    say(message: FromPage) {
      begin();
      link?.say(message);
    },
    end() {
      link?.close();
      link = undefined;
      parts.frame.remove();
    },
  };
}
