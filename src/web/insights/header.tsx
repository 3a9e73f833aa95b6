/** The top of the page: the period, and who is signed in. */
import { Account, signOut } from '../kit/account.js';
import type { Page } from './page.js';
import { rangeLabel, rangeNames } from './range.js';

export function Header({ page }: { page: Page }) {
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
      <div class="head-tools">
        <Account name={page.me.name} ThemeButton={page.ThemeButton} onSignOut={signOut} />
      </div>
    </header>
  );
}
