/** "Shall I get a person?" — yes hands off, no goes on. */
import {
  type Choice,
  chosen,
  type Effect,
  type Flow,
  type Known,
  type StepOutcome,
} from '../../src/conversation/index.js';
import { askMessage } from './waiting.js';

type Asker = Pick<Known, 'words' | 'desk'>;

/** A person when one is there to come, a message when not: nobody is promised who is not there. */
const offerChoices = ({ words, desk }: Asker): readonly Choice[] => [
  desk.somebody
    ? { title: words('person'), value: 'person' }
    : { title: words('leave-message'), value: 'leave-message' },
  { title: words('not-now'), value: 'not-now' },
];

function whoIsThere({ words, desk }: Asker): string {
  if (desk.somebody) return '';
  if (desk.opens === undefined) return words('nobody-now');
  return words('closed-now', { opens: desk.opens === '' ? '' : words('opens-again', { when: desk.opens }) });
}

/** Says `text` and waits for yes or no. `because` is kept as the reason of the ticket. */
export function offer(text: string, known: Asker, because: 'frustrated' | 'unanswered'): StepOutcome {
  const whole = `${text} ${whoIsThere(known)}`.trim();
  const effects: readonly Effect[] = [
    { kind: 'say', reply: { text: whole, choices: offerChoices(known) } },
    { kind: 'count', what: 'offers' },
  ];
  return { kind: 'ask', effects, next: 'offer/answer', memo: { because } };
}

/** Into the line at once, so that it cannot be lost, and on to the message. */
function leaveMessage(known: Known): StepOutcome {
  return { kind: 'hand-off', reason: 'message', ...askMessage(known) };
}

/** The whole message, so that a question behind a yes is still a question. */
const yes =
  /^(yes|yeah|yep|yup|sure|ok|okay|please( do)?|do it|go ahead|get (me )?a person)([\s,]+(please|thanks|thank you|do))*[\s.!]*$/i;
const no = /^(no|nope|nah|not now|don'?t)([\s,]+(please|thanks|thank you|not now))*[\s.!]*$/i;

export const offerFlow: Flow = {
  name: 'offer',
  steps: {
    answer(said, known) {
      const picked = chosen(said, offerChoices(known));
      const short = said.text.length <= 24;
      if (picked === 'leave-message') return leaveMessage(known);
      if (picked === 'person' || (picked === undefined && short && yes.test(said.text.trim()))) {
        return {
          kind: 'hand-off',
          effects: [],
          reason: known.memo['because'] === 'unanswered' ? 'unanswered' : 'frustrated',
        };
      }
      if (picked === 'not-now' || (short && no.test(said.text.trim()))) {
        return { kind: 'done', effects: [{ kind: 'say', reply: { text: known.words('declined') } }] };
      }
      return { kind: 'pass' };
    },
  },
};
