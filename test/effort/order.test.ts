/**
 * Forty cases from the easiest to the hardest for the customer, ordered by hand before any of them was computed: the score
 * must order them nearly alike. What each of them is stands in words, so that anybody may disagree.
 */
import { expect } from 'chai';
import { type Count, efforts, type Outcome } from '../../src/conversation/index.js';
import { effort, type EffortFacts } from '../../src/effort/index.js';

interface Told extends Partial<Record<Count, number>> {
  /** Minutes in the line and of waiting for an agent. */
  readonly line?: number;
  readonly agent?: number;
  readonly peak?: number;
  readonly contacts?: number;
  readonly switched?: boolean;
  readonly transfers?: number;
  readonly outcome?: Outcome;
}

const ordered: readonly (readonly [string, Told])[] = [
  ['one question, solved at once', { turns: 1, outcome: 'solved' }],
  ['two questions, both answered', { turns: 2, outcome: 'assumed' }],
  ['four friendly messages, solved', { turns: 4, outcome: 'solved' }],
  ['asked back once, then solved', { turns: 2, clarified: 1, outcome: 'solved' }],
  ['six friendly messages, solved', { turns: 6, outcome: 'solved' }],
  ['one answer did not help, the next did', { turns: 3, unsolved: 1, outcome: 'solved' }],
  ['not understood once, then answered', { turns: 2, misses: 1, outcome: 'solved' }],
  ['a person within half a minute', { turns: 2, escalations: 1, line: 0.5, agent: 0.5, outcome: 'helped' }],
  ['second contact, answered at once', { turns: 1, contacts: 1, outcome: 'solved' }],
  ['a person after three minutes', { turns: 2, escalations: 1, line: 3, outcome: 'helped' }],
  ['missed, said again, answered', { turns: 3, misses: 1, repeats: 1, outcome: 'solved' }],
  ['eight messages, asked back twice', { turns: 8, clarified: 2, outcome: 'solved' }],
  ['a person after six minutes', { turns: 2, escalations: 1, line: 6, outcome: 'helped' }],
  ['two misses, then solved', { turns: 4, misses: 2, outcome: 'solved' }],
  ['second contact, a person after two minutes', { turns: 2, contacts: 1, escalations: 1, line: 2, outcome: 'helped' }],
  ['a fault of ours, a person after four minutes', { turns: 3, faults: 1, escalations: 1, line: 4, outcome: 'helped' }],
  ['passed on once, three minutes', { turns: 5, escalations: 1, transfers: 1, line: 3, outcome: 'helped' }],
  ['one miss, left without an answer', { turns: 1, misses: 1, outcome: 'unanswered' }],
  ['back on another channel', { turns: 2, contacts: 1, switched: true, escalations: 1, line: 3, outcome: 'helped' }],
  ['ten minutes in the line, slow agent', { turns: 4, escalations: 1, line: 10, agent: 5, outcome: 'helped' }],
  ['three misses, said again, solved', { turns: 6, misses: 3, repeats: 1, peak: 0.4, outcome: 'solved' }],
  ['eight minutes, gave up', { turns: 2, escalations: 1, line: 8, outcome: 'gave-up' }],
  [
    'annoyed, two misses, five minutes',
    { turns: 5, misses: 2, unsolved: 1, escalations: 1, line: 5, peak: 0.6, outcome: 'helped' },
  ],
  ['third contact, five minutes', { turns: 3, contacts: 2, escalations: 1, line: 5, outcome: 'helped' }],
  ['passed on twice, slow', { turns: 6, escalations: 1, transfers: 2, line: 6, agent: 6, outcome: 'helped' }],
  ['twenty minutes in the line', { turns: 3, escalations: 1, line: 20, outcome: 'helped' }],
  ['two misses, said again, left', { turns: 4, misses: 2, repeats: 1, peak: 0.5, outcome: 'unanswered' }],
  ['handed back and asked again', { turns: 8, escalations: 2, transfers: 1, line: 12, outcome: 'helped' }],
  ['a quarter of an hour, annoyed, gave up', { turns: 3, escalations: 1, line: 15, peak: 0.6, outcome: 'gave-up' }],
  [
    'second contact, three misses, eight minutes',
    { turns: 6, contacts: 1, misses: 3, escalations: 1, line: 8, peak: 0.6, outcome: 'helped' },
  ],
  [
    'two faults, said twice again, ten minutes',
    { turns: 7, faults: 2, repeats: 2, escalations: 1, line: 10, peak: 0.7, outcome: 'helped' },
  ],
  ['half an hour, slow agent', { turns: 4, escalations: 1, line: 30, agent: 5, peak: 0.5, outcome: 'helped' }],
  [
    'third contact, passed on, twelve minutes',
    { turns: 6, contacts: 2, escalations: 1, transfers: 1, line: 12, peak: 0.6, outcome: 'helped' },
  ],
  ['three quarters of an hour, calm', { turns: 3, escalations: 1, line: 45, agent: 3, outcome: 'helped' }],
  ['25 minutes, furious, gave up', { turns: 5, escalations: 1, line: 25, peak: 0.9, outcome: 'gave-up' }],
  [
    'three misses, then three quarters of an hour',
    { turns: 6, misses: 3, escalations: 1, line: 45, peak: 0.6, outcome: 'helped' },
  ],
  [
    'third contact on another channel, passed on twice',
    { turns: 8, contacts: 2, switched: true, escalations: 1, transfers: 2, line: 15, peak: 0.8, outcome: 'helped' },
  ],
  ['an hour in the line, gave up', { turns: 5, escalations: 1, line: 60, peak: 0.7, outcome: 'gave-up' }],
  [
    'two hours, annoyed twice over, gave up',
    { turns: 6, misses: 1, escalations: 1, line: 133, peak: 0.8, outcome: 'gave-up' },
  ],
  [
    'everything at once',
    {
      ...{ turns: 12, contacts: 2, misses: 3, repeats: 2, escalations: 2, transfers: 2, line: 50, agent: 10 },
      ...{ peak: 1, outcome: 'gave-up' },
    },
  ],
];

