/** In the line the assistant goes on: it answers meanwhile, and lets one go after asking once. */
import type { Choice, Effect, Flow, Known, StepOutcome } from '../../src/conversation/index.js';
import { solved, solvedWords } from './answer.js';
import { leaveLine } from './waiting.js';

type Speaker = Pick<Known, 'words'>;

const say = (text: string, choices?: readonly Choice[]): Effect => ({
  kind: 'say',
  reply: choices === undefined ? { text } : { text, choices },
});

const leaveChoices = ({ words }: Speaker): readonly Choice[] => [
  { title: words('leave-line'), value: 'leave-line' },
  { title: words('stay'), value: 'stay' },
];

/** Asks whether that was meant; `solved`: because an answer was enough. */
export function askLeave(known: Speaker, why: { solved?: boolean } = {}): StepOutcome {
  const name = why.solved === true ? 'leave-solved' : 'leave-sure';
  return {
    kind: 'ask',
    effects: [say(known.words(name), leaveChoices(known))],
    next: 'line/leaving',
    memo: why.solved === true ? { solved: 'yes' } : {},
  };
}

const enough = ({ words }: Speaker): readonly Choice[] => [{ title: words('solved-yes'), value: 'solved' }];

/** The last of the replies that answer can be said to be enough; the place in the line is kept. */
export function answerInLine(answers: readonly Effect[], known: Speaker): StepOutcome {
  const last = answers.findLastIndex(({ kind }) => kind === 'say');
  const effects = answers.map((effect, at) =>
    at === last && effect.kind === 'say' ? { ...effect, reply: { ...effect.reply, choices: enough(known) } } : effect,
  );
  return { kind: 'ask', effects, next: 'line/answered' };
}

/** Manners are no word for leaving. */
const polite = new Set(['thanks', 'thank you', 'danke', 'great', 'super', 'perfect', 'perfekt']);

export const lineFlow: Flow = {
  name: 'line',
  steps: {
    answered: {
      offers: (known) => ({
        choices: enough(known),
        ways: { also: { solved: solvedWords.filter((word) => !polite.has(word)) } },
      }),
      take: ({ picked }, known) => (picked === 'solved' ? askLeave(known, { solved: true }) : { kind: 'pass' }),
    },
    leaving: {
      offers: (known) => ({ choices: leaveChoices(known), ways: { yes: 'leave-line', no: 'stay' } }),
      take({ picked }, known) {
        if (picked !== 'leave-line') return { kind: 'pass' };
        return known.memo['solved'] === undefined ? leaveLine(known) : solved(known);
      },
    },
  },
};
