/** What goes on from the last answer is about the same: in the shop's own base, through the door that the assistant uses. */
import { expect } from 'chai';
import { knowledge } from '../support/mind.js';

const { faq } = knowledge;
const said = (text: string, last?: string): string => {
  const after = last === undefined ? undefined : faq.entry(last);
  const result = faq.ask(text, after === undefined ? {} : { after });
  return result.kind === 'answer' ? result.entry.id : result.kind;
};

describe('a question that goes on from the last answer', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['delivery-time', 'how much is it?', 'delivery-cost'],
    ['delivery-time', 'and how much is it', 'delivery-cost'],
    ['delivery-time', 'and what about on Saturday?', 'delivery-day'],
    ['return-how', 'and who pays?', 'return-cost'],
    ['return-how', 'and without the receipt?', 'return-without-receipt'],
  ];
  for (const [last, text, answer] of cases) {
    it(`takes the topic of ${last}: "${text}"`, () => {
      expect(said(text, last)).to.equal(answer);
    });
  }

  const alone: readonly (readonly [string, string])[] = [
    ['delivery-time', 'and what is the capital of Peru'],
    ['return-how', 'and who painted the ceiling of the chapel'],
    ['delivery-time', 'how many moons does jupiter have'],
    ['return-how', 'no'],
    ['return-how', 'ok'],
    ['delivery-time', 'and what about returns?'],
    ['delivery-time', 'and the warranty?'],
    ['return-how', 'and gift cards?'],
  ];
  for (const [last, text] of alone) {
    it(`is answered no better than alone when it is about something else: "${text}"`, () => {
      expect(said(text, last)).to.equal(said(text));
    });
  }

  it('never brings the same answer again', () => {
    expect(said('and how long is it?', 'delivery-time')).not.to.equal('delivery-time');
  });
});
