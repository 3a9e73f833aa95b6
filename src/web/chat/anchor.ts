/** Keeps a growing list at its end while its end is in view, or goes there with one's own words; else leaves it alone. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Closer to the end than this counts as being there, in px. */
const near = 48;
const atEnd = (list: HTMLElement) => list.scrollHeight - list.scrollTop - list.clientHeight < near;

export interface Anchored {
  /** The key of the last words of others. */
  readonly end: string | undefined;
  /** The key of one's own newest words, while they are on their way. */
  readonly own: string | undefined;
  /** The end is in view. */
  readonly look: () => void;
}

export function useAnchor(frame: RefObject<HTMLElement | null>, { end, own, look }: Anchored) {
  const held = useRef(true);
  const [more, setMore] = useState(false);
  const holdEnd = () => {
    const list = frame.current;
    if (!list) return;
    if (held.current) list.scrollTop = list.scrollHeight;
    if (held.current && document.visibilityState === 'visible') look();
  };
  const hold = () => {
    held.current = true;
    setMore(false);
    holdEnd();
  };
  useLayoutEffect(() => {
    if (held.current) holdEnd();
    else setMore(true);
  }, [end]);
  useLayoutEffect(() => (own === undefined ? undefined : hold()), [own]);
  useEffect(() => {
    const list = frame.current;
    if (!list) return undefined;
    const watch = new ResizeObserver(holdEnd);
    watch.observe(list);
    for (const child of list.children) watch.observe(child);
    let before = list.scrollTop;
    const scrolled = () => {
      // only a move upwards is somebody reading; the list itself only ever grows away from us
      if (list.scrollTop < before || atEnd(list)) held.current = atEnd(list);
      before = list.scrollTop;
      if (held.current) {
        setMore(false);
        look();
      }
    };
    list.addEventListener('scroll', scrolled, { passive: true });
    document.addEventListener('visibilitychange', holdEnd);
    return () => {
      watch.disconnect();
      list.removeEventListener('scroll', scrolled);
      document.removeEventListener('visibilitychange', holdEnd);
    };
  }, [frame]);
  const toEnd = () => {
    hold();
    frame.current?.focus();
  };
  return { more, toEnd };
}
