/** Light, dark, or as the system says. Nothing is stored until somebody chooses. */
import { signal } from '@preact/signals';
import { Icon } from './icon.js';
import { monitor, moon, sun } from './icons.js';

export type Theme = 'system' | 'light' | 'dark';

const key = 'warmline.theme';
const order: readonly Theme[] = ['system', 'light', 'dark'];
const shapes: Readonly<Record<Theme, string>> = { system: monitor, light: sun, dark: moon };

export function readTheme(): Theme {
  try {
    return order.find((theme) => theme === localStorage.getItem(key)) ?? 'system';
  } catch {
    return 'system';
  }
}

export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

function keepTheme(theme: Theme): void {
  applyTheme(theme);
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // storage is refused: the choice lasts as long as the page
  }
}

/** A page makes one, which applies what was chosen before, and puts the button in its header. */
export function createTheme() {
  const theme = signal(readTheme());
  applyTheme(theme.value);
  return function ThemeButton() {
    const now = theme.value;
    const next = order[(order.indexOf(now) + 1) % order.length] ?? 'system';
    const turn = () => {
      theme.value = next;
      keepTheme(next);
    };
    const name = `Colours: ${now}. Change to ${next}`;
    return (
      <button type="button" class="button button-quiet button-icon" aria-label={name} title={name} onClick={turn}>
        <Icon shape={shapes[now]} />
      </button>
    );
  };
}
