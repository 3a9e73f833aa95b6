/** The right end of a page's head: the colours, who is signed in and where, and the way out. */
import type { ComponentType } from 'preact';
import type { SignOutAnswer, SignOutBody } from '../../access/contract.js';
import { goSignIn, postJson } from './api.js';
import { Avatar } from './avatar.js';
import { Icon } from './icon.js';
import { logOut } from './icons.js';
import { OwnSessionsDialog, useOwnSessions } from './own-sessions.js';

/** Here, or wherever they are signed in; and at the provider that vouched for them, which sends them back. */
export function signOut(everywhere: boolean): void {
  void postJson('/api/sign-out', { everywhere } satisfies SignOutBody)
    .then((answer) => (answer as SignOutAnswer).to)
    .catch(() => undefined)
    .then((to) => (to === undefined ? goSignIn() : location.assign(to)));
}

interface AccountProps {
  readonly name: string;
  readonly ThemeButton: ComponentType;
  readonly onSignOut: (everywhere: boolean) => void;
}

export function Account({ name, ThemeButton, onSignOut }: AccountProps) {
  const sessions = useOwnSessions();
  const everywhere = () => {
    sessions.shut();
    onSignOut(true);
  };
  return (
    <>
      <ThemeButton />
      <button
        type="button"
        class="button button-quiet me"
        title="Where you are signed in"
        aria-haspopup="dialog"
        onClick={sessions.open}
      >
        <Avatar name={name} />
        <span class="me-name" aria-hidden="true">
          {name}
        </span>
        <span class="sr-only">{name}: where you are signed in</span>
      </button>
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label="Sign out"
        title="Sign out"
        onClick={() => onSignOut(false)}
      >
        <Icon shape={logOut} />
      </button>
      <OwnSessionsDialog sessions={sessions} onEverywhere={everywhere} />
    </>
  );
}
