/** What is known at all, and which answer it is, are two questions; the bar keeps to the second. */
import { expect } from 'chai';
import { createFaq } from '../../src/faq/index.js';
import { knowledge } from '../support/mind.js';
import { smallBase } from './base.js';

const { faq } = knowledge;

describe('the confidence of a base', () => {
  for (const text of ['delivery', 'my refund', 'return it to the shop', 'gift card']) {
    it(`knows of "${text}" more surely than which of two answers is meant`, () => {
      const { ranked, known, confidence } = faq.rank(text);
      expect(known, 'known').to.be.above(0.5);
      expect(confidence, 'right').to.be.below(known);
      expect(ranked[0]?.entry.tags.filter((tag) => ranked[1]?.entry.tags.includes(tag))).not.to.deep.equal([]);
    });
  }

  const leading = ['can I cancel my order', 'how long does delivery take', 'my card was declined'];
  for (const text of leading) {
    it(`answers "${text}", where one leads`, () => {
      expect(faq.rank(text).confidence).to.be.above(0.6);
      expect(faq.ask(text).kind).to.equal('answer');
    });
  }

  it('answers less the fewer wrong answers are wanted', () => {
    const answers = (wrongRate: number): number => {
      const strict = createFaq(smallBase, { wrongRate });
      const texts = smallBase.flatMap(({ ask }) => ask.map((way) => way.split(' ').slice(1).join(' ')));
      return texts.filter((text) => strict.ask(text).kind === 'answer').length;
    };
    const counts = [0, 0.1, 0.25, 0.5].map(answers);
    expect(counts).to.deep.equal(counts.toSorted((one, other) => one - other));
    expect(counts[0]).to.be.below(counts[3]!);
  });
});
