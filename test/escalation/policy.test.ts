import { expect } from 'chai';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { checkPolicy } from '../../src/escalation/index.js';

const shipped = readTextFile(inPackage('dialogs', 'policy.yaml'), 'policy.yaml');
const lineOf = (text: string, part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;

function problemsAfter(
  from: string | RegExp,
  to: string,
): { readonly text: string; readonly problems: readonly string[] } {
  const text = shipped.text.replace(from, to);
  expect(text, 'the change must change something').not.to.equal(shipped.text);
  const checked = checkPolicy({ name: 'policy.yaml', text });
  return { text, problems: checked.kind === 'broken' ? checked.problems : [] };
}

describe('the policy file', () => {
  it('ships in order', () => {
    expect(checkPolicy(shipped).kind).to.equal('ok');
  });

  const broken: readonly (readonly [what: string, from: string | RegExp, to: string, at: string, says: RegExp])[] = [
    ['an unknown signal', 'sarcasm:', 'sarcasms:', 'sarcasms:', /"sarcasms" is not a signal/],
    ['bars in the wrong order', 'offer: 45', 'offer: 145', 'offer: 145', /must be lower than/],
    ['a bar no message can reach', 'hand-off: 100', 'hand-off: 9000', 'hand-off: 9000', /no message could get there/],
    ['points that are no number', 'profanity: { points: 10 }', 'profanity: { points: many }', 'profanity:', /points/],
    ['points that calm', 'profanity: { points: 10 }', 'profanity: { points: -10 }', 'profanity:', /points/],
    ['an unknown key', 'vip: { points: 10 }', 'vip: { points: 10, wheel: 4 }', 'vip: { points', /wheel/],
    ['a missing part', /quiet:\n(?: {2}.*\n)+/, '', 'version', /quiet/],
    ['broken YAML', 'bars:', 'bars: [', 'bars: [', /./],
  ];
  for (const [what, from, to, at, says] of broken) {
    it(`is refused by line for ${what}`, () => {
      const { text, problems } = problemsAfter(from, to);
      expect(problems.join('\n')).to.match(says);
      if (what !== 'a missing part' && what !== 'broken YAML') {
        expect(problems[0]).to.match(new RegExp(`^policy\\.yaml:${lineOf(text, at)}:`));
      } else expect(problems[0]).to.match(/^policy\.yaml:\d+:/);
    });
  }
});
