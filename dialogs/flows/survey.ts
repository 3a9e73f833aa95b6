/** The Customer Effort Score: one to seven, then a comment if they like. Asked once per episode, after it has ended. */
import {
  type Answer,
  type Choice,
  type Effect,
  type Flow,
  type Known,
  readScore,
  type Reply,
  type StepOutcome,
  type Ways,
} from '../../src/conversation/index.js';
import { ask } from './offer.js';

export const scale: readonly Choice[] = ['1', '2', '3', '4', '5', '6', '7'].map((value) => ({ title: value, value }));

type Speaker = Pick<Known, 'words'>;

const ends = ({ words }: Speaker): string => `1 = ${words('survey-low')}, 7 = ${words('survey-high')}`;
const say = (text: string, also: Omit<Reply, 'text'> = {}): Effect => ({ kind: 'say', reply: { text, ...also } });
const asking = (question: string, known: Speaker): Effect =>
  say(`${question}\n${ends(known)}`, { choices: scale, form: 'scale' });

/** Carries out `first`, then asks for the score. */
export function askSurvey(known: Speaker, first: readonly Effect[]): StepOutcome {
  return {
    kind: 'ask',
    effects: [...first, asking(known.words('survey-ask'), known), { kind: 'count', what: 'asked-ces' }],
    next: 'survey/score',
  };
}

const skip = ({ words }: Speaker): readonly Choice[] => [{ title: words('survey-skip'), value: 'skip' }];

const refusals = [
  ...['skip', 'skip it', 'pass', 'no thanks', 'no thank you', 'not now', 'later', 'maybe later', 'rather not'],
  ...['nein danke', 'überspringen', 'weiter', 'nicht jetzt', 'lieber nicht'],
];
const skipping: Ways = { no: 'skip', none: 'skip', also: { skip: refusals } };

/** What is typed for a number at the ends of the scale. */
const scoring = ({ words }: Speaker): Ways => ({
  ordered: true,
  also: {
    '1': [words('survey-low').toLowerCase()],
    '7': [words('survey-high').toLowerCase()],
    ...skipping.also,
  },
});

/** Scores that say it was hard. */
const hard = 3;

function rated(score: number, known: Known): StepOutcome {
  return {
    kind: 'ask',
    effects: [{ kind: 'rate', score }, say(known.words('survey-comment'), { choices: skip(known), form: 'comment' })],
    next: 'survey/comment',
    memo: { score: String(score) },
  };
}

/** Who says that it was hard, and why, is not left with a receipt. */
function commented(text: string, score: number, known: Known): StepOutcome {
  const comment: Effect = { kind: 'comment', text };
  if (score > hard || known.pleased) {
    return { kind: 'done', effects: [comment, say(known.words('survey-thanks'))] };
  }
  const asked = ask(known.words('survey-sorry'), known, 'frustrated');
  return { ...asked, effects: [comment, ...asked.effects] };
}

/** No score yet: once more in the survey's own words, and never a third time. */
function unscored(said: Answer, known: Known): StepOutcome {
  const again = known.memo['again'] !== undefined;
  const praise = known.pleased && !said.text.includes('?');
  if (!praise && readScore(said.text, scale.length) === undefined) return { kind: 'pass' };
  if (again) return { kind: 'done', effects: [say(known.words(praise ? 'survey-praise' : 'bye'))] };
  const lead = praise ? `${known.words('survey-praise')} ` : '';
  const effects = [asking(`${lead}${known.words('survey-again')}`, known)];
  return { kind: 'ask', effects, next: 'survey/score', memo: { again: 'yes' } };
}

export const surveyFlow: Flow = {
  name: 'survey',
  steps: {
    score: {
      offers: (known) => ({ choices: scale, ways: scoring(known), form: 'scale', legend: ends(known) }),
      take(said, known) {
        if (said.picked === 'skip') return { kind: 'done', effects: [say(known.words('bye'))] };
        if (said.picked !== undefined) return rated(Number(said.picked), known);
        const read = readScore(said.text, scale.length);
        if (read?.kind !== 'score') return unscored(said, known);
        if (read.rest === undefined) return rated(read.score, known);
        const outcome = commented(read.rest, read.score, known);
        return 'effects' in outcome
          ? { ...outcome, effects: [{ kind: 'rate', score: read.score }, ...outcome.effects] }
          : outcome;
      },
    },
    comment: {
      offers: (known) => ({ choices: skip(known), ways: skipping, form: 'comment' }),
      take(said, known) {
        if (said.picked === 'skip') return { kind: 'done', effects: [say(known.words('survey-thanks'))] };
        // a question is the start of something new, not a remark about what is over
        if (said.text.trim().endsWith('?')) return { kind: 'pass' };
        return commented(said.whole ?? said.text, Number(known.memo['score'] ?? scale.length), known);
      },
    },
  },
};
