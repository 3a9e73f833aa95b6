/** After an answer: "That answers it" ends the episode and asks for the score; "Not what I need" offers a person. */
import type { Choice, Flow, Known, Ways } from '../../src/conversation/index.js';
import { failed } from './failed.js';
import { offer } from './offer.js';
import { askSurvey } from './survey.js';

export const answerChoices = ({ words }: Pick<Known, 'words'>): readonly Choice[] => [
  { title: words('solved-yes'), value: 'solved' },
  { title: words('solved-no'), value: 'not-solved' },
];

const ways: Ways = {
  yes: 'solved',
  no: 'not-solved',
  also: {
    solved: [
      ...['perfect', 'great', 'thanks', 'thank you', 'solved', 'sorted', 'that works', 'that helps', 'that helped'],
      ...['it works', 'it worked', 'it helped', 'that answers it', 'that solved it', 'danke', 'perfekt', 'super'],
      ...['das hilft', 'das hat geholfen'],
    ],
    'not-solved': [
      ...["that's not it", 'that is not it', "that didn't help", 'that did not help', 'it did not help'],
      ...["it didn't help", 'not what i meant', 'das hilft nicht', 'das hat nicht geholfen'],
    ],
  },
};

export const answerFlow: Flow = {
  name: 'answer',
  steps: {
    judged: {
      offers: (known) => ({ choices: answerChoices(known), ways }),
      take({ picked }, known) {
        if (picked === 'solved') {
          const end = [
            { kind: 'say', reply: { text: known.words('solved') } },
            { kind: 'end', outcome: 'solved' },
          ] as const;
          // nobody in distress is asked how easy that was
          return known.grave ? { kind: 'done', effects: end } : askSurvey(known, end);
        }
        if (picked !== 'not-solved') return { kind: 'pass' };
        const asked = offer(known.words('not-solved', {}, known.tone), known, 'unanswered');
        return { ...asked, effects: [...asked.effects, failed(known, 'unsolved')] };
      },
    },
  },
};
