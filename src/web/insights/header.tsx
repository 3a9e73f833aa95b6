/** The top of the page: the period, the log to take away, and who is signed in. */
import { goSignIn, postJson } from '../kit/api.js';
import { Avatar } from '../kit/avatar.js';
import { Icon } from '../kit/icon.js';
import { logOut } from '../kit/icons.js';
import type { Page } from './page.js';
import { rangeLabel, rangeNames } from './range.js';

function signOut(): void {
  void postJson('/api/sign-out', {})
    .catch(() => undefined)
    .then(() => goSignIn());
}

export function Header({ page }: { page: Page }) {
  const { name } = page.me;
  const chosen = page.insights.range.value.name;
  const open = page.insights.opened.value !== undefined;
  return (
    <header class="top">
      <p class="brand">
        Warmline <span class="muted">Insights</span>
      </p>
      {!open && (
        <div class="segments" role="group" aria-label="Period">
          {rangeNames.map((range) => (
            <button key={range} type="button" aria-pressed={range === chosen} onClick={() => page.chooseRange(range)}>
              {rangeLabel(range)}
            </button>
          ))}
        </div>
      )}
      <div class="top-tools">
        <page.ThemeButton />
        <span class="me">
          <Avatar name={name} />
          <span class="me-name">{name}</span>
        </span>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Sign out"
          title="Sign out"
          onClick={signOut}
        >
          <Icon shape={logOut} />
        </button>
      </div>
    </header>
  );
}
