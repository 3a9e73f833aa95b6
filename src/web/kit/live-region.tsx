/** Words that are announced without moving the focus: a quiet status line, and toasts with one thing to do. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

/** Always on the page, so that a change of its words is announced. */
export function LiveRegion({ children, hidden = false }: { children: ComponentChildren; hidden?: boolean }) {
  return (
    <div role="status" aria-live="polite" aria-atomic="true" class={hidden ? 'sr-only' : undefined}>
      {children}
    </div>
  );
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly act: () => void };
}

const standing = 8000;

export interface Toasts {
  readonly shown: ReadonlySignal<readonly Toast[]>;
  say(text: string, action?: Toast['action']): void;
  drop(id: number): void;
}

export function createToasts(): Toasts {
  const shown = signal<readonly Toast[]>([]);
  let count = 0;
  const drop = (id: number) => {
    shown.value = shown.peek().filter((toast) => toast.id !== id);
  };
  return {
    shown,
    drop,
    say(text, action) {
      const id = (count += 1);
      shown.value = [...shown.peek().slice(-2), action === undefined ? { id, text } : { id, text, action }];
      setTimeout(() => drop(id), standing);
    },
  };
}

export function ToastList({ toasts }: { toasts: Toasts }) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.shown.value.map(({ id, text, action }) => (
        <div key={id} class="toast">
          <span>{text}</span>
          {action && (
            <button
              type="button"
              onClick={() => {
                action.act();
                toasts.drop(id);
              }}
            >
              {action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
