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
});
