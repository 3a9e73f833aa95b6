import { expect } from 'chai';
import { type Entry, owesAnswer } from '../../src/conversation/index.js';

type Words = Pick<Entry, 'role' | 'text' | 'feeling'>;

const says = (role: Entry['role'], text = 'words'): Words => ({ role, text });
const thanks = (text: string, level: 1 | -1 = 1): Words => ({
  ...says('customer', text),
  feeling: { valence: 0, frustration: 0, level, evidence: [{ text: 'thanks', cue: 'thanks', share: 0 }] },
});
const [asks, answers, person] = [says('customer'), says('agent'), says('assistant', 'I am getting a person for you')];

describe('an answer of a person', () => {
  const cases: readonly (readonly [string, readonly Words[], boolean])[] = [
    ['to a question', [asks], true],
    ['when the assistant has said that it gets a person', [asks, person], true],
    ['when there are only notes and seams after the question', [asks, says('system'), says('note')], true],
    ['no more once one has answered', [asks, person, says('system'), answers], false],
    ['again when the customer goes on', [asks, answers, asks], true],
    ['to thanks: not', [asks, answers, thanks('Thank you so much.')], false],
    ['to thanks twice: not', [asks, answers, thanks('thanks'), thanks('thank you!')], false],
    ['to thanks with a question', [asks, answers, thanks('Thanks. And the lamp?')], true],
    ['to bitter thanks', [asks, answers, thanks('Thanks for nothing.', -1)], true],
    ['to long thanks', [asks, answers, thanks(`Thanks, but ${'the other one is broken as well, '.repeat(3)}`)], true],
    ['to a question that thanks follow before any answer', [asks, answers, asks, thanks('thanks')], true],
    ['where nobody has answered before the thanks', [asks, thanks('thank you')], true],
  ];
  for (const [name, entries, owed] of cases) {
    it(`is ${owed ? '' : 'not '}owed ${name}`, () => expect(owesAnswer(entries)).to.equal(owed));
  }
});
