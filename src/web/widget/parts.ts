/** What stands in the corner, made without a line of HTML: pages may forbid that (Trusted Types). */
import sheet from './corner.css?text';

export interface Parts {
  readonly corner: HTMLElement;
  readonly launcher: HTMLButtonElement;
  readonly count: HTMLElement;
  readonly panel: HTMLElement;
  readonly frame: HTMLIFrameElement;
  readonly lost: HTMLElement;
  readonly lostWords: HTMLElement;
  readonly again: HTMLButtonElement;
  /** Read out by screen readers when it changes. */
  readonly said: HTMLElement;
  /** Shows the launcher as what opens, or as what closes. */
  turn(open: boolean): void;
}

/** lucide's message-circle and chevron-down. */
const circle =
  'M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719';
const chevron = 'm6 9 6 6 6-6';

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

function makeIcon() {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  const drawn = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'aria-hidden': 'true' };
  const line = { 'stroke-width': '1.6', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  for (const [name, value] of Object.entries({ ...drawn, ...line })) svg.setAttribute(name, value);
  svg.append(path);
  return { svg, path };
}

function makeFrame(): HTMLIFrameElement {
  const frame = make('iframe', '');
  frame.allow = 'autoplay';
  return frame;
}

function makeLost() {
  const lost = make('div', 'lost');
  const lostWords = make('p', '');
  const again = make('button', '');
  again.type = 'button';
  lost.hidden = true;
  lostWords.setAttribute('role', 'status');
  lost.append(lostWords, again);
  return { lost, lostWords, again };
}

function makeLauncher() {
  const launcher = make('button', 'launcher');
  const count = make('span', 'count');
  const { svg, path } = makeIcon();
  launcher.type = 'button';
  count.setAttribute('aria-hidden', 'true');
  count.hidden = true;
  launcher.append(svg, count);
  const turn = (open: boolean) => {
    path.setAttribute('d', open ? chevron : circle);
    launcher.setAttribute('aria-expanded', String(open));
  };
  return { launcher, count, turn };
}

/** Fills the host's shadow root; once, however often it is moved. */
export function makeParts(host: HTMLElement): Parts {
  const shadow = host.attachShadow({ mode: 'open', delegatesFocus: false });
  const styles = new CSSStyleSheet();
  styles.replaceSync(sheet);
  shadow.adoptedStyleSheets = [styles];
  const corner = make('div', 'corner');
  const panel = make('div', 'panel');
  const said = make('div', 'said');
  const door = makeLauncher();
  const away = makeLost();
  const frame = makeFrame();
  said.setAttribute('role', 'status');
  panel.hidden = true;
  panel.setAttribute('role', 'dialog');
  panel.append(away.lost);
  corner.append(panel, door.launcher, said);
  shadow.append(corner);
  return { corner, panel, said, frame, ...door, ...away };
}
