/** A pane that slides in from the side where there is no room for it: the browser's own dialog, at the edge. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../kit/icon.js';
import { x } from '../kit/icons.js';

export interface DrawerProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Drawer({ title, open, onClose, children }: DrawerProps) {
  const frame = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) frame.current?.showModal();
    else frame.current?.close();
  }, [open]);
  return (
    <dialog
      ref={frame}
      class="drawer"
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === frame.current) onClose();
      }}
    >
      {open && (
        <div class="drawer-inside">
          <button
            type="button"
            class="button button-quiet button-icon drawer-close"
            aria-label="Close"
            onClick={onClose}
          >
            <Icon shape={x} />
          </button>
          {children}
        </div>
      )}
    </dialog>
  );
}
