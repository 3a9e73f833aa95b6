/** The right end of a page's head: the colours, who is signed in, and the way out. */
import type { ComponentType } from 'preact';
import type { SignOutAnswer } from '../../access/contract.js';
import { goSignIn, postJson } from './api.js';
import { Avatar } from './avatar.js';
import { Icon } from './icon.js';
import { logOut } from './icons.js';

/** Here, and at the provider that vouched for them, which sends them back. */
export function signOut(): void {
  void postJson('/api/sign-out', {})
    .then((answer) => (answer as SignOutAnswer).to)
    .catch(() => undefined)
    .then((to) => (to === undefined ? goSignIn() : location.assign(to)));
}

interface AccountProps {
  readonly name: string;
  readonly ThemeButton: ComponentType;
  readonly onSignOut: () => void;
}

export function Account({ name, ThemeButton, onSignOut }: AccountProps) {
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
        onClick={onSignOut}
      >
        <Icon shape={logOut} />
      </button>
    </>
  );
}
