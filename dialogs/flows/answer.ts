/** After an answer: "That answers it" ends the episode and asks for the score; "Not what I need" offers a person. */
import { type Choice, chosen, type Flow, type Known } from '../../src/conversation/index.js';
import { failed } from './failed.js';
import { offer } from './offer.js';
import { askSurvey } from './survey.js';

export const answerChoices = ({ words }: Pick<Known, 'words'>): readonly Choice[] => [
  { title: words('solved-yes'), value: 'solved' },
  { title: words('solved-no'), value: 'not-solved' },
];

/** The whole message, so that a question behind a yes is still a question. */
const yes =
  /^(yes|yeah|yep|yup|perfect|great|thanks|that (works|helps|helped)|it (works|worked|helped)|solved|sorted)([\s,]+(thanks|thank you|it (does|did)|that helped))*[\s.!]*$/i;
const no =
  /^(no|nope|nah|not really|that('s| is) not it)([\s,]+(thanks|thank you|it (doesn't|does not|didn't)))*[\s.!]*$/i;

export const answerFlow: Flow = {
  name: 'answer',
  steps: {
    judged(said, known) {
      const picked = chosen(said, answerChoices(known));
      const short = said.text.length <= 28;
      if (picked === 'solved' || (picked === undefined && short && yes.test(said.text.trim()))) {
        return askSurvey(known, [
          { kind: 'say', reply: { text: known.words('solved') } },
          { kind: 'end', outcome: 'solved' },
        ]);
      }
      if (picked === 'not-solved' || (short && no.test(said.text.trim()))) {
        const asked = offer(known.words('not-solved', {}, known.tone), known, 'unanswered');
        return asked.kind === 'ask' ? { ...asked, effects: [...asked.effects, failed(known, 'unsolved')] } : asked;
      }
      return { kind: 'pass' };
    },
  },
};
