/** How an agent reads in a few words why a person was fetched. */
import { expect } from 'chai';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { type Feeling, freshMood } from '../../src/conversation/index.js';
import { checkPolicy, decide, reasonWords } from '../../src/escalation/index.js';

const checked = checkPolicy(readTextFile(inPackage('dialogs', 'policy.yaml')));
if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
const policy = checked.value;

describe('the words of a reason', () => {
  const tell = (name: string, value = 1, said: readonly string[] = []) => {
    const words = said.map((text, at) => ({ text, at }));
    return reasonWords({ policy: '2', turn: 1, points: 1, bar: 45, signals: [{ name, value, points: 1, words }] });
  };

  it('say it in a few words, each signal in its own', () => {
    const names = [...policy.signals.keys()];
    const all = names.map((name) => tell(name).join());
    expect(new Set(all).size).to.equal(names.length);
    for (const words of all) expect(words.length).to.be.within(3, 40);
    expect(tell('odd')).to.deep.equal([]);
  });

  it('tell how much', () => {
    expect([0.64, 0.65, 0.84, 0.85].flatMap((value) => tell('frustration', value))).to.deep.equal([
      'uneasy',
      'frustrated',
      'frustrated',
      'very frustrated',
    ]);
    expect([1, 2, 3].flatMap((value) => tell('bot-failed', value))).to.deep.equal([
      'the assistant failed once',
      'the assistant failed twice',
      'the assistant failed 3 times',
    ]);
    expect([1, 2].flatMap((value) => tell('contacts', value))).to.deep.equal([
      'one contact in the three days before',
      '2 contacts in the three days before',
    ]);
  });

  it('quote three words at most, and none for who asks for a person', () => {
    expect(tell('profanity', 1, ['a', 'b', 'c', 'd'])).to.deep.equal(['strong language: “a”, “b”, “c”']);
    expect(tell('asks-person', 1, ['human'])).to.deep.equal(['asked for a person']);
  });

  it('are those of what counted most, first: four words of the message, of which each had a share', () => {
    const evidence = ['a', 'b', 'c', 'd', 'e'].map((text, at) => ({ text, at, share: at === 1 ? 0 : 0.2 }));
    const feeling: Feeling = { valence: -1, frustration: 0.9, level: -3, evidence };
    const input = { mood: freshMood, feeling, text: 'hello', before: [], failures: 0, contacts: 0, vip: true };
    const { receipt } = decide(policy, input).decision;
    expect(receipt.signals.find(({ name }) => name === 'frustration')?.words.map(({ text }) => text)).to.deep.equal([
      'a',
      'c',
      'd',
      'e',
    ]);
    expect(reasonWords({ ...receipt, signals: receipt.signals.toReversed() })).to.deep.equal([
      'very frustrated: “a”, “c”, “d”',
      'VIP',
    ]);
  });
});
