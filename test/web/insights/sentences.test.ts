/** The answers to the page's questions, and the strip of an episode. */
import { expect } from 'chai';
import * as sentences from '../../../src/web/insights/sentences.js';
import { strip, totals } from '../../../src/web/insights/strip.js';
import { effortBand, standing } from '../../../src/web/insights/words.js';
import { episode, hour, plain, summary } from './cases.js';

const expectWords = (words: string | undefined) => expect(plain(words));

describe('"Are people waiting?"', () => {
  const cases = [
    [{ waiting: 0, assigned: 0, agents: 0 }, 'Nobody is waiting, nobody is at the desk.'],
    [{ waiting: 0, assigned: 2, agents: 1 }, 'Nobody is waiting, 2 customers are with a person, 1 agent at the desk.'],
    [
      { waiting: 1, assigned: 0, agents: 0, longestWait: 61_000 },
      '1 person is waiting, the longest for 1 min 1 s; nobody is at the desk.',
    ],
    [{ waiting: 4, assigned: 2, agents: 3 }, '4 people are waiting; 3 agents at the desk.'],
  ] as const;
  for (const [live, words] of cases) it(words, () => expectWords(sentences.waitingAnswer(live)).to.equal(words));
});

describe('"Does the assistant solve it?"', () => {
  it('separates what is certain from what is assumed, and both from giving up', () => {
    const outcomes = { solved: 30, assumed: 30, helped: 20, unanswered: 15, 'gave-up': 5 };
    expectWords(sentences.solveAnswer(summary({ ended: 100, outcomes }))).to.equal(
      'Of 100 ended cases, 30 % were solved for certain and 60 % at most. 20 % were helped by a person, 20 % left with nothing.',
    );
  });

  it('says so when nothing has ended', () =>
    expectWords(sentences.solveAnswer(summary())).to.equal('No case has ended in this period yet.'));
});

describe('"Where is it hard?"', () => {
  const name = () => 'on Monday';

  it('names the hour with the longest waits', () => {
    const figures = summary({ effort: { n: 10, mean: 30, high: 2 }, waits: { ...summary().waits, all: { n: 4 } } });
    expectWords(sentences.hardAnswer(figures, hour(0, { longestWait: 120_000 }), name)).to.equal(
      '2 of 10 ended cases cost the customer high effort. The longest wait began on Monday: 2 min.',
    );
  });

  it('does not invent figures that are not there', () =>
    expectWords(sentences.hardAnswer(summary(), undefined, name)).to.equal(
      'No case has ended yet, so there is no effort to show. Nobody waited for a person.',
    ));
});

describe('"How easy was it?"', () => {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  const cases = [
    [{ asked: 0, n: 0, easy: 0, counts }, 'Nobody has been asked yet.'],
    [{ asked: 3, n: 0, easy: 0, counts }, '3 customers asked, none has answered.'],
    [
      { asked: 9, n: 4, easy: 3, counts },
      '3 of 4 answers found it easy. So few answers can be chance. Who gave up or fell silent was not asked.',
    ],
    [
      { asked: 90, n: 40, mean: 5.5, easy: 30, counts },
      '75 % of 40 answers found it easy, 5.5 of 7 on average. Who gave up or fell silent was not asked.',
    ],
  ] as const;
  for (const [ces, words] of cases) it(words, () => expectWords(sentences.easyAnswer(ces)).to.equal(words));
});

describe('"Who is at risk?"', () => {
  const rows = [
    episode('calm', { effort: 10 }),
    episode('hard', { effort: 70 }),
    episode('left', { effort: 20, outcome: 'gave-up' }),
    episode('angry', { effort: 20, level: -3, state: 'assigned' }),
    episode('was angry', { effort: 30, level: -3 }),
  ];

  it('are hard cases, those who left, and unhappy people who are still here; hardest first', () => {
    expect(sentences.hardest(rows, 9).map(({ id }) => id)).to.deep.equal(['hard', 'angry', 'left']);
    expect(sentences.hardest(rows, 1)).to.have.length(1);
  });

  it('says among how many it looked', () => {
    expect(sentences.riskAnswer(rows, true)).to.equal('3 of 5 cases of this period were hard or went without help.');
    expect(sentences.riskAnswer(rows.slice(0, 1), false)).to.equal(
      'Nobody: none of the newest 1 case was hard or went without help.',
    );
    expect(sentences.riskAnswer([], true)).to.equal('There are no cases in this period.');
  });
});

