import { expect } from 'chai';
import fc from 'fast-check';
import {
  calibrationGap,
  checkLabelled,
  confusionsOf,
  entriesOf,
  reliability,
  type ScoredRow,
  scoreRows,
  weakEntries,
} from '../../src/faq/index.js';

const row = (label: string, answer: string | null, seen: { ranked: string; confidence?: number }): ScoredRow => ({
  label,
  text: `about ${label}`,
  ranked: Array.from(seen.ranked, (id, place) => ({ id, score: 1 / (place + 1) })),
  known: seen.confidence ?? 0.5,
  confidence: seen.confidence ?? 0.5,
  answer,
});

const rows: readonly ScoredRow[] = [
  row('a', 'a', { ranked: 'abcd', confidence: 0.9 }),
  row('a', null, { ranked: 'abcd', confidence: 0.2 }),
  row('b', 'c', { ranked: 'cdba', confidence: 0.6 }),
  row('b', null, { ranked: 'cdab', confidence: 0.3 }),
  row('oos', null, { ranked: 'abcd', confidence: 0.1 }),
  row('oos', 'a', { ranked: 'abcd', confidence: 0.7 }),
];

describe('reliability', () => {
  it('holds what was promised against what was right, tenth by tenth, strangers included', () => {
    const curve = reliability(rows);
    expect(curve.map(({ from, asked, right }) => [from, asked, right])).to.deep.equal([
      [0.1, 1, 0],
      [0.2, 1, 1],
      [0.3, 1, 0],
      [0.6, 1, 0],
      [0.7, 1, 0],
      [0.9, 1, 1],
    ]);
    expect(calibrationGap(curve)).to.be.closeTo((0.1 + 0.8 + 0.3 + 0.6 + 0.7 + 0.1) / 6, 1e-12);
  });

  it('has no gap where every promise is kept, and counts certainty in the last tenth', () => {
    const kept = [row('a', 'a', { ranked: 'ab', confidence: 1 }), row('oos', null, { ranked: 'ab', confidence: 0 })];
    expect(calibrationGap(reliability(kept))).to.equal(0);
    expect(calibrationGap([])).to.equal(0);
  });
});

describe('scoreRows', () => {
  it('counts the first and the first three places of questions in scope, whatever was decided', () => {
    expect(scoreRows(rows)).to.include({ top1: 0.5, recall3: 0.75 });
  });

  it('counts questions out of scope that were not answered', () => {
    expect(scoreRows(rows).oosRecall).to.equal(0.5);
    expect(scoreRows(rows.slice(0, 4)).oosRecall).to.equal(null);
  });

  it('measures separation by ranks: 5 of 8 pairs are the right way round', () => {
    expect(scoreRows(rows).auroc).to.equal(5 / 8);
    expect(scoreRows(rows.slice(0, 4)).auroc).to.equal(null);
  });

  it('gives the correlation of the textbook: 1 for all right, 0 for always the same', () => {
    const right = rows.map((each) => ({ ...each, answer: each.label === 'oos' ? null : each.label }));
    expect(scoreRows(right).mcc).to.be.closeTo(1, 1e-12);
    expect(scoreRows(rows.map((each) => ({ ...each, answer: 'a' }))).mcc).to.equal(0);
  });

  it('agrees with the two-class formula', () => {
    const cell = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(fc.tuple(cell, cell, cell, cell), ([tp, fn, fp, tn]) => {
        const made = [
          ...Array.from({ length: tp }, () => row('a', 'a', { ranked: 'a' })),
          ...Array.from({ length: fn }, () => row('a', null, { ranked: 'a' })),
          ...Array.from({ length: fp }, () => row('oos', 'a', { ranked: 'a' })),
          ...Array.from({ length: tn }, () => row('oos', null, { ranked: 'a' })),
        ];
        const expected = (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
        expect(scoreRows(made).mcc).to.be.closeTo(expected, 1e-9);
      }),
    );
  });

  it('scores nothing as nothing', () => {
    expect(scoreRows([])).to.deep.equal({ top1: 0, recall3: 0, mcc: 0, oosRecall: null, auroc: null });
  });
});

describe('what a person is told', () => {
  it('names confusions, most frequent first', () => {
    expect(confusionsOf([...rows, row('b', 'c', { ranked: 'c' })])[0]).to.deep.equal({
      label: 'b',
      instead: 'c',
      times: 2,
      example: 'about b',
    });
  });

  it('names entries found for less than half of their questions', () => {
    expect(weakEntries(rows)).to.deep.equal([{ label: 'b', asked: 2, right: 0 }]);
  });
});

describe('checkLabelled', () => {
  const read = (text: string) => checkLabelled({ name: 'q.tsv', text });

  it('reads label and text, passes over further columns and empty lines', () => {
    const checked = read('\uFEFFa\twhere is it\t17\r\n\r\noos\thello there\n');
    expect(checked.kind === 'ok' && checked.value).to.deep.equal([
      { label: 'a', text: 'where is it', at: 'q.tsv:1' },
      { label: 'oos', text: 'hello there', at: 'q.tsv:3' },
    ]);
  });

  it('names every line that is wrong', () => {
    const checked = read('a\tfine\nno tab here\n\tno label\nb\t \n');
    expect(checked.kind === 'broken' && checked.problems.map((problem) => problem.split(': ')[0])).to.deep.equal([
      'q.tsv:2',
      'q.tsv:3',
      'q.tsv:4',
    ]);
  });

  it('refuses an empty file', () => {
    expect(read('\n\n').kind).to.equal('broken');
  });

  it('makes one entry of each label, without questions out of scope and without empty examples', () => {
    const rows = ['a\tone way', 'b\tanother', 'a\tsecond way', 'a\t?!', 'oos\tnothing'].join('\n');
    const checked = read(rows);
    const entries = checked.kind === 'ok' ? entriesOf(checked.value) : [];
    expect(entries.map(({ id, ask }) => [id, ask])).to.deep.equal([
      ['a', ['one way', 'second way']],
      ['b', ['another']],
    ]);
  });
});
