/** What each signal is worth and for how long, and where the bars are: the figures of the shipped policy, one by one. */
import { expect } from 'chai';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { type Cue, type Feeling, freshMood, type Mood } from '../../src/conversation/index.js';
import { checkPolicy, decide, type Input } from '../../src/escalation/index.js';

const shipped = readTextFile(inPackage('dialogs', 'policy.yaml'));
function policyWith(from: string | RegExp = '', to = '') {
  const checked = checkPolicy({ ...shipped, text: shipped.text.replace(from, to) });
  if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
  return checked.value;
}
const policy = policyWith();

function aFeeling(frustration: number, cues: readonly Cue[] = [], valence = 0): Feeling {
  const evidence = cues.map((name) => ({ text: `(${name})`, cue: name, share: 0.1 }));
  return { valence, frustration, level: 0, evidence };
}
const anInput = (change: Partial<Input> = {}): Input => ({
  mood: freshMood,
  feeling: aFeeling(0.1),
  text: 'hello',
  before: [],
  failures: 0,
  contacts: 0,
  ...change,
});
const decided = (change: Partial<Input>) => decide(policy, anInput(change));
/** Points by signal. */
const points = (change: Partial<Input>) =>
  Object.fromEntries(decided(change).decision.receipt.signals.map((one) => [one.name, one.points]));
/** The mood after so many calm messages. */
const later = (mood: Mood, messages: number) =>
  Array.from({ length: messages }).reduce<Mood>((before) => decided({ mood: before }).mood, mood);

