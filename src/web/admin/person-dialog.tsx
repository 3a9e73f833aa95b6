/** One person, edited: what they serve, how much at once, in which languages, and whether they may come in. */
import { useState } from 'preact/hooks';
import { Dialog } from '../kit/dialog.js';
import { capacityWords, isSame, factsOf, languageWords, readLanguages, roleWord, serves } from './facts.js';
import type { Page } from './page.js';
import type { Edited } from './people.js';

interface Parts {
  readonly page: Page;
  readonly edited: Edited;
}

function Queues({ page, edited: { row, draft } }: Parts) {
  const { queues } = page.people.listed.value.choices;
  const { change } = page.people;
  const choose = (id: string, on: boolean) => {
    const chosen = queues.map((queue) => queue.id).filter((one) => (one === id ? on : draft.queues?.includes(one)));
    change({ queues: chosen });
  };
  if (row.role === 'supervisor') return <p class="muted">A supervisor serves every queue.</p>;
  return (
    <fieldset class="admin-group">
      <legend class="label">Queues</legend>
      <label class="check">
        <input
          type="checkbox"
          checked={draft.queues === undefined}
          onChange={(event) => change({ queues: event.currentTarget.checked ? undefined : queues.map(({ id }) => id) })}
        />
        All, also those that are added later
      </label>
      {queues.map(({ id, title }) => (
        <label key={id} class="check check-inner">
          <input
            type="checkbox"
            checked={draft.queues?.includes(id) ?? true}
            disabled={draft.queues === undefined}
            onChange={(event) => choose(id, event.currentTarget.checked)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

function Capacity({ page, edited: { draft } }: Parts) {
  const usual = page.people.listed.value.choices.capacity;
  const counts = Array.from({ length: 50 }, (_, at) => at + 1);
  return (
    <label class="admin-group">
      <span class="label">Conversations at once</span>
      <select
        class="field"
        value={String(draft.capacity ?? '')}
        onChange={({ currentTarget: { value } }) =>
          page.people.change({ capacity: value === '' ? undefined : Number(value) })
        }
      >
        <option value="">{capacityWords(undefined, usual)}</option>
        {counts.map((count) => (
          <option key={count} value={String(count)}>
            {count}
          </option>
        ))}
      </select>
    </label>
  );
}

function Languages({ page, edited: { draft } }: Parts) {
  const [typed, setTyped] = useState(draft.languages.join(', '));
  const { codes, unknown } = readLanguages(typed);
  const shown = isSame(codes, draft.languages) || unknown !== undefined ? typed : draft.languages.join(', ');
  return (
    <div class="admin-group">
      <label>
        <span class="label">Languages they write in</span>
        <input
          class="field"
          value={shown}
          autocomplete="off"
          aria-describedby="languages-read"
          aria-invalid={unknown !== undefined}
          onInput={({ currentTarget: { value } }) => {
            setTyped(value);
            const read = readLanguages(value);
            if (read.unknown === undefined) page.people.change({ languages: read.codes });
          }}
        />
      </label>
      <p id="languages-read" class={unknown === undefined ? 'hint muted' : 'hint hint-wrong'}>
        {unknown === undefined
          ? codes.length === 0
            ? 'Codes with commas between them, as en, de. Colleagues see it when they pass a conversation on.'
            : languageWords(codes)
          : `“${unknown}” is no code of a language. Write en, de, pt.`}
      </p>
    </div>
  );
}

function Entry({ page, edited: { row, draft, busy } }: Parts) {
  const own = row.id === page.me.id;
  return (
    <fieldset class="admin-group">
      <legend class="label">Sign-in</legend>
      <label class="check">
        <input
          type="checkbox"
          checked={draft.off}
          disabled={own}
          aria-describedby="off-means"
          onChange={(event) => page.people.change({ off: event.currentTarget.checked })}
        />
        Switched off
      </label>
      <p id="off-means" class="hint muted">
        {own
          ? 'You cannot switch yourself off. Ask another administrator.'
          : 'Whoever is switched off cannot sign in. Once saved, they are out everywhere, and what they hold is back at its place in the line.'}
      </p>
      <button type="button" class="button" disabled={busy} onClick={() => void page.people.signOut()}>
        Sign out everywhere
      </button>
    </fieldset>
  );
}

function Meanwhile({ edited: { meanwhile, trouble } }: { edited: Edited }) {
  return (
    <div role="alert">
      {trouble !== undefined && <p class="admin-trouble">{trouble}</p>}
      {meanwhile !== undefined && (
        <div class="admin-trouble">
          <p>{meanwhile.by} saved this person while you were here, so yours was not saved:</p>
          <ul>
            {meanwhile.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          <p>Look at what stands below now, and save again if it is right.</p>
        </div>
      )}
    </div>
  );
}

function Form({ page, edited }: Parts) {
  const { row, draft } = edited;
  return (
    <form
      id="person"
      class="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        void page.people.save();
      }}
    >
      <p class="muted">{roleWord(row.role)}, as their sign-in says.</p>
      <Meanwhile edited={edited} />
      <label class="admin-group">
        <span class="label">Name</span>
        <input
          class="field"
          required
          maxLength={100}
          value={draft.name}
          autocomplete="off"
          onInput={(event) => page.people.change({ name: event.currentTarget.value })}
        />
      </label>
      {serves(row.role) && (
        <>
          <Queues page={page} edited={edited} />
          <Capacity page={page} edited={edited} />
          <Languages page={page} edited={edited} />
        </>
      )}
      <Entry page={page} edited={edited} />
    </form>
  );
}

export function PersonDialog({ page }: { page: Page }) {
  const edited = page.people.edited.value;
  const shut = () => page.people.edit(undefined);
  const unchanged = edited === undefined || isSame(factsOf(edited.row), edited.draft);
  const actions = (
    <>
      <button type="button" class="button" onClick={shut}>
        Cancel
      </button>
      <button type="submit" form="person" class="button button-primary" disabled={unchanged || edited.busy}>
        Save
      </button>
    </>
  );
  return (
    <Dialog title={edited?.row.name ?? ''} open={edited !== undefined} onClose={shut} actions={actions}>
      {edited !== undefined && <Form key={edited.row.id} page={page} edited={edited} />}
    </Dialog>
  );
}
