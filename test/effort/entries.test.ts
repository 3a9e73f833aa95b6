import { expect } from 'chai';
import { entryFigures } from '../../src/effort/index.js';

describe('the figures of entries', () => {
  it('add up over hours and shards, most shown first; effort is a mean over ended episodes', () => {
    const figures = entryFigures([
      { at: 0, counters: { 'faq:shown:a': 2, 'faq:solved:a': 1, 'faq:effort:a': 30, 'faq:ended:a': 1, episodes: 9 } },
      { at: 0, counters: { 'faq:shown:b': 5, 'faq:unsolved:b': 2, 'faq:escalated:b': 1, 'faq:clarified:b': 3 } },
      { at: 1, counters: { 'faq:shown:a': 1, 'faq:effort:a': 50, 'faq:ended:a': 1, 'faq:odd:a': 4 } },
    ]);
    expect(figures).to.deep.equal([
      { id: 'b', shown: 5, solved: 0, unsolved: 2, clarified: 3, escalated: 1 },
      { id: 'a', shown: 3, solved: 1, unsolved: 0, clarified: 0, escalated: 0, effort: 40 },
    ]);
  });

  it('are none where nothing was counted', () => {
    expect(entryFigures([])).to.deep.equal([]);
  });

  it('come by how often they were shown, then by how often they were a choice, then by their ids', () => {
    const counters = {
      'faq:clarified:late': 1,
      'faq:clarified:early': 2,
      'faq:shown:b': 1,
      'faq:shown:a': 1,
      'faq:clarified:c': 1,
      'faq:shown:often': 2,
    };
    const ids = (of: Readonly<Record<string, number>>) => entryFigures([{ at: 0, counters: of }]).map(({ id }) => id);
    const order = ['often', 'a', 'b', 'early', 'c', 'late'];
    expect(ids(counters)).to.deep.equal(order);
    expect(ids(Object.fromEntries(Object.entries(counters).reverse()))).to.deep.equal(order);
  });

  it('have a mean effort from the first episode that ended, and none before', () => {
    const [once] = entryFigures([{ at: 0, counters: { 'faq:effort:a': 30, 'faq:ended:a': 1 } }]);
    expect(once).to.deep.equal({ id: 'a', shown: 0, solved: 0, unsolved: 0, clarified: 0, escalated: 0, effort: 30 });
    expect(entryFigures([{ at: 0, counters: { 'faq:effort:a': 30 } }])[0]).to.not.have.property('effort');
  });

  it('are of counters of entries alone, whatever letters an id has', () => {
    const counters = { 'x-faq:shown:a': 1, 'faq:shown:': 2, 'faq:odd:a': 3, 'faq:shown:a:b\nc': 4 };
    const found = entryFigures([{ at: 0, counters }]).map(({ id, shown }) => [id, shown]);
    expect(found).to.deep.equal([['a:b\nc', 4]]);
  });
});
