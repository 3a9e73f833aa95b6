import { expect } from 'chai';
import { lessonsOf } from '../../src/insights/index.js';
import { anEntry } from '../support/mind.js';
import { smallBase } from '../faq/base.js';

const ask = (seq: number, text: string) => anEntry({ seq, text });
const pick = (seq: number, value: string) => anEntry({ seq, text: 'A title', value });
const answer = (seq: number, faq: string) => anEntry({ seq, role: 'assistant', text: 'So it is.', faq });
const agent = (seq: number, text: string) => anEntry({ seq, role: 'agent', text });
const offer = (seq: number, ...values: readonly string[]) =>
  anEntry({ seq, role: 'assistant', text: 'Which?', choices: values.map((value) => ({ title: value, value })) });
const told = (...transcript: Parameters<typeof lessonsOf>[0]) => lessonsOf(transcript, smallBase);

describe('what an episode teaches', () => {
  const asked = ask(1, 'a spot for my car');
  const parking = { text: 'a spot for my car', id: 'parking' };

  it('is what was picked from "did you mean"', () => {
    const found = told(
      asked,
      offer(2, 'faq:hours', 'faq:parking', 'none'),
      pick(3, 'faq:parking'),
      answer(4, 'parking'),
    );
    expect(found).to.deep.equal([{ ...parking, fits: true }]);
  });

  it('is that an answer was enough, or that it was not', () => {
    expect(told(asked, answer(2, 'parking'), pick(3, 'solved'))).to.deep.equal([{ ...parking, fits: true }]);
    expect(told(asked, answer(2, 'parking'), pick(3, 'not-solved'))).to.deep.equal([{ ...parking, fits: false }]);
  });

  it('is what an agent answered with', () => {
    expect(told(asked, agent(2, 'Hello. Answer to parking. Anything else?'))).to.deep.equal([
      { ...parking, fits: true },
    ]);
  });

  it('is nothing of what was picked before anything was asked, from another list, or instead of it', () => {
    expect(told(offer(1, 'faq:hours', 'none'), pick(2, 'faq:hours'))).to.deep.equal([]);
    expect(told(ask(1, 'good morning'), offer(2, 'faq:hours', 'faq:parking'), pick(3, 'faq:hours'))).to.deep.equal([]);
    expect(told(asked, offer(2, 'faq:hours', 'none'), pick(3, 'none'))).to.deep.equal([]);
    expect(told(asked, answer(2, 'parking'), ask(3, 'and on Sunday'), pick(4, 'solved'))).to.deep.equal([]);
    expect(told(asked, agent(2, 'Where are you?'))).to.deep.equal([]);
  });
});
