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

  const bound = (from: string, to: string) => problemsAfter(from, to).problems.join('\n');
  for (const [what, from, good, bad] of [
    ['points', 'profanity: { points: 10', ['0', '100'], ['-1', '101']],
    ['from', 'points: 74, from: 0.2', ['0', '0.95'], ['-0.1', '0.96']],
    ['most', 'points: 34, most: 3', ['1', '20'], ['0', '21', '1.5']],
    ['lasts', 'points: 60, lasts: 3', ['0', '20'], ['-1', '21', '1.5']],
    ['after-offer', 'after-offer: 3', ['0', '20'], ['-1', '21', '1.5']],
    ['after-hand-off', 'after-hand-off: 3', ['0', '20'], ['-1', '21', '1.5']],
    ['after-thanks', 'after-thanks: 2', ['0', '20'], ['-1', '21', '1.5']],
    ['concerned', 'concerned: 0.45', ['0'], ['-0.1']],
    ['apologetic', 'apologetic: 0.7', ['1'], ['1.1']],
    ['cap', 'cap: 15', ['0', '1440'], ['-1', '1441']],
    ['offer', 'offer: 45', ['0.1'], ['0', '-1']],
    ['message', 'message: 100', ['0.1', '1000'], ['0', '-1', '1001']],
  ] as const) {
    it(`has bounds for ${what}`, () => {
      const put = (value: string) => from.slice(0, from.lastIndexOf(' ') + 1) + value;
      for (const value of good) expect(bound(from, put(value)), value).to.equal('');
      for (const value of bad) expect(bound(from, put(value)), value).to.not.equal('');
    });
  }

  it('has a version of up to 40 letters', () => {
    expect(bound("version: '4'", `version: '${'x'.repeat(40)}'`)).to.equal('');
    for (const text of ['', ' ', 'x'.repeat(41)])
      expect(bound("version: '4'", `version: '${text}'`)).to.include('version');
  });

  it('is refused when concern comes only with an apology, or both bars are one', () => {
    const at = lineOf(shipped.text, 'tone:');
    expect(bound('concerned: 0.45', 'concerned: 0.7')).to.match(
      new RegExp(`^policy\\.yaml:${at}: tone.concerned must`),
    );
    expect(bound('concerned: 0.45', 'concerned: 0.69')).to.equal('');
    expect(bound('offer: 45', 'offer: 100')).to.match(/must be lower than/);
    expect(bound('offer: 45', 'offer: 99')).to.equal('');
  });

  it('of a company that has none for one message counts it as the shipped one does', () => {
    const { text } = problemsAfter(/message: .*\n/, '');
    const checked = checkPolicy({ name: 'policy.yaml', text });
    expect(checked.kind === 'ok' && checked.value.message).to.equal(100);
  });

  it('may have bars as high as all signals together reach, counted as often as they count', () => {
    const lines = shipped.text.split('\n');
    const [from, till] = ['signals:', '# For how many'].map((part) => lines.findIndex((one) => one.startsWith(part)));
    const few = lines.toSpliced(from! + 1, till! - from! - 1, '  vip: { points: 10, most: 3 }').join('\n');
    const check = (bar: number) => {
      const text = few.replace('offer: 45', 'offer: 5').replace('hand-off: 100', `hand-off: ${bar}`);
      const checked = checkPolicy({ name: 'policy.yaml', text });
      return checked.kind === 'broken' ? checked.problems.join('\n') : '';
    };
    expect(check(30)).to.equal('');
    expect(check(31)).to.match(/reach 30: no message could get there/);
  });
});
