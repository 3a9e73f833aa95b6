/** "Who is at the desk?": the local sign-in, where one chooses a demo person. Production has OpenID Connect instead. */
import './base.css';
import './sign-in.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Person, SignInOptions } from '../../http/contract.js';
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
};

const said = (fault: unknown) => (fault instanceof ApiError ? fault.message : 'That did not work. Try again.');

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
  const options = signal<SignInOptions | undefined>(undefined);
  const fault = signal('');
  const load = async () => {
    try {
      options.value = (await getJson('/api/sign-in')) as SignInOptions;
      document.title = `Who is at the desk? · ${options.value.brand}`;
      fault.value = '';
    } catch (error) {
      fault.value = said(error);
    }
  };
  const choose = async (person: Person) => {
    try {
      await postJson('/api/sign-in', { id: person.id });
      location.assign(homeOf(person.role, new URLSearchParams(location.search).get('to')));
    } catch (error) {
      fault.value = said(error);
    }
  };
  return { options, fault, load, choose };
}

function SignIn({ page }: { page: ReturnType<typeof createSignIn> }) {
  useEffect(() => void page.load(), [page]);
  const options = page.options.value;
  return (
    <main class="sign-in">
      <div class="sign-in-head">
        <p class="sign-in-brand">{options?.brand ?? ' '}</p>
        <h1>Who is at the desk?</h1>
        <p class="muted">Choose yourself to go on.</p>
      </div>
      {options === undefined ? (
        <div class="skeleton" style={{ height: '140px' }} />
      ) : (
        <ul class="people">
          {options.people.map((person) => (
            <PersonButton key={person.id} person={person} onChoose={(one) => void page.choose(one)} />
          ))}
        </ul>
      )}
      <div role="alert">{page.fault.value !== '' && <p class="sign-in-fault">{page.fault.value}</p>}</div>
      <p class="sign-in-note">
        These are demonstration people, without passwords. They exist only while the server answers this machine alone.
      </p>
    </main>
  );
}

applyTheme(readTheme());
const root = document.getElementById('app');
if (root) render(<SignIn page={createSignIn()} />, root);
