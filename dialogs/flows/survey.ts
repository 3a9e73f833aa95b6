/** The Customer Effort Score: one to seven, then a comment if they like. Asked once per episode, after it has ended. */
import {
  type Choice,
  chosen,
  type Effect,
  type Flow,
  type Known,
  type StepOutcome,
} from '../../src/conversation/index.js';

export const scale: readonly Choice[] = ['1', '2', '3', '4', '5', '6', '7'].map((value) => ({ title: value, value }));

/** Carries out `first`, then asks for the score. */
export function askSurvey({ words }: Pick<Known, 'words'>, first: readonly Effect[]): StepOutcome {
  const text = `${words('survey-ask')}\n1 = ${words('survey-low')}, 7 = ${words('survey-high')}`;
  return {
    kind: 'ask',
    effects: [
      ...first,
      { kind: 'say', reply: { text, choices: scale, form: 'scale' } },
      { kind: 'count', what: 'asked-ces' },
    ],
    next: 'survey/score',
  };
}

const skip = ({ words }: Pick<Known, 'words'>): readonly Choice[] => [{ title: words('survey-skip'), value: 'skip' }];

export const surveyFlow: Flow = {
  name: 'survey',
  steps: {
    score(said, known) {
      if (chosen(said, skip(known)) === 'skip') return { kind: 'done', effects: [] };
      const score = chosen(said, scale);
      if (score === undefined) return { kind: 'pass' };
      return {
        kind: 'ask',
        effects: [
          { kind: 'rate', score: Number(score) },
          { kind: 'say', reply: { text: known.words('survey-comment'), choices: skip(known), form: 'comment' } },
        ],
        next: 'survey/comment',
      };
    },
    comment(said, known) {
      const thanks: Effect = { kind: 'say', reply: { text: known.words('survey-thanks') } };
      if (chosen(said, skip(known)) === 'skip') return { kind: 'done', effects: [thanks] };
      // a question is the start of something new, not a remark about what is over
      if (said.value !== undefined || said.text.trim().endsWith('?')) return { kind: 'pass' };
      return { kind: 'done', effects: [{ kind: 'comment', text: said.whole ?? said.text }, thanks] };
    },
  },
};
