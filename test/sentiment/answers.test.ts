import { expect } from 'chai';
import { decide } from '../../src/escalation/index.js';
import { freshMood, type Mood } from '../../src/conversation/index.js';
import { knowledge } from '../support/mind.js';
import { shippedReader } from './shipped.js';

const reader = shippedReader();
const felt = (assistant: string, text: string) =>
  reader.read(text, { assistant, customer: ['a question'] }).frustration;

/** What the assistant asked, and a plain answer to it. */
const answers = [
  ['Which colour would you like?', "I don't care"],
  ['Do you want it gift wrapped?', 'No, I do not.'],
  ['Which part of town do you want to stay in?', 'No, the west would suit me'],
  ['Is there a floor you prefer?', 'not really'],
  ['Do you have an order number?', "No, I don't have one"],
  ['Would you like a table as well?', 'no, not a table'],
  ['Do you need it before Friday?', 'No, it does not have to be'],
  ['How many would you like?', 'not more than two'],
] as const;

/** The same words where they say that it did not help. */
const refusals = [
  ['Did that help?', 'no'],
  ['Is your problem solved?', 'No, it is not'],
  ['You can track it by the link in the mail.', 'no, it does not'],
  ['I am sorry, I could not find that.', 'no!'],
] as const;

describe('a word means what it answers', () => {
  it('is no frustration as an answer to what was asked', () => {
    for (const [assistant, text] of answers) expect(felt(assistant, text), text).to.be.below(0.5);
  });

  it('is more frustrated where it says that it did not help', () => {
    for (const [assistant, text] of refusals) {
      expect(felt(assistant, text), text).to.be.above(felt('Which colour would you like?', text));
    }
  });
});

describe('one message', () => {
  const frustrated = 'this is useless, nobody helps me and nothing works';
  const names = (mood: Mood, text: string) => {
    const input = { feeling: reader.read(text), text, before: ['a', 'b'], failures: 0, contacts: 0 };
    return decide(knowledge.policy, { ...input, mood }).decision.receipt.signals.map(({ name }) => name);
  };
  const after = (trend: readonly number[]): Mood => ({
    ...freshMood,
    turns: trend.length,
    trend,
    smooth: trend.reduce((smooth, one) => (smooth + one) / 2, 0),
  });

  it('is no frustration over several messages, and none that rises', () => {
    for (const trend of [[], [0.1], [0.1, 0.1, 0.1], [0.9], [0.1, 0.9], [0.9, 0.1, 0.1]]) {
      expect(names(after(trend), frustrated), `${trend.length}`).not.to.include('sustained');
    }
    expect(names(after([0.1]), frustrated)).not.to.include('rising');
  });

  it('goes on with the messages before it, and rises above them', () => {
    expect(names(after([0.8, 0.8]), frustrated)).to.include('sustained');
    expect(names(after([0.1, 0.1]), frustrated)).to.include('rising');
  });
});
