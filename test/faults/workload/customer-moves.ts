/** What a customer may do next, by what they see. Add a line to have it done under fire. */
import type { Chance } from '../../store/conformance/chance.js';
import type { Face } from './ear.js';

export interface Words {
  readonly text: string;
  /** The value of a tapped choice. */
  readonly choice?: string;
}

interface CustomerMove {
  readonly weight: number;
  readonly when: (face: Face) => boolean;
  /** Nothing: the customer falls silent until the episode is over. */
  readonly says?: (chance: Chance) => Words;
}

const questions = [
  'How long does standard delivery take?',
  'Do you deliver to Ireland?',
  'How much is express delivery?',
  'Where is my parcel?',
  'Can I change the delivery address?',
];
const nonsense = ['flurb the wobbly zonk', 'purple elephants of tuesday', 'is the moon a shop'];
const demands = ['I want to talk to a person', 'get me a human please', 'let me speak to an agent'];
export const questionsAndDemands = [...questions, ...demands];
const outbursts = ['This is useless!!! Nothing works and I am FURIOUS', 'worst service ever, you are all idiots'];
const remarks = ['are you still there?', 'and the other lamp?', 'thank you so far', 'it was the blue one'];

const tap = (choice: string, text: string) => (): Words => ({ text, choice });
const oneOf =
  (texts: readonly string[]) =>
  (chance: Chance): Words => ({ text: chance.pick(texts) });
const offered =
  (choice: string) =>
  (face: Face): boolean =>
    face.choices.includes(choice);
const in_ =
  (state: Face['state']) =>
  (face: Face): boolean =>
    face.state === state;

export const customerMoves: readonly CustomerMove[] = [
  { weight: 6, when: in_('assistant'), says: oneOf(questions) },
  { weight: 2, when: in_('assistant'), says: oneOf(nonsense) },
  { weight: 8, when: in_('assistant'), says: oneOf(demands) },
  { weight: 3, when: in_('assistant'), says: oneOf(outbursts) },
  { weight: 1, when: in_('assistant') },
  { weight: 6, when: offered('solved'), says: tap('solved', 'That answers it') },
  { weight: 4, when: offered('person'), says: tap('person', 'A person, please') },
  { weight: 2, when: offered('not-now'), says: tap('not-now', 'Not now') },
  { weight: 6, when: in_('waiting'), says: oneOf(remarks) },
  { weight: 1, when: in_('waiting'), says: tap('leave-line', 'Leave the line') },
  { weight: 1, when: in_('waiting'), says: tap('leave-message', 'Leave a message') },
  { weight: 1, when: in_('waiting'), says: () => ({ text: 'Please write to me at me@example.com' }) },
  { weight: 6, when: in_('agent'), says: oneOf(remarks) },
  {
    weight: 60,
    when: ({ form }) => form === 'scale',
    says: (chance) => {
      const score = String(1 + chance.below(7));
      return { text: score, choice: score };
    },
  },
  { weight: 30, when: ({ form }) => form === 'comment', says: () => ({ text: 'went well enough' }) },
];