describe('the strip of an episode', () => {
  const spans = [
    { kind: 'bot', from: 1000, to: 2000 },
    { kind: 'queue', from: 2000, to: 4000 },
    { kind: 'agent', from: 4000, to: 5000 },
  ] as const;
  const said = { role: 'customer', text: '', stint: 'bot' } as const;
  const feels = (level: -3 | 0, cue?: 'repetition') => ({
    valence: 0,
    frustration: 0,
    level,
    evidence: cue ? [{ text: 'again', cue, share: 0.2 }] : [],
  });
  const entries = [
    { ...said, seq: 1, at: 1000, feeling: feels(0) },
    { ...said, seq: 2, at: 2000, feeling: feels(-3, 'repetition') },
    { seq: 3, at: 2000, role: 'system', text: '', mark: 'queued', stint: 'queue' },
    { seq: 4, at: 5000, role: 'assistant', text: 'How easy?', form: 'scale', stint: 'none' },
    { ...said, seq: 5, at: 9000, feeling: feels(0) },
  ] as const;
  const found = strip({ spans, entries });

  it('places stints side by side from 0 to 1', () => {
    expect(found?.blocks.map(({ left, width }) => [left, width])).to.deep.equal([
      [0, 0.25],
      [0.25, 0.5],
      [0.75, 0.25],
    ]);
  });

  it('marks what was said again, changes of hands and the survey', () => {
    expect(found?.marks.map(({ kind, left }) => [kind, left])).to.deep.equal([
      ['repeat', 0.25],
      ['transfer', 0.25],
      ['survey', 1],
    ]);
  });

  it('marks a ticket that was passed on', () => {
    const passed = {
      seq: 6,
      at: 4500,
      role: 'system',
      text: 'Ana passed you on.',
      mark: 'passed',
      stint: 'agent',
    } as const;
    const marks = strip({ spans, entries: [...entries, passed] })?.marks;
    expect(marks?.map(({ text }) => text)).to.include('Ana passed you on.');
  });

  it('marks the survey even when it was asked after the end, and nothing else', () => {
    const late = entries.map((entry) => (entry.seq > 3 ? { ...entry, at: entry.at + 3000 } : entry));
    expect(strip({ spans, entries: late })?.marks.at(-1)).to.deep.include({ kind: 'survey', left: 1 });
  });

  it('draws the mood of the customer, and nothing after the end', () => {
    expect(found?.moods.map(({ seq }) => seq)).to.deep.equal([1, 2]);
  });

  it('draws a message as it was corrected', () => {
    const note = { seq: 6, at: 9500, role: 'note', text: '', stint: 'none', about: 2, reads: 'calm' } as const;
    expect(strip({ spans, entries: [...entries, note] })?.moods.map(({ level }) => level)).to.deep.equal([0, 0]);
  });

  it('adds up to its length, and is nothing without one', () => {
    const sum = totals(found?.blocks ?? []).reduce((all, { span }) => all + span, 0);
    expect(sum).to.equal(4000);
    expect(strip({ spans: [], entries })).to.equal(undefined);
  });
});

describe('words for episodes', () => {
  it('say how it ended, or where it is', () => {
    expect([standing({ state: 'waiting' }), standing({ state: 'closed', outcome: 'helped' })]).to.deep.equal([
      'Waiting for a person',
      'Helped by a person',
    ]);
  });

  for (const [effort, band] of [
    [0, 'low'],
    [24, 'low'],
    [25, 'some'],
    [49, 'some'],
    [50, 'high'],
    [100, 'high'],
  ] as const) {
    it(`call an effort of ${effort} ${band}`, () => expect(effortBand(effort)).to.equal(band));
  }
});
