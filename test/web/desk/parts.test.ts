/** The desk's small parts: keys, quick answers, evidence, days and stints. */
import { expect } from 'chai';
import { commandOf } from '../../../src/web/desk/keys.js';
import { putAnswer, slashAt } from '../../../src/web/desk/slash.js';
import { carryOn, spent } from '../../../src/web/desk/stints.js';
import { lay } from '../../../src/web/desk/thread/days.js';
import { pieces, shareLines } from '../../../src/web/desk/thread/evidence.js';
import { corrections, latePresses, levelOf, placed } from '../../../src/web/desk/thread/readings.js';
import { entry } from './rows.js';

describe('the keyboard', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };
  const free = { typing: false, inList: false, letters: true };
  const cases = [
    ['c', free, 'claim'],
    ['?', free, 'help'],
    ['p', free, 'pass'],
    ['t', free, 'take-over'],
    ['j', free, undefined],
    ['j', { ...free, inList: true }, 'down'],
    ['ArrowUp', { ...free, inList: true }, 'up'],
    ['ArrowUp', free, undefined],
    ['c', { ...free, typing: true }, undefined],
    ['c', { ...free, letters: false }, undefined],
    ['j', { inList: true, typing: false, letters: false }, undefined],
    ['ArrowDown', { inList: true, typing: false, letters: false }, 'down'],
  ] as const;
  for (const [key, where, command] of cases) {
    it(`${key} in ${JSON.stringify(where)} means ${command ?? 'nothing'}`, () =>
      expect(commandOf({ ...plain, key }, where)).to.equal(command));
  }

  it('leaves keys with Ctrl, Alt or Meta to the browser', () => {
    expect(commandOf({ ...plain, key: 'c', ctrlKey: true }, free)).to.equal(undefined);
    expect(commandOf({ ...plain, key: 'r', metaKey: true }, free)).to.equal(undefined);
  });
});

describe('quick answers', () => {
  const cases = [
    ['/', '', 0],
    ['/refund time', 'refund time', 0],
    ['Hello /ref', 'ref', 6],
    ['Hello\n/ref', 'ref', 6],
    ['either/or', undefined, 0],
    ['https://example.org', undefined, 0],
    ['Hello /ref und', undefined, 0],
    ['', undefined, 0],
  ] as const;
  for (const [text, query, start] of cases) {
    it(`in ${JSON.stringify(text)} search for ${query === undefined ? 'nothing' : JSON.stringify(query)}`, () =>
      expect(slashAt(text, text.length)).to.deep.equal(query === undefined ? undefined : { query, start }));
  }

  it('take the place of what was typed after the slash, and leave the rest', () => {
    expect(putAnswer('Hello /ref and bye', 10, 'It takes two days.')).to.deep.equal({
      text: 'Hello It takes two days. and bye',
      caret: 24,
    });
  });
});

describe('the words that moved a feeling', () => {
  const marked = (text: string, ...words: string[]) =>
    pieces(
      text,
      words.map((word) =>
        text.includes(word) ? { text: word, at: text.indexOf(word), share: 0.2 } : { text: word, share: 0 },
      ),
    )
      .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
      .join('');
  const cases = [
    ['This is useless!', ['useless'], 'This is [useless]!'],
    ['WORST service, worst ever', ['worst'], 'WORST service, [worst] ever'],
    ['not happy at all', ['not happy', 'happy at'], '[not happy at] all'],
    ['PLEASE', ['capitals'], 'PLEASE'],
    ['', ['x'], ''],
    ['İ was worst', ['worst'], 'İ was [worst]'],
  ] as const;
  for (const [text, words, result] of cases) {
    it(`mark ${JSON.stringify(words)} in ${JSON.stringify(text)}`, () =>
      expect(marked(text, ...words)).to.equal(result));
  }
});

describe('the shares of a reading', () => {
  const lines = (...shares: number[]) => {
    const { told, rest } = shareLines(shares.map((share, at) => ({ text: 'x', at, share })));
    return [...told.map(({ percent = 0, calms }) => (calms ? 'calms' : percent)), rest];
  };

  it('add up to a hundred, with the rest of the words as one line', () => {
    expect(lines(0.62, 0.281, 0.095, 0.003)).to.deep.equal([62, 28, 10, 0, 0]);
    expect(lines(0.333, 0.333, 0.333)).to.deep.equal([34, 33, 33, 0]);
    expect(lines(0.5, -1)).to.deep.equal([50, 'calms', 50]);
    expect(lines(-1)).to.deep.equal(['calms', 0]);
  });
});

