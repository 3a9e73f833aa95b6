/** The right end of a page's head: the colours, who is signed in, and the way out. */
import type { ComponentType } from 'preact';
import { goSignIn, postJson } from './api.js';
import { Avatar } from './avatar.js';
import { Icon } from './icon.js';
import { logOut } from './icons.js';

function signOut(): void {
  void postJson('/api/sign-out', {})
    .catch(() => undefined)
    .then(() => goSignIn());
}

export function Account({ name, ThemeButton }: { name: string; ThemeButton: ComponentType }) {
  return (
    <>
      <ThemeButton />
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
    </>
  );
}
