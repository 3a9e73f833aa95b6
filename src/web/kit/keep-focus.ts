/** Keeps the keyboard where it was: a control that goes away, or is switched off, hands its focus on inside the page. */

/** What had the focus cannot have it any more. */
const isGone = (element: HTMLElement, root: HTMLElement) => !root.contains(element) || element.matches(':disabled');

/**
 * Watches `root`. When its focused control disappears and the browser drops the focus, `heir` names the next to have it; a
 * focus that was moved elsewhere on purpose is left alone. Returns what ends it.
 */
export function keepFocus(root: HTMLElement, heir: () => HTMLElement | null): () => void {
  let held: HTMLElement | undefined;
  const taken = (event: FocusEvent) => (held = event.target instanceof HTMLElement ? event.target : undefined);
  const left = ({ target }: FocusEvent) =>
    // Chromium fires this while the control is still there: only afterwards is it known whether it was removed, or left
    queueMicrotask(() => {
      if (held !== undefined && held === target && !isGone(held, root)) held = undefined;
    });
  const restore = () => {
    if (held === undefined || !isGone(held, root)) return;
    const { activeElement } = document;
    const dropped = activeElement === null || activeElement === document.body || activeElement === held;
    // in a frame, whoever has gone on to the page around it is not called back
    const elsewhere = parent !== window && !document.hasFocus();
    held = undefined;
    if (dropped && !elsewhere) heir()?.focus();
  };
  const watch = new MutationObserver(restore);
  watch.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  root.addEventListener('focusin', taken);
  root.addEventListener('focusout', left);
  return () => {
    watch.disconnect();
    root.removeEventListener('focusin', taken);
    root.removeEventListener('focusout', left);
  };
}
