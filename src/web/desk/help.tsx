/** The keyboard map, and the switch that turns single letters off. */
import { Dialog } from '../kit/dialog.js';
import { keyboardMap } from './keys.js';
import type { Page } from './page.js';

export function HelpDialog({ page }: { page: Page }) {
  const { help, settings } = page;
  const letters = settings.letters.value;
  return (
    <Dialog title="Keyboard" open={help.value} onClose={() => (help.value = false)}>
      <dl class="keys">
        {keyboardMap.map(({ keys, does, letter }) => (
          <div key={keys.join() + does} class={letter && !letters ? 'is-off' : undefined}>
            <dt>
              {keys.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{letter && !letters ? `${does} (off)` : does}</dd>
          </div>
        ))}
      </dl>
      <label class="switch-line">
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => settings.keep('letters', event.currentTarget.checked)}
        />
        Single letters are commands
      </label>
    </Dialog>
  );
}
