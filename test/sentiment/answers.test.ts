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
  // an offer, a question or something to be confirmed may end without a question mark
  ['Please confirm: one room from 11 March to 13 March.', 'No, sorry, please make that 14 March instead.'],
  ['Please confirm your appointment at 3:45 pm.', 'No, it should be the 4th of this month.'],
  ['You would like two tickets for Monday, is that correct?', "No, that's wrong. I need them for Tuesday."],
  ['I can get the tickets if you want me to.', "No, I don't need you to do that"],
  ['Should I go ahead and make an appointment.', 'No. We want to go there right now.'],
  ['what about the one in green', 'no, please find me a red one'],
  // who could not do one thing offers another
  ['I could not find one in oak. Would you be interested in pine?', 'No, but a walnut one would do.'],
  // one of several is shown, to be taken or left
  [
    "I've found a table by Harbour, it is located in the garden section.",
    'That does not work for me. What else is there?',
  ],
  ['There is another one in blue.', "No, I don't like it. What else did you find?"],
  // they take it on themselves
  ['Your parcel goes to Long Street 4.', 'Oops, sorry! I forgot that I moved. Please make it Short Street 2.'],
  ['It is booked for three.', 'I apologize, it is actually for four.'],
] as const;

/** The same words where they say that it did not help. */
const refusals = [
  ['Did that help?', 'no'],
  ['Is your problem solved?', 'No, it is not'],
  ['You can track it by the link in the mail.', 'no, it does not'],
  ['I am sorry, I could not find that.', 'no!'],
] as const;

/** Anger stays anger, whatever it answers. */
const angry = [
  ['Please confirm your appointment at 3:45 pm.', 'No!! I have told you three times that this is wrong'],
  ['Which colour would you like?', 'I do not care, this is useless, you never listen'],
  ['Should I go ahead and make an appointment.', 'No, this is ridiculous, I am fed up'],
  ['There is another one in blue.', 'No, these are all terrible, what a waste of time'],
  ['I can get the tickets if you want me to.', 'No, I want my money back, this is a disgrace'],
  ['It is booked for three.', 'Wrong again. I said four, are you even reading this?'],
  ['Would you be interested in pine?', 'No. Nobody answers my question. This is awful.'],
  ['I could not find one in oak. Would you be interested in pine?', 'no, forget it, you are useless'],
  ['Please confirm: one room from 11 March.', 'That is not what I asked for. I am so angry.'],
  ['what about the one in green', 'no, for the third time, I hate green'],
] as const;

describe('a word means what it answers', () => {
  it('is no frustration as an answer to what was asked', () => {
    for (const [assistant, text] of answers) expect(felt(assistant, text), text).to.be.below(0.5);
  });

  it('stays anger where it is angry', () => {
    for (const [assistant, text] of angry) expect(felt(assistant, text), text).to.be.at.least(0.5);
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
    for (const trend of [[0.1], [0.9], [0.1, 0.1], [0.1, 0.1, 0.1, 0.1, 0.1]]) {
      expect(names(after(trend), frustrated), `${trend.length}`).not.to.include('rising');
    }
  });

  it('goes on with the messages before it, and with their rise', () => {
    expect(names(after([0.8, 0.8]), frustrated)).to.include('sustained');
    expect(names(after([0.1, 0.9]), frustrated)).to.include('rising');
  });
});