describe('the points of a signal', () => {
  for (const [cue, worth, lasts] of [
    ['asks-person', 100, 0],
    ['threat', 60, 3],
    ['giving-up', 45, 0],
    ['not-understood', 42, 1],
    ['repetition', 42, 1],
    ['sarcasm', 45, 0],
    ['waiting', 32, 1],
    ['profanity', 10, 0],
    ['shouting', 22, 0],
  ] as const) {
    it(`are ${worth} for "${cue}", in ${lasts} later messages, too`, () => {
      const first = decided({ feeling: aFeeling(0.1, [cue]) });
      expect(first.decision.receipt.signals).to.deep.equal([
        { name: cue, value: 1, points: worth, words: [{ text: `(${cue})` }] },
      ]);
      // what has fetched a person is spent
      const kept = cue === 'asks-person' ? 0 : lasts;
      for (let messages = 0; messages < 5; messages += 1) {
        const still = points({ mood: later(first.mood, messages) });
        expect(still, `${messages + 1} later`).to.deep.equal(messages < kept ? { [cue]: worth } : {});
      }
    });
  }

  it('grow with the frustration of the message from 0.2 on, to 74', () => {
    for (const [felt, worth] of [
      [0, undefined],
      [0.2, undefined],
      [0.21, 0.92],
      [0.65, 41.63],
      [1, 74],
    ] as const) {
      expect(points({ feeling: aFeeling(felt) })['frustration'], `${felt}`).to.equal(worth);
    }
  });

  it('are given for what lasted over two messages before or more, smoothed by halves, as far as this one goes on with it', () => {
    const feeling = aFeeling(0.4);
    const mood = (smooth: number, turns: number, trend = [smooth, smooth]): Mood => ({
      ...freshMood,
      smooth,
      turns,
      trend,
    });
    expect(points({ feeling: aFeeling(0.9) })['sustained']).to.equal(undefined);
    for (const trend of [[], [0.8], [0.8, 0.1], [0.1, 0.8, 0.1]])
      expect(points({ feeling, mood: mood(0.8, 3, trend) })['sustained'], `${trend.length}`).to.equal(undefined);
    expect(points({ feeling, mood: mood(0.8, 3, [0.1, 0.3, 0.8]) })['sustained']).to.equal(3.75); // (0.3 - 0.2) / 0.8 of 30
    expect(points({ feeling, mood: mood(0.8, 1) })['sustained']).to.equal(7.5); // (0.4 - 0.2) / 0.8 of 30
    expect(points({ feeling: aFeeling(0.9), mood: mood(0.6, 1) })['sustained']).to.equal(15); // (0.6 - 0.2) / 0.8 of 30
    expect(points({ feeling: aFeeling(0.9), mood: mood(0.2, 3) })['sustained']).to.equal(undefined);
    expect(decided({ feeling, mood: mood(0.8, 1) }).mood.smooth).to.be.closeTo(0.6, 1e-9);
    expect(decided({ feeling, mood: mood(0.8, 0) }).mood.smooth).to.equal(0.4);
  });

  it('are given for a rise of the message before, above the four before it, as far as this one goes on with it', () => {
    const rising = (felt: number, trend: readonly number[]) =>
      points({ feeling: aFeeling(felt), mood: { ...freshMood, trend, turns: trend.length } })['rising'];
    // one message is no line that rises, however far it stands above others
    for (const trend of [[], [0.2], [0.9], [0.2, 0.2], [0.1, 0.1, 0.1, 0.1, 0.1]])
      expect(rising(0.9, trend), trend.join(' ')).to.equal(undefined);
    expect(rising(0.9, [0.2, 0.9])).to.equal(11.43); // (0.7 - 0.3) / 0.7 of 20
    expect(rising(0.9, [1, 0.2, 0.2, 0.2, 0.2, 0.9])).to.equal(11.43);
    expect(rising(1, [0.6, 0.2, 0.2, 0.2, 0.9])).to.equal(8.57);
    expect(rising(0.5, [0, 0.9])).to.equal(5.71);
    expect(rising(0.3, [0, 0.9])).to.equal(undefined);
    expect(rising(0.9, [0.9, 0.9])).to.equal(undefined);
  });

  it('that one message is worth by how it sounds are a hundred at most, shared among what reads it', () => {
    const loud = aFeeling(1, ['giving-up', 'repetition', 'sarcasm', 'waiting', 'shouting', 'profanity']);
    const shares = points({ feeling: loud });
    expect(shares).to.have.all.keys([...loud.evidence.map(({ cue }) => cue ?? ''), 'frustration']);
    expect(decided({ feeling: loud }).decision.receipt.points).to.equal(100);
    // with what happened, what is asked for and what is not anger on top
    expect(decided({ feeling: loud, failures: 1, vip: true }).decision.receipt.points).to.equal(144);
    expect(points({ feeling: aFeeling(1, ['giving-up', 'urgency', 'asks-person']) })).to.include({
      urgency: 30,
      'asks-person': 100,
    });
    // and what lasts was said in another message, which is worth as much
    const less = policyWith('message: 100', 'message: 90');
    const before = decide(less, anInput({ feeling: aFeeling(0.1, ['threat', 'waiting', 'repetition']) }));
    expect(before.decision.receipt.points).to.equal(90);
    const now = decide(less, anInput({ mood: before.mood, feeling: aFeeling(1, ['giving-up']) })).decision.receipt;
    const then = Object.fromEntries(now.signals.map(({ name, points: worth }) => [name, worth]));
    expect(then).to.deep.include({ threat: 40.31, repetition: 28.2, waiting: 21.49 });
    expect([then['giving-up']! + then['frustration']!, now.points]).to.deep.equal([90, 180]);
  });

  it('are given for what happened, as often as the policy says', () => {
    expect([1, 2, 3, 4].map((failures) => points({ failures })['bot-failed'])).to.deep.equal([34, 68, 102, 102]);
    expect([0, 1, 2, 3].map((contacts) => points({ contacts })['contacts'])).to.deep.equal([undefined, 5, 10, 10]);
    const { signals } = decided({ vip: true }).decision.receipt;
    expect(signals).to.deep.equal([{ name: 'vip', value: 1, points: 10, words: [] }]);
    expect(points({ vip: false })).to.deep.equal({});
    const text = 'where is parcel number seven';
    const asked = (times: number) => points({ text, before: Array.from({ length: times }, () => text) });
    expect([0, 1, 2, 3].map((times) => asked(times)['repeated-question'])).to.deep.equal([undefined, 15, 30, 30]);
  });

  it('are none for a signal that has no rule', () => {
    const without = policyWith(/ {2}vip: .*\n/, '');
    expect(decide(without, anInput({ vip: true })).decision.receipt.signals).to.deep.equal([]);
  });
});

describe('the same question', () => {
  const repeats = (text: string, ...before: readonly string[]) => points({ text, before })['repeated-question'] ?? 0;

  it('shares three of five words or more', () => {
    expect(repeats('red lamp big', 'red lamp big round tall')).to.equal(15);
    expect(repeats('red lamp big', 'red lamp big round tall blue')).to.equal(0);
  });

  it('is told by its telling words, in any case and with any signs', () => {
    expect(repeats('Where is the LAMP?', 'hello, where is my lamp')).to.equal(15);
    expect(repeats('the lamp', 'the lamp')).to.equal(0);
    expect(repeats('broken lamp', 'the lamp')).to.equal(0);
    expect(repeats('?!', '?!')).to.equal(0);
    expect(repeats('broken lamp', 'red chair')).to.equal(0);
  });

  it('is looked for in the ten messages before', () => {
    const others = (count: number) => Array.from({ length: count }, (_, i) => `quite different ${i} words${i}`);
    expect(repeats('broken lamp', 'broken lamp', ...others(9))).to.equal(15);
    expect(repeats('broken lamp', 'broken lamp', ...others(10))).to.equal(0);
  });
});

