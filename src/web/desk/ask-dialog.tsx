/** Asked before what cannot be taken back: says what will happen, to whom. */
import { useState } from 'preact/hooks';
import { closeReasonNames, closeReasons } from '../../conversation/names.js';
import type { CloseWhy } from '../../desk/contract.js';
import { Dialog } from '../kit/dialog.js';
import { goHome, letGo, type Page, type Question, takeOver } from './page.js';
import { owesAnswer } from './talk.js';
import { plural } from './words.js';

interface Asked {
  readonly title: string;
  readonly words: string;
  /** Does it. */
  readonly yes: string;
  readonly act: (page: Page, why?: CloseWhy) => Promise<void>;
  /** Leaves everything as it is. */
  readonly no: string;
  /** Which of the two is meant usually. */
  readonly main: 'yes' | 'no';
}

interface Names {
  readonly customer: string;
  readonly holder: string;
  /** How many conversations this agent holds, and how many messages have not gone out. */
  readonly held: number;
  readonly unsent: number;
}

const signingOut = ({ held, unsent }: Names): Omit<Asked, 'act'> => ({
  title: 'Sign out?',
  words: `${held > 0 ? `You hold ${plural(held, 'conversation')}. Each goes back into the line, at its old place. ` : ''}${unsent > 0 ? `${plural(unsent, 'message')} of yours did not go out; this browser keeps what is not sent until you are back.` : ''}`,
  yes: 'Sign out',
  no: 'Stay',
  main: 'no',
});

const close = (page: Page, why?: CloseWhy) => letGo(page, 'close', why);

const questions: Readonly<Record<Question, (names: Names) => Asked>> = {
  'close-owed': ({ customer }) => ({
    title: `${customer} wrote last`,
    words:
      'Nobody has answered their last message yet. If you close now, they are asked how easy it was. Say why: it is kept with the case.',
    yes: 'Close anyway',
    act: close,
    no: 'Answer first',
    main: 'no',
  }),
  'sign-out': (counts) => ({ ...signingOut(counts), act: (page) => goHome(page, false) }),
  'sign-out-everywhere': (counts) => ({
    ...signingOut(counts),
    title: 'Sign out everywhere?',
    yes: 'Sign out everywhere',
    act: (page) => goHome(page, true),
  }),
  'take-over': ({ customer, holder }) => ({
    title: `Take over from ${holder}?`,
    words: `${customer} reads that you joined in place of ${holder}. ${holder} can write no more from that moment, and keeps what is typed and not sent. The conversation takes one of your seats.`,
    yes: 'Take over',
    act: (page) => takeOver(page),
    no: `Leave it with ${holder}`,
    main: 'yes',
  }),
  'close-held': ({ customer, holder }) => ({
    title: `Close ${holder}’s conversation?`,
    words: `It ends for ${holder} as well, at once. ${customer} reads that you closed it, and is asked how easy it was.`,
    yes: 'Close it',
    act: close,
    no: `Leave it with ${holder}`,
    main: 'no',
  }),
  'close-waiting': ({ customer }) => ({
    title: 'Close it without an answer?',
    words: `${customer} leaves the line without having talked to a person, reads that you closed the conversation, and is asked how easy it was. Unless a person has written to them, it counts as unanswered.`,
    yes: 'Close it',
    act: close,
    no: 'Keep it in the line',
    main: 'no',
  }),
};

interface Chosen {
  readonly reason?: CloseWhy['reason'];
  readonly words: string;
}

/** Why it is closed while an answer is owed. */
function Why({ chosen, choose }: { chosen: Chosen; choose: (chosen: Chosen) => void }) {
  return (
    <fieldset class="pass-group">
      <legend>Why no answer is given</legend>
      {closeReasonNames.map((reason) => (
        <label key={reason} class="pass-option">
          <input
            type="radio"
            name="close-why"
            checked={chosen.reason === reason}
            onChange={() => choose({ ...chosen, reason })}
          />
          <span class="pass-name">{closeReasons[reason].name}</span>
        </label>
      ))}
      <label class="field-label">
        In your words, if you like
        <input
          class="field"
          maxLength={500}
          dir="auto"
          value={chosen.words}
          onInput={(event) => choose({ ...chosen, words: event.currentTarget.value })}
        />
      </label>
    </fieldset>
  );
}

function whyOf({ reason, words }: Chosen): CloseWhy | undefined {
  if (reason === undefined) return undefined;
  return words.trim() === '' ? { reason } : { reason, words: words.trim() };
}

const nothingChosen: Chosen = { words: '' };

export function AskDialog({ page }: { page: Page }) {
  const { desk, asking } = page;
  const [chosen, choose] = useState(nothingChosen);
  const talk = desk.talk.value;
  const names = {
    customer: talk?.view?.ticket.customer ?? 'The customer',
    holder: talk?.by ?? 'the agent',
    held: desk.line.value.mine.length,
    unsent: desk.unsent.value.length,
  };
  const asked = questions[asking.value ?? 'close-owed'](names);
  const needed = asked.act === close && (asking.value === 'close-owed' || (talk !== undefined && owesAnswer(talk)));
  const why = needed ? whyOf(chosen) : undefined;
  const shut = () => {
    asking.value = undefined;
    choose(nothingChosen);
  };
  const yes = () => {
    shut();
    void asked.act(page, why);
  };
  const look = (which: Asked['main']) => `button ${asked.main === which ? 'button-primary' : ''}`;
  const actions = [
    { name: asked.yes, act: yes, off: needed && why === undefined, look: look('yes'), last: asked.main === 'yes' },
    { name: asked.no, act: shut, off: false, look: look('no'), last: asked.main === 'no' },
  ].sort((a, b) => Number(a.last) - Number(b.last));
  return (
    <Dialog
      title={asked.title}
      open={asking.value !== undefined}
      onClose={shut}
      actions={actions.map((one) => (
        <button key={one.name} type="button" class={one.look} disabled={one.off} onClick={one.act}>
          {one.name}
        </button>
      ))}
    >
      <p>{asked.words}</p>
      {needed && <Why chosen={chosen} choose={choose} />}
    </Dialog>
  );
}
