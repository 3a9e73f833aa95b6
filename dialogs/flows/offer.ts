/** "Shall I get a person?" — yes hands off, no goes on. */
import {
  type Choice,
  chosen,
  type Effect,
  type Flow,
  type Known,
  type StepOutcome,
} from '../../src/conversation/index.js';

const offerChoices = ({ words }: Pick<Known, 'words'>): readonly Choice[] => [
  { title: words('person'), value: 'person' },
  { title: words('not-now'), value: 'not-now' },
];

/** Says `text` and waits for yes or no. `because` is kept as the reason of the ticket. */
export function offer(text: string, known: Pick<Known, 'words'>, because: 'frustrated' | 'unanswered'): StepOutcome {
  const effects: readonly Effect[] = [
    { kind: 'say', reply: { text, choices: offerChoices(known) } },
    { kind: 'count', what: 'offers' },
  ];
  return { kind: 'ask', effects, next: 'offer/answer', memo: { because } };
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
