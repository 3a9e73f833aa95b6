/** The top of the admins' pages: which one it is, and who is signed in. */
import { Account, signOut } from '../kit/account.js';
import type { Page } from './page.js';

export function Header({ page }: { page: Page }) {
  return (
    <header class="top">
      <p class="brand">
        Warmline <span class="muted">Admin</span>
      </p>
      <div class="head-tools">
        <Account name={page.me.name} ThemeButton={page.ThemeButton} onSignOut={signOut} />
      </div>
    </header>
  );
}
