/** What an agent prefers on this machine. Nothing is stored until they choose. */
import { signal, type Signal } from '@preact/signals';

export interface Settings {
  readonly sound: Signal<boolean>;
  /** Single letters as commands. */
  readonly letters: Signal<boolean>;
  readonly keep: (name: 'sound' | 'letters', on: boolean) => void;
}

const key = (name: string) => `warmline.desk.${name}`;

function read(name: string, otherwise: boolean): boolean {
  try {
    const stored = localStorage.getItem(key(name));
    return stored === null ? otherwise : stored === 'on';
  } catch {
    return otherwise;
  }
}

export function createSettings(): Settings {
  const sound = signal(read('sound', false));
  const letters = signal(read('letters', true));
  return {
    sound,
    letters,
    keep(name, on) {
      (name === 'sound' ? sound : letters).value = on;
      try {
        localStorage.setItem(key(name), on ? 'on' : 'off');
      } catch {
        // storage is refused: the choice lasts as long as the page
      }
    },
  };
}
