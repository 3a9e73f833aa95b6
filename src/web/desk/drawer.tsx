/** A pane that slides in from the side where there is no room for it. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../kit/icon.js';
import { x } from '../kit/icons.js';
import { Modal } from '../kit/modal.js';

export interface DrawerProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Drawer({ title, open, onClose, children }: DrawerProps) {
  return (
    <Modal class="drawer" aria-label={title} open={open} onClose={onClose}>
      <div class="drawer-inside">
        <button type="button" class="button button-quiet button-icon drawer-close" aria-label="Close" onClick={onClose}>
          <Icon shape={x} />
        </button>
        {children}
      </div>
    </Modal>
  );
}
