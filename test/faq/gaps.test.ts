import { expect } from 'chai';
import { parse } from 'yaml';
import { checkFaq, draftsOf, gapsOf } from '../../src/faq/index.js';

const questions = [
  { text: 'do you sell hammocks' },
  { text: 'can I hire the workshop for a party', answer: 'Yes, write to events, and we will find a date with you.' },
  { text: 'do you have any hammocks' },
  { text: 'hammocks?' },
  { text: 'renting your workshop for a birthday party', answer: 'Yes, we rent it out on Saturdays from 4 pm.' },
  { text: '???' },
];

describe('gaps', () => {
  it('put together what asks the same, and count it; the most frequent come first', () => {
    const gaps = gapsOf(questions);
    expect(gaps.map(({ times }) => times)).to.deep.equal([3, 2]);
    expect(gaps[0]?.ask.every((way) => way.includes('hammock'))).to.equal(true);
    expect(gaps[1]?.answers).to.have.length(2);
  });

  it('are none when nothing was asked', () => {
    expect(gapsOf([])).to.deep.equal([]);
    expect(gapsOf([{ text: '' }, { text: '…' }])).to.deep.equal([]);
  });

  it('become drafts that are refused until somebody has written the answer', () => {
    const draft = draftsOf(gapsOf(questions), []);
    const checked = checkFaq([{ name: 'drafts.yaml', text: draft }]);
    expect(checked.kind === 'broken' && checked.problems).to.have.length(1);
    expect(checked.kind === 'broken' && checked.problems[0]).to.match(/^drafts\.yaml:\d+: .*answer: is empty/);
    expect(draft).to.match(/# asked 3 ×/);
    const written = draft.replace('answer: ""', 'answer: Not yet.');
    expect(checkFaq([{ name: 'drafts.yaml', text: written }]).kind).to.equal('ok');
  });

  it('do not take an id that exists, nor carry the address or the number of a customer', () => {
    const asked = [
      { text: 'send the hammock to jo@example.org', answer: 'I have put it on order 4410 9921 for you.' },
      { text: 'send the hammock to me, +49 170 1234567' },
    ];
    const draft = draftsOf(gapsOf(asked), ['draft-send-hammock']);
    expect(draft).not.to.match(/example\.org|1234567|9921/);
    const { entries } = parse(draft) as { entries: readonly { id: string }[] };
    expect(entries.map(({ id }) => id)).to.deep.equal(['draft-send-hammock-2']);
  });

  it('are found among thousands in one pass', () => {
    const many = Array.from({ length: 3000 }, (_, at) => ({
      text: `question about topic${String.fromCharCode(97 + (at % 7)).repeat(5)}`,
    }));
    expect(gapsOf(many).reduce((sum, { times }) => sum + times, 0)).to.equal(3000);
  });
});
