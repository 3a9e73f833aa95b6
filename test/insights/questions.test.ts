import { expect } from 'chai';
import { questionsOf } from '../../src/insights/index.js';
import { anEntry } from '../support/mind.js';

const customer = (seq: number, text: string) => anEntry({ seq, text });
const assistant = (seq: number, missed?: number) =>
  anEntry({ seq, role: 'assistant', text: 'I do not know.', ...(missed === undefined ? {} : { missed }) });
const agent = (seq: number, text: string) => anEntry({ seq, role: 'agent', text });

describe('open questions of an episode', () => {
  it('are those the assistant failed, with what an agent said to them later', () => {
    const found = questionsOf([
      customer(1, 'do you sell hammocks'),
      assistant(2, 1),
      customer(3, 'where are you'),
      assistant(4),
      agent(5, 'Hi, I am Ana.'),
      agent(6, 'Not yet, but they come in May with the tents.'),
    ]);
    expect(found).to.deep.equal([
      { text: 'do you sell hammocks', answer: 'Not yet, but they come in May with the tents.' },
    ]);
  });

  it('are the last words before an agent came, when the assistant failed none', () => {
    const found = questionsOf([
      customer(1, 'please check the bill of May'),
      agent(2, 'The bill of May is paid, all is well.'),
    ]);
    expect(found).to.deep.equal([
      { text: 'please check the bill of May', answer: 'The bill of May is paid, all is well.' },
    ]);
  });

  it('are none when all went well', () => {
    expect(questionsOf([customer(1, 'where are you'), assistant(2)])).to.deep.equal([]);
    expect(questionsOf([])).to.deep.equal([]);
  });
});
