import { expect } from 'chai';
import { reviewFaq } from '../../src/faq/index.js';
import { smallBase } from './base.js';

describe('reviewFaq', () => {
  it('has nothing to say about entries that keep apart', () => {
    expect(reviewFaq(smallBase)).to.deep.equal([]);
  });

  it('names a question that two entries share, in whatever form, with both places', () => {
    const twin = {
      ...smallBase[1]!,
      id: 'car-park',
      title: 'Garage',
      ask: ['Is parking there?', 'garage for cars', 'underground garage', 'multi-storey garage'],
      at: 'b.yaml:9',
    };
    expect(reviewFaq([...smallBase, twin])[0]).to.equal(
      'b.yaml:9: "Is parking there?" is asked in "car-park" and in "parking" (parking)',
    );
  });

  it('names entries that take questions from each other', () => {
    const shadow = { ...smallBase[0]!, id: 'shadow', at: 'c.yaml:3' };
    expect(reviewFaq([...smallBase, shadow]).join('\n')).to.match(/"(hours|shadow)" is too much like "(shadow|hours)"/);
  });

  it('names entries for the same question in other words, though each knows its own ways', () => {
    const entry = (id: string, at: string, ask: readonly string[]) => ({ ...smallBase[0]!, id, title: id, at, ask });
    const one = entry('gift', 'e.yaml:1', [
      'do you sell gift cards',
      'buy a gift card',
      'where can I get gift cards',
      'gift card for a friend',
      'how much is a gift card',
      'a voucher as a gift',
    ]);
    const other = entry('voucher', 'e.yaml:12', [
      'do you have gift cards',
      'get a gift card',
      'can I buy gift cards here',
      'gift card for my mother',
      'what does a gift card cost',
      'vouchers to give away',
    ]);
    expect(reviewFaq([...smallBase, one, other])).to.deep.equal([
      'e.yaml:12: "voucher" is too much like "gift" (e.yaml:1)',
    ]);
  });

  it('names an entry that only its very words lead to', () => {
    const riddle = { ...smallBase[0]!, id: 'riddle', title: 'Riddle', at: 'd.yaml:5' };
    const ask = ['zebra crossing', 'violet umbrella', 'quantum soup', 'frozen yacht'];
    expect(reviewFaq([...smallBase, { ...riddle, ask }])).to.deep.equal([
      'd.yaml:5: "riddle" is reached by its very words only; add ways that share words',
    ]);
  });
});
