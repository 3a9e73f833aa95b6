/** Draws the corner as things are. */
import type { Place } from './options.js';
import type { Parts } from './parts.js';
import type { Look } from './wire.js';
import { news, words } from './words.js';

interface Shown {
  readonly open: boolean;
  readonly hidden: boolean;
  /** The frame is there. */
  readonly up: boolean;
  readonly unread: number;
}

interface How {
  readonly place: Place;
  readonly look: Look;
}

/** Own colours of the site that the corner itself shows. */
const ownTokens = ['accent', 'accent-strong', 'on-accent', 'paper', 'ink'];

function stand({ corner, launcher }: Parts, { place: { side, offset, launcher: button }, look }: How): void {
  corner.dir = look.direction;
  corner.style.setProperty('color-scheme', look.theme);
  corner.style.setProperty('--aside', `${offset[0]}px`);
  corner.style.setProperty('--bottom', `${offset[1]}px`);
  for (const name of ownTokens) corner.style.setProperty(`--${name}`, look.tokens[name] ?? '');
  corner.classList.toggle('left', side === 'left');
  corner.classList.toggle('right', side === 'right');
  corner.classList.toggle('alone', !button);
  launcher.hidden = !button;
}

export function paint(parts: Parts, shown: Shown, how: How): void {
  stand(parts, how);
  parts.corner.hidden = shown.hidden;
  const { open, up } = shown;
  const count = open ? 0 : shown.unread;
  parts.corner.classList.toggle('open', open);
  parts.panel.hidden = !open;
  parts.lost.hidden = up;
  parts.frame.title = words.name;
  parts.panel.setAttribute('aria-label', words.name);
  parts.frame.style.visibility = up ? 'visible' : 'hidden';
  parts.turn(open);
  const told = count > 0 ? `, ${news(count)}` : '';
  parts.launcher.setAttribute('aria-label', open ? words.close : words.open + told);
  parts.count.hidden = count === 0;
  parts.count.textContent = count > 9 ? '9+' : String(count);
  say(parts, shown);
}

/** For those who listen: what is new in a closed chat, and that the frame does not come. */
function say({ said, lostWords, again }: Parts, { open, unread }: Shown): void {
  const told = !open && unread > 0 ? words.arrived.replace('{news}', news(unread)) : '';
  if (said.textContent !== told) said.textContent = told;
  if (lostWords.textContent !== words.lost) lostWords.textContent = words.lost;
  again.textContent = words.again;
}
