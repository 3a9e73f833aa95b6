import { expect } from 'chai';
import { pick, type Choice } from '../../src/conversation/index.js';

const pair: readonly Choice[] = ['A person, please', 'Not now'].map((title) => ({ title, value: title.slice(0, 3) }));
const scale: readonly Choice[] = ['1', '2', '7'].map((title) => ({ title, value: `ces:${title}` }));
const nothing = { choices: [] };

/** What a text takes where these choices are on offer and, unless said otherwise, were shown last. */
const taken = (text: string, choices = pair, shown: readonly Choice[] | undefined = choices) =>
  pick({ text }, { asked: { choices }, standing: nothing, shown });

describe('a number as a choice', () => {
  for (const [text, value] of [
    ['2', 'Not'],
    [' 1. ', 'A p'],
    ['2)', 'Not'],
  ] as const) {
    it(`takes the choice that "${text}" counts`, () =>
      expect(taken(text)).to.deep.equal({ kind: 'choice', value, pressed: true }));
  }
  for (const text of ['3', '0', '2 lamps', '123', '', '1.5']) {
    it(`finds words in "${text}"`, () => expect(taken(text)).to.deep.equal({ kind: 'words' }));
  }
  it('counts what was shown last, and not what is on offer all the time', () => {
    const on = { asked: nothing, standing: { choices: pair } };
    expect(pick({ text: '1' }, { ...on, shown: [pair[1]!] })).to.deep.equal({
      kind: 'choice',
      value: 'Not',
      pressed: true,
    });
    expect(pick({ text: '1' }, on)).to.deep.equal({ kind: 'words' });
  });
  it('is too late where what was shown is on offer no more', () => {
    expect(taken('1', [], pair)).to.deep.equal({ kind: 'stale' });
  });
  it('is its own word on a scale', () => {
    expect(taken('7', scale)).to.deep.equal({ kind: 'choice', value: 'ces:7', pressed: true });
    expect(taken('3', scale)).to.deep.equal({ kind: 'words' });
  });
});
