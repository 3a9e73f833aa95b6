/** On a small screen the panel is all there is: the page behind it can neither be scrolled nor reached. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const small = '(max-width: 479.98px)';

/** Makes everything beside our own host inert; returns what undoes it. */
function shutPage(host: Element): () => void {
  const others = [...document.body.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child !== host && !child.inert,
  );
  const { overflow } = document.documentElement.style;
  for (const other of others) other.inert = true;
  document.documentElement.style.overflow = 'hidden';
  return () => {
    for (const other of others) other.inert = false;
    document.documentElement.style.overflow = overflow;
  };
}

export function useWholeScreen(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = frame.current?.getRootNode();
    if (!(root instanceof ShadowRoot)) return undefined;
    const query = matchMedia(small);
    let undo: () => void = () => undefined;
    const fit = () => {
      undo();
      undo = query.matches ? shutPage(root.host) : () => undefined;
    };
    // a touch keyboard shrinks what is visible, but not the page
    const resize = () => frame.current?.style.setProperty('--visible', `${visualViewport?.height ?? innerHeight}px`);
    fit();
    resize();
    query.addEventListener('change', fit);
    visualViewport?.addEventListener('resize', resize);
    return () => {
      undo();
      query.removeEventListener('change', fit);
      visualViewport?.removeEventListener('resize', resize);
    };
  }, [frame]);
}
