/** The browser's own dialog: it keeps the focus, closes on Escape, and gives the focus back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './icon.js';
import { x } from './icons.js';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ComponentChildren;
}

export function Dialog({ title, open, onClose, children, actions }: DialogProps) {
  const frame = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    if (open) frame.current?.showModal();
    else frame.current?.close();
  }, [open]);
  return (
    <dialog
      ref={frame}
      class="dialog"
      aria-labelledby={name}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === frame.current) onClose();
      }}
    >
      {open && (
        <>
          <div class="dialog-head">
            <h2 id={name}>{title}</h2>
            <button type="button" class="button button-quiet button-icon" aria-label="Close" onClick={onClose}>
              <Icon shape={x} />
            </button>
          </div>
          {children}
          {actions !== undefined && <div class="dialog-actions">{actions}</div>}
        </>
      )}
    </dialog>
  );
}
