/** The way in: to the provider that vouches for people, or the local sign-in, where one chooses a demo person. */
import './base.css';
import './sign-in.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SignInFault, SignInOptions } from '../../access/contract.js';
import type { Person } from '../../http/contract.js';
import { ApiError, getJson, postJson } from './api.js';
import { Avatar } from './avatar.js';
import { homeOf } from './home.js';
import { Icon } from './icon.js';
import { chevronRight } from './icons.js';
import { applyTheme, readTheme } from './theme.js';

const roles: Readonly<Record<Person['role'], string>> = {
  agent: 'Agent · answers customers',
  supervisor: 'Supervisor · answers, takes over, closes',
  manager: 'Manager · reads the effort log',
  admin: 'Admin · says who may come in',
};

const faults: Readonly<Record<SignInFault, string>> = {
  away: 'The sign-in of your company does not answer at the moment. Nothing of your work is lost. Try again in a minute.',
  denied: 'You were not signed in. Try again, or ask whoever looks after the sign-in of your company.',
  stale: 'This sign-in took too long, or was begun in another window. Begin again.',
  'no-role': 'You are signed in at your company, but have no role here. Ask an administrator to give you one.',
  off: 'You are switched off here, so you cannot sign in. Ask an administrator.',
  refused:
    'The sign-in of your company gave an answer that cannot be trusted. Tell an administrator; the log says more.',
  'too-many': 'There were too many sign-ins in a short time. Wait a minute, then try again.',
};

const words: Readonly<Record<SignInOptions['kind'], string>> = {
  local: 'Choose yourself to go on.',
  provider: 'You come back here by yourself.',
};

const said = (fault: unknown) => (fault instanceof ApiError ? fault.message : 'That did not work. Try again.');
const asked = new URLSearchParams(location.search);
const isFault = (name: string | null): name is SignInFault => name !== null && Object.hasOwn(faults, name);

function PersonButton({ person, onChoose }: { person: Person; onChoose: (person: Person) => void }) {
  return (
    <li>
      <button type="button" class="person" onClick={() => onChoose(person)}>
        <Avatar name={person.name} size={36} />
        <span class="person-name">
          {person.name}
          <small>{roles[person.role]}</small>
        </span>
        <Icon shape={chevronRight} />
      </button>
    </li>
  );
}

function createSignIn() {
  const came = asked.get('fault');
  const options = signal<SignInOptions | undefined>(undefined);
  const fault = signal(isFault(came) ? faults[came] : '');
  const load = async () => {
    try {
      options.value = (await getJson('/api/sign-in')) as SignInOptions;
      document.title = `Who is at the desk? · ${options.value.brand}`;
    } catch (error) {
      fault.value = said(error);
    }
  };
  const choose = async (person: Person) => {
    try {
      await postJson('/api/sign-in', { id: person.id });
      location.assign(homeOf(person.role, asked.get('to')));
    } catch (error) {
      fault.value = said(error);
    }
  };
  return { options, fault, load, choose };
}

type SignInPage = ReturnType<typeof createSignIn>;

function Local({ page, people }: { page: SignInPage; people: readonly Person[] }) {
  return (
    <>
      <ul class="people">
        {people.map((person) => (
          <PersonButton key={person.id} person={person} onChoose={(one) => void page.choose(one)} />
        ))}
      </ul>
      <p class="sign-in-note">
        These are demonstration people, without passwords. They exist only while the server answers this machine alone.
      </p>
    </>
  );
}

function Ways({ page }: { page: SignInPage }) {
  const options = page.options.value;
  if (options === undefined) return <div class="skeleton" style={{ height: '140px' }} />;
  if (options.kind === 'local') return <Local page={page} people={options.people} />;
  const to = asked.get('to');
  return (
    <p>
      <a
        class="button button-primary"
        href={to === null ? options.begin : `${options.begin}?to=${encodeURIComponent(to)}`}
      >
        Sign in with your company account
      </a>
    </p>
  );
}

function SignIn({ page }: { page: SignInPage }) {
  useEffect(() => void page.load(), [page]);
  const options = page.options.value;
  return (
    <main class="sign-in">
      <div class="sign-in-head">
        <p class="sign-in-brand">{options?.brand ?? ' '}</p>
        <h1>Who is at the desk?</h1>
        <p class="muted">{options === undefined ? ' ' : words[options.kind]}</p>
      </div>
      <div role="alert">{page.fault.value !== '' && <p class="sign-in-fault">{page.fault.value}</p>}</div>
      <Ways page={page} />
    </main>
  );
}

applyTheme(readTheme());
const root = document.getElementById('app');
if (root) render(<SignIn page={createSignIn()} />, root);
