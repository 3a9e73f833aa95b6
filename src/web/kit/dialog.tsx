/** A question or a notice over the page: a title, words, and buttons at its foot. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon.js';
import { x } from './icons.js';
import { Modal } from './modal.js';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ComponentChildren;
}

export function Dialog({ title, open, onClose, children, actions }: DialogProps) {
  const name = useId();
  return (
    <Modal class="dialog" aria-labelledby={name} open={open} onClose={onClose}>
      <div class="dialog-head">
        <h2 id={name}>{title}</h2>
        <button type="button" class="button button-quiet button-icon" aria-label="Close" onClick={onClose}>
          <Icon shape={x} />
        </button>
      </div>
      {children}
      {actions !== undefined && <div class="dialog-actions">{actions}</div>}
    </Modal>
  );
}
