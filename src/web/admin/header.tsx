/** The top of the admins' pages: which one it is, and who is signed in. */
import { Account, signOut } from '../kit/account.js';
import type { Page } from './page.js';

const pages = [
  { name: 'people', path: '/desk/people', title: 'People' },
  { name: 'audit', path: '/desk/audit', title: 'Audit' },
] as const;

export function Header({ page }: { page: Page }) {
  return (
    <header class="top">
      <p class="brand">
        Warmline <span class="muted">Admin</span>
      </p>
      <nav class="admin-nav" aria-label="Pages">
        {pages.map(({ name, path, title }) => (
          <a key={name} href={path} aria-current={page.shown === name ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <div class="head-tools">
        <Account name={page.me.name} ThemeButton={page.ThemeButton} onSignOut={signOut} />
      </div>
    </header>
  );
}
