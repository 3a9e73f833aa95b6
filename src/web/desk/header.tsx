/** The top of the desk: connection, presence, sound and notices, and who is signed in. */
import { Account } from '../kit/account.js';
import { Icon } from '../kit/icon.js';
import { bell, keyboard, volume2, volumeX } from '../kit/icons.js';
import { leaveDesk, type Page } from './page.js';
import { closedText, emptiedText } from './words.js';

const links = { live: 'Live', connecting: 'Connecting', offline: 'Reconnecting' } as const;

function Link({ page }: { page: Page }) {
  const state = page.link.value;
  return (
    <span class={`link link-${state}`} title={links[state]}>
      <span class="link-dot" aria-hidden="true" />
      <span class="link-word">{links[state]}</span>
    </span>
  );
}

function Presence({ page }: { page: Page }) {
  const { desk } = page;
  const here = desk.here.value;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={here}
      aria-label="At the desk"
      class="button button-quiet presence"
      onClick={() => void desk.setHere(!here)}
    >
      <span class="switch" aria-hidden="true" />
      <span class="presence-word">{here ? 'At the desk' : 'Away'}</span>
    </button>
  );
}

function Sound({ page }: { page: Page }) {
  const { settings, notices } = page;
  const on = settings.sound.value;
  const toggle = () => {
    settings.keep('sound', !on);
    if (!on) notices.beep();
  };
  return (
    <button
      type="button"
      class="button button-quiet button-icon"
      aria-pressed={on}
      aria-label="Sound"
      title={on ? 'Sound is on' : 'Sound is off'}
      onClick={toggle}
    >
      <Icon shape={on ? volume2 : volumeX} />
    </button>
  );
}

/** Out of hours: the same as customers read. */
function Closed({ page }: { page: Page }) {
  const words = closedText(page.desk.line.value.queues);
  return words === '' ? null : <p class="desk-closed">{words}</p>;
}

/** Until it is long ago: who misses a conversation must know why. */
function Emptied({ page }: { page: Page }) {
  const { emptied, offset } = page.desk.line.value;
  if (emptied === undefined) return null;
  return (
    <p class="desk-emptied" role="status">
      {emptiedText(emptied, Date.now() + offset)}
    </p>
  );
}

export function Header({ page }: { page: Page }) {
  return (
    <header class="desk-head">
      <p class="brand">
        Warmline <span class="muted">Desk</span>
      </p>
      <Link page={page} />
      <div class="head-tools">
        <Presence page={page} />
        {page.notices.permission.value === 'default' && (
          <button
            type="button"
            class="button button-quiet button-icon"
            aria-label="Allow desktop notices"
            title="Allow desktop notices"
            onClick={page.notices.ask}
          >
            <Icon shape={bell} />
          </button>
        )}
        <Sound page={page} />
        <button
          type="button"
          class="button button-quiet button-icon wide-only"
          aria-label="Keyboard"
          title="Keyboard (?)"
          onClick={() => (page.help.value = true)}
        >
          <Icon shape={keyboard} />
        </button>
        <Account
          name={page.desk.me.value?.name ?? ''}
          ThemeButton={page.ThemeButton}
          onSignOut={(everywhere) => leaveDesk(page, everywhere)}
        />
      </div>
      <Closed page={page} />
      <Emptied page={page} />
    </header>
  );
}