function factsOf(told: Told): EffortFacts {
  const { line = 0, agent = 0, peak = 0, contacts = 0, switched = false, transfers = 0, outcome, ...counts } = told;
  const stints = { bot: 0, queue: line * 60_000, agent: agent * 60_000, customer: 0 };
  return { counts, stints, peak, contacts, switched, transfers, ...(outcome === undefined ? {} : { outcome }) };
}

/** Ranks from 1, those of equal values shared. */
function ranks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((one) => one < value).length;
    return below + (values.filter((one) => one === value).length + 1) / 2;
  });
}

/** Spearman's coefficient: the correlation of the ranks, by Pearson's. */
function spearman(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [ranks(one), ranks(other)];
  const mean = (a.length + 1) / 2;
  const sum = (of: (index: number) => number) => a.reduce((all, _, index) => all + of(index), 0);
  const [da, db] = [(i: number) => (a[i] ?? 0) - mean, (i: number) => (b[i] ?? 0) - mean];
  return sum((i) => da(i) * db(i)) / Math.sqrt(sum((i) => da(i) ** 2) * sum((i) => db(i) ** 2));
}

describe('the effort of forty cases', () => {
  const scored = ordered.map(([name, told]) => ({ name, score: effort(factsOf(told)) }));

  it('orders them as they were ordered by hand: Spearman .95 or more', () => {
    expect(ordered).to.have.length(40);
    const found = spearman(
      scored.map((_, index) => index),
      scored.map(({ score }) => score),
    );
    expect(found, scored.map(({ name, score }) => `${score} ${name}`).join('\n')).to.be.at.least(0.95);
  });

  it('calls three quarters of an hour in the line high, whatever else went well', () => {
    for (const line of [45, 60, 133]) {
      expect(effort(factsOf({ turns: 1, escalations: 1, line, outcome: 'helped' }))).to.be.at.least(efforts.high);
    }
  });

  it('calls a question that was solved at once none, and a second contact more than six friendly messages', () => {
    expect(scored[0]?.score).to.equal(0);
    const of = (told: Told) => effort(factsOf(told));
    expect(of({ turns: 1, contacts: 1 })).to.be.above(of({ turns: 6 }));
  });
});
