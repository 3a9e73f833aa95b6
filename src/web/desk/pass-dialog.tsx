/** "Pass on…": to a colleague who has a seat, or into the line of another queue. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Avatar } from '../kit/avatar.js';
import { Dialog } from '../kit/dialog.js';
import type { Target } from './hands.js';
import { type Page, toNext } from './page.js';
import { type Choice, colleagueChoices, queueChoices } from './pass-targets.js';
import { reasonOf } from './state.js';
import type { PassTargets } from './types.js';

type Loaded = PassTargets | string | undefined;

interface Form {
  readonly targets: Loaded;
  readonly chosen: Target | undefined;
  readonly trouble: string | undefined;
  readonly load: () => void;
  readonly choose: (target: Target) => void;
  readonly send: () => Promise<void>;
}

/** Reads the team anew at every opening, and when somebody turned out to be away or full. */
function useForm(page: Page): Form {
  const { desk, passing } = page;
  const [targets, setTargets] = useState<Loaded>();
  const [chosen, choose] = useState<Target>();
  const [trouble, setTrouble] = useState<string>();
  const load = () => {
    choose(undefined);
    setTargets(undefined);
    desk.team().then(setTargets, (error: unknown) => setTargets(reasonOf(error)));
  };
  useEffect(() => {
    setTrouble(undefined);
    choose(undefined);
    if (passing.value) load();
  }, [passing.value]);
  const send = async () => {
    if (!chosen) return;
    const inTheWay = await desk.pass(chosen);
    setTrouble(inTheWay);
    if (inTheWay !== undefined) load();
    else {
      passing.value = false;
      toNext(page);
    }
  };
  return { targets, chosen, trouble, load, choose, send };
}

function Option({ form, choice }: { form: Form; choice: Choice }) {
  const { target, standing, possible } = choice;
  const checked = form.chosen?.kind === target.kind && form.chosen.id === target.id;
  return (
    <label class={`pass-option ${possible ? '' : 'is-off'}`}>
      <input type="radio" name="pass-to" checked={checked} disabled={!possible} onChange={() => form.choose(target)} />
      {target.kind === 'colleague' && <Avatar name={target.name} />}
      <span class="pass-name">{target.name}</span>
      <span class="pass-standing muted figures">{standing}</span>
    </label>
  );
}

function Group({ title, empty, children }: { title: string; empty: boolean; children: ComponentChildren }) {
  return (
    <fieldset class="pass-group">
      <legend>{title}</legend>
      {empty ? <p class="muted">Nobody else has been at the desk yet.</p> : children}
    </fieldset>
  );
}

function Targets({ form, from }: { form: Form; from: string }) {
  const { targets } = form;
  if (targets === undefined) {
    return (
      <div role="status" class="pass-loading">
        <span class="sr-only">Looking who is here</span>
        <div class="skeleton" />
        <div class="skeleton" />
        <div class="skeleton" />
      </div>
    );
  }
  if (typeof targets === 'string') {
    return (
      <p role="alert">
        {targets}{' '}
        <button type="button" class="link-button" onClick={form.load}>
          Try again
        </button>
      </p>
    );
  }
  const option = (choice: Choice) => <Option key={choice.target.id} form={form} choice={choice} />;
  return (
    <>
      <Group title="To a colleague" empty={targets.colleagues.length === 0}>
        {colleagueChoices(targets).map(option)}
      </Group>
      <Group title="To another line" empty={false}>
        {queueChoices(targets, from).map(option)}
      </Group>
    </>
  );
}

export function PassDialog({ page }: { page: Page }) {
  const { desk, passing } = page;
  const form = useForm(page);
  const ticket = desk.talk.value?.view?.ticket;
  const shut = () => (passing.value = false);
  const actions = (
    <>
      <button type="button" class="button" onClick={shut}>
        Keep it
      </button>
      <button
        type="button"
        class="button button-primary"
        disabled={!form.chosen || desk.busy.value}
        onClick={() => void form.send()}
      >
        {form.chosen ? `Pass on to ${form.chosen.name}` : 'Pass on'}
      </button>
    </>
  );
  return (
    <Dialog
      title={`Pass ${ticket?.customer ?? 'the conversation'} on`}
      open={passing.value}
      onClose={shut}
      actions={actions}
    >
      <p class="muted pass-words">Whoever gets it sees everything, and the customer reads where they go.</p>
      <div role="alert">{form.trouble !== undefined && <p class="pass-trouble">{form.trouble}</p>}</div>
      <Targets form={form} from={ticket?.queue ?? ''} />
    </Dialog>
  );
}