describe('a corrected reading', () => {
  const feeling = { valence: -1, frustration: 0.9, level: -3, evidence: [] } as const;
  const said = { ...entry(1), feeling };
  const note = (seq: number, reads: 'calm' | 'frustrated', by: string) => ({
    ...entry(seq, 'note'),
    about: 1,
    reads,
    by,
  });

  it('holds from then on, with who and when, and the last one counts', () => {
    const all = [said, note(2, 'frustrated', 'Ana'), note(3, 'calm', 'Ben')];
    const corrected = corrections(all).get(1);
    expect(corrected).to.deep.equal({ reads: 'calm', by: 'Ben', at: all[2]?.at });
    expect(levelOf(said, corrected)).to.equal(0);
    expect(levelOf(said, undefined)).to.equal(-3);
    expect(levelOf(entry(4), corrected)).to.equal(undefined);
  });

  it('puts a correction with its message, and where that is not shown, in its own place', () => {
    const note = { ...entry(3, 'note'), about: 1, reads: 'calm', by: 'Ana' } as const;
    const all = [entry(1), entry(2, 'note'), note];
    expect(placed(all).map(({ seq }) => seq)).to.deep.equal([1, 2]);
    expect(placed(all.slice(1)).map(({ seq }) => seq)).to.deep.equal([2, 3]);
  });

  it('knows the choices that came too late by what the assistant said of them', () => {
    const told = { ...entry(3, 'assistant'), about: 2 };
    expect([...latePresses([entry(1), entry(2), told])]).to.deep.equal([2]);
  });
});

describe('the layout of a transcript', () => {
  it('begins days, and heads what somebody says in a row once', () => {
    const entries = [
      { ...entry(1), at: 0 },
      { ...entry(2), at: 1000 },
      { ...entry(3, 'assistant'), at: 2000 },
      { ...entry(4, 'assistant'), at: 400_000 },
      { ...entry(5, 'assistant'), at: 900_000 },
    ];
    const laid = lay(entries, (at) => (at < 900_000 ? 'one' : 'two'));
    expect(laid.map(({ day, head }) => `${day ? 'day ' : ''}${head ? 'head' : ''}`)).to.deep.equal([
      'day head',
      '',
      'head',
      'head',
      'day head',
    ]);
  });
});

describe('the stints', () => {
  const from = [
    { kind: 'bot', from: 0, to: 1000 },
    { kind: 'queue', from: 1000 },
  ] as const;

  it('go on with the entries that came since, and end with the episode', () => {
    const since = [
      { ...entry(5, 'system'), at: 4000, stint: 'agent' as const },
      { ...entry(6), at: 5000, stint: 'agent' as const },
      { ...entry(7, 'note'), at: 5500 },
      { ...entry(8, 'agent'), at: 6000, stint: 'customer' as const },
    ];
    const stints = carryOn(from, since, 4);
    expect(stints).to.deep.equal([
      { kind: 'bot', from: 0, to: 1000 },
      { kind: 'queue', from: 1000, to: 4000 },
      { kind: 'agent', from: 4000, to: 6000 },
      { kind: 'customer', from: 6000 },
    ]);
    const closed = carryOn(stints, [{ ...entry(9, 'system'), at: 7000, stint: 'closed' }], 8);
    expect(closed.at(-1)).to.deep.equal({ kind: 'customer', from: 6000, to: 7000 });
    expect(spent(closed, 99_000).reduce((sum, { span }) => sum + span, 0)).to.equal(7000);
  });

  it('do not count twice what the server already told', () => {
    expect(carryOn(from, [{ ...entry(2), at: 1000, stint: 'queue' }], 4)).to.deep.equal(from);
  });

  it('that run are counted up to now, and never less than nothing', () => {
    expect(spent(from, 3000)).to.deep.equal([
      { kind: 'bot', span: 1000 },
      { kind: 'queue', span: 2000 },
    ]);
    expect(spent(from, 500).at(-1)).to.deep.equal({ kind: 'queue', span: 0 });
  });
});
