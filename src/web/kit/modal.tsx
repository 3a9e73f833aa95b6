/** The browser's own dialog, in any dress: it keeps the focus, closes on Escape or beside it, and gives the focus back. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface ModalProps {
  readonly class: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
  /** Nothing of it is there while it is closed. */
  readonly children: ComponentChildren;
}

export function Modal({ open, onClose, children, ...frame }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // at once: what is below an open dialog cannot be given the focus
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      {...frame}
      ref={dialog}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open && children}
    </dialog>
  );
}
