import { expect } from 'chai';
import fc from 'fast-check';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { type Cue, type Feeling, freshMood, type Mood } from '../../src/conversation/index.js';
import { boostMs, checkPolicy, decide, type Input, type Policy, reasonWords } from '../../src/escalation/index.js';

function shippedPolicy(): Policy {
  const checked = checkPolicy(readTextFile(inPackage('dialogs', 'policy.yaml')));
  if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
  return checked.value;
}

const policy = shippedPolicy();
const everyCue: readonly Cue[] = [
  'asks-person',
  'repetition',
  'waiting',
  'threat',
  'giving-up',
  'not-understood',
  'profanity',
  'sarcasm',
  'shouting',
  'thanks',
];
const ranks = { stay: 0, offer: 1, 'hand-off': 2 } as const;

function aFeeling(frustration: number, cues: readonly Cue[] = []): Feeling {
  const evidence = cues.map((name) => ({ text: `(${name})`, cue: name, share: 0.1 }));
  return { valence: -frustration, frustration, level: 0, evidence };
}

function anInput(change: Partial<Input> = {}): Input {
  return { mood: freshMood, feeling: aFeeling(0.1), text: 'hello', before: [], failures: 0, contacts: 0, ...change };
}

const action = (change: Partial<Input>) => decide(policy, anInput(change)).decision.action;

describe('a decision', () => {
  it('hands off when a person is asked for, whatever else', () => {
    expect(action({ feeling: aFeeling(0.02, ['asks-person']) })).to.equal('hand-off');
    expect(action({ feeling: aFeeling(0.02, ['asks-person', 'thanks']), mood: { ...freshMood, quiet: 3 } })).to.equal(
      'hand-off',
    );
  });

  it('stays for one mildly negative message', () => {
    expect(action({ feeling: aFeeling(0.65) })).to.equal('stay');
  });

  it('offers after two failed answers and hands off after three', () => {
    expect(action({ failures: 1 })).to.equal('stay');
    expect(action({ failures: 2 })).to.equal('offer');
    expect(action({ failures: 3 })).to.equal('hand-off');
  });

  it('offers once, and not again for three messages, but still hands off', () => {
    const first = decide(policy, anInput({ failures: 2 }));
    expect(first.decision.action).to.equal('offer');
    const second = decide(policy, anInput({ failures: 2, mood: first.mood }));
    expect(second.decision.action).to.equal('stay');
    expect(action({ failures: 3, mood: first.mood })).to.equal('hand-off');
    const later = [0, 1].reduce((mood) => decide(policy, anInput({ mood })).mood, second.mood);
    expect(action({ failures: 2, mood: later })).to.equal('offer');
  });

  it('forgets a threat when the customer says thanks', () => {
    const threat = decide(policy, anInput({ feeling: aFeeling(0.4, ['threat']) })).mood;
    const calm = decide(policy, anInput({ mood: threat })).decision.receipt;
    expect(calm.signals.map(({ name }) => name)).to.include('threat');
    const thanked = decide(policy, anInput({ mood: threat, feeling: aFeeling(0.1, ['thanks']) })).mood;
    expect(decide(policy, anInput({ mood: thanked })).decision.receipt.points).to.equal(0);
  });

  it('counts the same question asked again', () => {
    const text = 'where is parcel number seven';
    const { receipt } = decide(
      policy,
      anInput({ text, before: ['where is my parcel number seven?', 'hello'] }),
    ).decision;
    expect(receipt.signals).to.deep.equal([{ name: 'repeated-question', value: 1, points: 15, words: [] }]);
  });

  it('speaks calmly, with concern or with an apology as the heat rises', () => {
    const tones = [0.1, 0.5, 0.9].map((felt) => decide(policy, anInput({ feeling: aFeeling(felt) })).decision.tone);
    expect(tones).to.deep.equal(['calm', 'concerned', 'apologetic']);
  });

  it('tells why in few words, the most telling first', () => {
    const feeling = aFeeling(0.9, ['asks-person', 'repetition']);
    const words = reasonWords(decide(policy, anInput({ feeling, failures: 2 })).decision.receipt);
    expect(words[0]).to.equal('asked for a person');
    expect(words).to.include('the assistant failed twice');
    expect(words.length).to.be.at.least(4);
  });
});

describe('laws of the policy', () => {
  const level = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
  const cues = fc.subarray([...everyCue]);
  const mood: fc.Arbitrary<Mood> = fc
    .record({
      smooth: level,
      trend: fc.array(level, { maxLength: 6 }),
      turns: fc.nat(20),
      quiet: fc.nat(4),
      threat: fc.option(fc.nat(20), { nil: undefined }),
    })
    .map(({ smooth, trend, turns, quiet, threat }) => ({
      smooth,
      trend,
      turns,
      quiet,
      peak: Math.max(smooth, ...trend),
      lasting: threat === undefined ? {} : { threat: Math.min(threat, turns) },
    }));
  const input = fc
    .record({ mood, felt: level, cues, failures: fc.nat(5), contacts: fc.nat(5), vip: fc.boolean() })
    .map(({ felt, cues: names, ...rest }) => ({ ...anInput(rest), felt, cues: names }));

  it('more frustration never lowers a decision', () => {
    fc.assert(
      fc.property(input, level, ({ felt, cues: names, ...rest }, more) => {
        const [low, high] = [Math.min(felt, more), Math.max(felt, more)];
        const a = decide(policy, { ...rest, feeling: aFeeling(low, names) }).decision;
        const b = decide(policy, { ...rest, feeling: aFeeling(high, names) }).decision;
        expect(b.receipt.points).to.be.at.least(a.receipt.points);
        expect(ranks[b.action]).to.be.at.least(ranks[a.action]);
      }),
    );
  });

  it('adding a calm message never raises the points', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 0, max: 200 }), ({ felt, cues: names, ...rest }, calm) => {
        const first = decide(policy, { ...rest, feeling: aFeeling(felt, names) });
        const feeling = aFeeling(calm / 1000);
        const then = decide(policy, { ...rest, mood: first.mood, feeling, text: 'blue green', before: ['hello'] });
        expect(then.decision.receipt.points).to.be.at.most(first.decision.receipt.points);
      }),
    );
  });

  it("a receipt's points add up, and its bar is the one reached or the next above", () => {
    fc.assert(
      fc.property(input, ({ felt, cues: names, ...rest }) => {
        const { action: taken, receipt } = decide(policy, { ...rest, feeling: aFeeling(felt, names) }).decision;
        const sum = receipt.signals.reduce((total, { points }) => total + Math.round(points * 100), 0);
        expect(Math.round(receipt.points * 100)).to.equal(sum);
        if (taken !== 'stay') expect(receipt.points).to.be.at.least(receipt.bar);
        expect([policy.bars.offer, policy.bars['hand-off']]).to.include(receipt.bar);
      }),
    );
  });

  it('the boost grows with frustration, contacts and VIP and never passes the cap', () => {
    fc.assert(
      fc.property(mood, fc.nat(9), fc.boolean(), (state, contacts, vip) => {
        const boost = boostMs(policy, { mood: state, contacts, vip });
        expect(boost).to.be.within(0, policy.boost.cap * 60_000);
        expect(boostMs(policy, { mood: { ...state, peak: 1 }, contacts: contacts + 1, vip: true })).to.be.at.least(
          boost,
        );
      }),
    );
  });
});
