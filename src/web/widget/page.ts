/** What the corner does with the page around it, and what undoes it. */

const small = '(max-width: 479.98px), (max-height: 420px)';

/** Makes everything beside our own host inert; returns what undoes it. */
function shutPage(host: Element): () => void {
  const { documentElement: root, body } = document;
  const beside = (parent: Element) => [...parent.children].filter((child) => !child.contains(host));
  const holder = host.parentElement === root ? [body] : beside(body);
  const others = holder.filter((child): child is HTMLElement => child instanceof HTMLElement && !child.inert);
  const { overflow } = root.style;
  for (const other of others) other.inert = true;
  root.style.overflow = 'hidden';
  return () => {
    for (const other of others) other.inert = false;
    root.style.overflow = overflow;
  };
}

/** On a small screen an open panel is all there is: the page behind it can neither be scrolled nor reached. */
export function wholeScreen(host: HTMLElement, panel: HTMLElement): () => void {
  const query = matchMedia(small);
  let undo: () => void = () => undefined;
  const fit = () => {
    undo();
    undo = query.matches ? shutPage(host) : () => undefined;
    panel.setAttribute('aria-modal', String(query.matches));
  };
  // a touch keyboard shrinks what is visible, but not the page
  const resize = () => {
    panel.style.setProperty('--visible', `${visualViewport?.height ?? innerHeight}px`);
    panel.style.setProperty('--above', `${visualViewport?.offsetTop ?? 0}px`);
  };
  fit();
  resize();
  query.addEventListener('change', fit);
  visualViewport?.addEventListener('resize', resize);
  visualViewport?.addEventListener('scroll', resize);
  return () => {
    undo();
    query.removeEventListener('change', fit);
    visualViewport?.removeEventListener('resize', resize);
    visualViewport?.removeEventListener('scroll', resize);
  };
}

/** Calls back when the page may look, or be, another: its direction, its colours, its address. */
export function watchPage(changed: () => void): () => void {
  const watch = new MutationObserver(changed);
  watch.observe(document.documentElement, { attributes: true });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const history = (globalThis as { navigation?: EventTarget }).navigation;
  dark.addEventListener('change', changed);
  history?.addEventListener('currententrychange', changed);
  addEventListener('popstate', changed);
  addEventListener('resize', changed);
  return () => {
    watch.disconnect();
    dark.removeEventListener('change', changed);
    history?.removeEventListener('currententrychange', changed);
    removeEventListener('popstate', changed);
    removeEventListener('resize', changed);
  };
}

/** Lets the host out of every box of the page, where the browser can; and out of the page's own zoom. */
export function lift(host: HTMLElement): void {
  const { currentCSSZoom } = document.documentElement as { readonly currentCSSZoom?: number };
  const zoom = currentCSSZoom ?? 1;
  host.style.setProperty('--warmline-unzoom', String(1 / zoom));
  if (!('popover' in host)) return;
  host.popover = 'manual';
  if (host.isConnected && !host.matches(':popover-open')) host.showPopover();
}

export interface Notices {
  /** So many messages were not seen; `wrote`: the words for a notice, where somebody has just written. */
  tell(count: number, wrote?: { readonly title: string; readonly words: string }): void;
  end(): void;
}

/** The page's title, while nobody looks at the page; the browser's notices, where the site may show them already. */
export function createNotices(opened: () => void): Notices {
  let mark = '';
  const write = (next: string) => {
    if (document.title.startsWith(mark)) document.title = next + document.title.slice(mark.length);
    mark = next;
  };
  const looked = () => {
    if (!document.hidden) write('');
  };
  document.addEventListener('visibilitychange', looked);
  return {
    tell(count, wrote) {
      if (!document.hidden) return;
      write(count > 0 ? `(${count}) ` : '');
      if (wrote === undefined || !('Notification' in globalThis) || Notification.permission !== 'granted') return;
      const notice = new Notification(wrote.title, { body: wrote.words, tag: 'warmline' });
      notice.onclick = () => {
        focus();
        notice.close();
        opened();
      };
    },
    end() {
      document.removeEventListener('visibilitychange', looked);
      write('');
    },
  };
}

/** What the page remembers for the next one: nothing but whether the chat was open in this tab, and is to be woken. */
export function createMemory(key: string) {
  const places = { open: () => sessionStorage, awake: () => localStorage } as const;
  type What = keyof typeof places;
  return {
    read(what: What): boolean {
      try {
        return places[what]().getItem(`warmline.${what}:${key}`) === 'yes';
      } catch {
        return false;
      }
    },
    keep(what: What, value: boolean): void {
      try {
        if (value) places[what]().setItem(`warmline.${what}:${key}`, 'yes');
        else places[what]().removeItem(`warmline.${what}:${key}`);
      } catch {
        // refused: the next page begins with a closed chat
      }
    },
  };
}
