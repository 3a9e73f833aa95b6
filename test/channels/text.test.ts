import { expect } from 'chai';
import { choiceOf, numberOf, toText } from '../../src/channels/text.js';
import type { Choice, Entry, VisibleEntry } from '../../src/conversation/index.js';

const entry = (role: 'assistant' | 'customer' | 'agent', choices?: readonly Choice[]): VisibleEntry => ({
  seq: 1,
  at: 0,
  role,
  stint: 'bot',
  text: 'words',
  ...(choices === undefined ? {} : { choices }),
});
const scale = ['1', '2', '7'].map((title) => ({ title, value: title }));
const pair = ['Yes', 'No'].map((title) => ({ title, value: title.toLowerCase() }));

describe('text for channels without buttons', () => {
  it('numbers choices, but not those that are numbers', () => {
    expect(toText(entry('assistant', pair))).to.equal('words\n\n1. Yes\n2. No');
    expect(toText(entry('assistant', scale))).to.equal('words\n\n1 · 2 · 7');
  });

  for (const [text, number] of [
    ['2', 2],
    [' 2. ', 2],
    ['2)', 2],
    ['2 lamps', undefined],
    ['123', undefined],
    ['', undefined],
  ] as const) {
    it(`reads "${text}" as ${number}`, () => expect(numberOf(text)).to.equal(number));
  }

  for (const [what, number, entries, value] of [
    ['the first', 1, [entry('assistant', pair)], 'yes'],
    ['one that was not offered', 3, [entry('assistant', pair)], undefined],
    ['what a note stands behind', 2, [entry('assistant', pair), { ...entry('agent'), role: 'note' } as Entry], 'no'],
    ['what was answered already', 1, [entry('assistant', pair), entry('customer')], undefined],
    ['a number of a scale, which is its own word', 3, [entry('assistant', scale)], undefined],
  ] as const) {
    it(`finds ${what}`, () => expect(choiceOf(number, entries)?.value).to.equal(value));
  }
});
