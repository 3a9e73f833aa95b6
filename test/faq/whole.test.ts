/** A part of a message answers alone only where the whole agrees; a statement is a question about it. */
import { expect } from 'chai';
import { knowledge } from '../support/mind.js';

const { faq } = knowledge;

describe('a part of a message', () => {
  const overruled: readonly (readonly [string, string])[] = [
    ['got a text to pay 1.99 via a link, is that you', 'return-label'],
    ['I got an email saying my account is locked, do you send those', 'delivery-abroad'],
    ['someone called and asked for my pin, is that right', 'order-status'],
    ['my neighbour has your tent, is it any good', 'product-reviews'],
    ['I lost my job, can you wait', 'order-status'],
    ['I have a question about a chair, where are you', 'order-status'],
  ];
  for (const [text, never] of overruled) {
    it(`never overrules the whole: "${text}"`, () => {
      const result = faq.ask(text);
      const ids = result.kind === 'answer' ? [result.entry.id, result.more?.id] : [];
      expect(ids).not.to.include(never);
      // an answer is the whole's own, one of its first three
      const first = faq
        .rank(text)
        .ranked.slice(0, 3)
        .map(({ entry }) => entry.id);
      for (const id of ids.filter((one) => one !== undefined)) expect(first).to.include(id);
    });
  }

  const both: readonly (readonly [string, string, string])[] = [
    ['how long does delivery take, and do you deliver on Saturdays?', 'delivery-time', 'delivery-day'],
    ['how do I cancel my order and how long does delivery take', 'order-cancel', 'delivery-time'],
    ['how do I reset my password? and how do I delete my account?', 'password-reset', 'account-delete'],
  ];
  for (const [text, one, other] of both) {
    it(`answers for itself where two things are asked: "${text}"`, () => {
      const result = faq.ask(text);
      expect(result.kind === 'answer' && [result.entry.id, result.more?.id]).to.deep.equal([one, other]);
    });
  }

  for (const [text, id] of [
    ['it is my first order here. how long does delivery take?', 'delivery-time'],
    ['I have a question. how do I return something?', 'return-how'],
  ] as const) {
    it(`still answers from inside a story: "${text}"`, () => {
      const result = faq.ask(text);
      expect(result.kind === 'answer' && result.entry.id).to.equal(id);
    });
  }
});

describe('a statement', () => {
  for (const [text, id] of [
    ['it broke', 'order-damaged'],
    ['box had 3 plates, I paid for 4', 'order-missing-item'],
    ['supposed to be 4 chairs and I count 3', 'order-missing-item'],
    ['colour is not what I ordered', 'order-wrong-item'],
    ['my card was declined', 'payment-declined'],
    ['my parcel was supposed to be here yesterday', 'delivery-late'],
  ] as const) {
    it(`is a question about it: "${text}"`, () => {
      const result = faq.ask(text);
      const ids =
        result.kind === 'answer'
          ? [result.entry.id]
          : result.kind === 'small-talk'
            ? []
            : (result.kind === 'clarify' ? result.entries : result.near).map((entry) => entry.id);
      expect(ids[0]).to.equal(id);
    });
  }

  for (const text of [
    'I have 4 sons and my brother has 3',
    'we won 3 to 4',
    'it rained all day',
    'she paid for dinner',
  ]) {
    it(`is none of ours: "${text}"`, () => {
      expect(faq.ask(text).kind).not.to.equal('answer');
    });
  }
});