describe('the bars', () => {
  it('are reached by their very points', () => {
    for (const [offer, action] of [
      ['34', 'offer'],
      ['34.01', 'stay'],
    ] as const) {
      expect(decide(policyWith('offer: 45', `offer: ${offer}`), anInput({ failures: 1 })).decision.action).to.equal(
        action,
      );
    }
    for (const [handOff, action] of [
      ['68', 'hand-off'],
      ['68.01', 'offer'],
    ] as const) {
      const other = policyWith('hand-off: 100', `hand-off: ${handOff}`);
      expect(decide(other, anInput({ failures: 2 })).decision.action).to.equal(action);
    }
  });

  it('are on the receipt: the one that was reached, or the next above', () => {
    expect(decided({}).decision.receipt).to.deep.equal({ policy: '4', turn: 1, points: 0, bar: 45, signals: [] });
    expect(decided({ failures: 2 }).decision.receipt).to.include({ points: 68, bar: 45 });
    expect(decided({ failures: 2, mood: { ...freshMood, quiet: 2 } }).decision.receipt).to.include({ bar: 100 });
    expect(decided({ failures: 3 }).decision.receipt).to.include({ points: 102, bar: 100 });
  });
});

describe('quiet', () => {
  const quietAfter = (change: Partial<Input>) => decided(change).mood.quiet;

  it('is kept for three messages after an offer or a hand-off, and for two after thanks', () => {
    expect(quietAfter({ failures: 2 })).to.equal(3);
    expect(quietAfter({ failures: 3 })).to.equal(3);
    expect(quietAfter({ feeling: aFeeling(0.1, ['thanks']) })).to.equal(2);
    expect(quietAfter({ feeling: aFeeling(0.1, ['thanks']), mood: { ...freshMood, quiet: 4 } })).to.equal(3);
    expect(quietAfter({ mood: { ...freshMood, quiet: 1 } })).to.equal(0);
    expect(quietAfter({})).to.equal(0);
  });

  it('means that nothing is offered while it lasts', () => {
    const after = (quiet: number) => decided({ failures: 2, mood: { ...freshMood, quiet } }).decision.action;
    expect([0, 1, 2].map(after)).to.deep.equal(['offer', 'stay', 'stay']);
  });

  it('is kept for who is pleased: by the words or by thanks that are meant', () => {
    const offered = (feeling: Feeling) => decided({ feeling, failures: 2 }).decision.action;
    expect(offered(aFeeling(0.1))).to.equal('offer');
    expect(offered(aFeeling(0.1, [], 0.4))).to.equal('stay');
    expect(offered(aFeeling(0.1, [], 0.39))).to.equal('offer');
    expect(offered(aFeeling(0.1, ['thanks']))).to.equal('stay');
    expect(decided({ feeling: aFeeling(0.49, ['thanks']) }).mood.trend).to.deep.equal([]);
    expect(decided({ feeling: aFeeling(0.5, ['thanks']) }).mood.trend).to.deep.equal([0.5]);
    for (const cue of ['sarcasm', 'threat', 'giving-up', 'not-understood', 'repetition'] as const) {
      expect(decided({ feeling: aFeeling(0.1, ['thanks', cue]) }).mood.trend, cue).to.deep.equal([0.1]);
    }
  });

  it('of thanks and of a hand-off wipes the slate, and of an offer does not', () => {
    const mood: Mood = { ...freshMood, smooth: 0.9, trend: [0.9], turns: 4, peak: 0.9, lasting: { threat: 4 } };
    const wiped = { smooth: 0, trend: [], lasting: {}, peak: 0.9, turns: 5 };
    expect(decided({ mood, feeling: aFeeling(0.1, ['thanks']) }).mood).to.deep.include(wiped);
    expect(decided({ mood, failures: 3 }).mood).to.deep.include(wiped);
    const offered = decided({ mood, feeling: aFeeling(0.2) });
    expect(offered.decision.action).to.equal('offer');
    expect(offered.mood).to.deep.include({ trend: [0.9, 0.2], lasting: { threat: 4 }, turns: 5 });
  });
});

describe('the tone', () => {
  it('is concerned from 0.45 and apologetic from 0.7, by the message or by those before', () => {
    const tone = (felt: number, mood: Mood = freshMood) => decided({ feeling: aFeeling(felt), mood }).decision.tone;
    expect([0.449, 0.45, 0.699, 0.7].map((felt) => tone(felt))).to.deep.equal([
      'calm',
      'concerned',
      'concerned',
      'apologetic',
    ]);
    expect(tone(0.4, { ...freshMood, smooth: 1, turns: 2 })).to.equal('apologetic');
  });
});
