/**
 * After an answer: "That answers it" ends the episode and asks for the score; "Not what I need" offers a person, who may
 * have been offered with the answer already.
 */
import type { Choice, Effect, Flow, Known, Offered, StepOutcome, Ways } from '../../src/conversation/index.js';
import { failed } from './failed.js';
import { offer, offerWays, personChoice, takeOffer } from './offer.js';
import { askSurvey } from './survey.js';

export const answerChoices = ({ words }: Pick<Known, 'words'>): readonly Choice[] => [
  { title: words('solved-yes'), value: 'solved' },
  { title: words('solved-no'), value: 'not-solved' },
];

/** Other words for "That answers it". */
export const solvedWords: readonly string[] = [
  ...['perfect', 'great', 'thanks', 'thank you', 'solved', 'sorted', 'that works', 'that helps', 'that helped'],
  ...[
    'it works',
    'it worked',
    'that worked',
    'perfect that worked',
    'that did it',
    'it helped',
    'that answers it',
    'that solved it',
    'danke',
    'perfekt',
    'super',
  ],
  ...['das hilft', 'das hat geholfen'],
];

const ways: Ways = {
  yes: 'solved',
  no: 'not-solved',
  also: {
    solved: solvedWords,
    'not-solved': [
      ...["that's not it", 'that is not it', "that didn't help", 'that did not help', 'it did not help'],
      ...["it didn't help", 'not what i meant', 'das hilft nicht', 'das hat nicht geholfen'],
    ],
  },
};

/** It is solved: the case ends, and its score is asked for. */
export function solved(known: Known): StepOutcome {
  const end: readonly Effect[] = [
    { kind: 'say', reply: { text: known.words('solved') } },
    { kind: 'end', outcome: 'solved' },
  ];
  // nobody in distress is asked how easy that was, and nobody twice
  return known.grave || known.surveyed ? { kind: 'done', effects: end } : askSurvey(known, end);
}

/** What can be chosen where a person was offered with the answer. */
const besides = (known: Pick<Known, 'words' | 'desk'>): Offered => ({
  choices: [personChoice(known), { title: known.words('solved-yes'), value: 'solved' }],
  ways: { ...offerWays, also: { ...offerWays.also, solved: solvedWords } },
});

/** Offers a person with an answer: they may also say that it was enough. */
export function offerToo(...asking: Parameters<typeof offer>): Extract<StepOutcome, { kind: 'ask' }> {
  const [, known] = asking;
  const { choices } = besides(known);
  const asked = offer(...asking);
  const effects = asked.effects.map((effect) =>
    effect.kind === 'say' ? { ...effect, reply: { ...effect.reply, choices } } : effect,
  );
  return { ...asked, effects, next: 'answer/offered' };
}

export const answerFlow: Flow = {
  name: 'answer',
  steps: {
    judged: {
      offers: (known) => ({ choices: answerChoices(known), ways }),
      take({ picked }, known) {
        if (picked === 'solved') return solved(known);
        if (picked !== 'not-solved') return { kind: 'pass' };
        const asked = offer(known.words('not-solved', {}, known.tone), known, 'unanswered');
        return { ...asked, effects: [...asked.effects, failed(known, 'unsolved')] };
      },
    },
    offered: {
      offers: besides,
      take: (said, known) => (said.picked === 'solved' ? solved(known) : takeOffer(said, known)),
    },
  },
};
