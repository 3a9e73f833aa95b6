/** What goes on from the last answer is about the same: in the shop's own base, through the door that the assistant uses. */
import { expect } from 'chai';
import { withTopic } from '../../src/faq/topic.js';
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
    ['delivery-time', 'and to Norway?', 'delivery-abroad'],
    ['delivery-cost', 'and to Poland?', 'delivery-abroad'],
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

  const remarks = [
    ...['why is that', 'but no', 'but why', 'and then', 'but that is not so', 'or not', 'and so what', 'what is that'],
    ...['is that so', 'and you', 'but who are you', 'also this', 'and what is it', 'but it is', 'but yes', 'but ok'],
    ...['aber nein', 'aber warum', 'und dann', 'oder nicht', 'warum ist das so', 'und was ist das', 'aber ja doch'],
    ...['oder so', 'auch das noch', 'und wer bist du', 'aber das ist nicht gut'],
  ];
  it('is none when it only remarks on it', () => {
    for (const last of ['delivery-time', 'return-how', 'order-cancel']) {
      const entry = faq.entry(last)!;
      expect(remarks.filter((text) => withTopic(text, entry) !== undefined)).to.deep.equal([]);
      expect(remarks.filter((text) => said(text, last) === 'answer' || said(text, last) !== said(text))).to.deep.equal(
        [],
      );
    }
  });

  it('is one in German, too', () => {
    const entry = faq.entry('delivery-time')!;
    const asked = [
      'und wie viel kostet das',
      'was ist mit Samstag',
      'aber nach Norwegen?',
      'wie lange denn',
      'und wann?',
    ];
    const long = asked.filter((text) => text.split(' ').length > 1);
    for (const text of long) expect(withTopic(text, entry), text).to.match(/^\w+ /);
  });

  it('is one in eight words, and stands by itself in nine', () => {
    const entry = faq.entry('delivery-time')!;
    expect(withTopic('and how much is it to Norway then', entry)).to.be.a('string');
    expect(withTopic('and how much is it all to Norway', entry)).to.be.a('string');
    expect(withTopic('and how much is it all to Norway then', entry)).to.equal(undefined);
    expect(withTopic('und wie viel kostet das nach Norwegen heute', entry)).to.be.a('string');
    expect(withTopic('und wie viel kostet das nach Norwegen heute noch', entry)).to.equal(undefined);
  });
});
