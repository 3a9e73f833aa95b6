/** The kit's words: times, ranges, moods, small Markdown, and where a sign-in leads. */
import { expect } from 'chai';
import fc from 'fast-check';
import { homeOf } from '../../../src/web/kit/home.js';
import { moodLook } from '../../../src/web/kit/moods.js';
import { readBlocks, readInlines } from '../../../src/web/kit/rich.js';
import { clockText, dayText, ordinal, rangeText, spanText, stopwatch } from '../../../src/web/kit/time.js';

const minute = 60_000;
const hour = 60 * minute;

describe('times in words', () => {
  for (const [ms, words] of [
    [-5, '0 s'],
    [40_900, '40 s'],
    [minute, '1 min'],
    [59 * minute + 59_000, '59 min'],
    [hour, '1 h'],
    [hour + 5 * minute, '1 h 5 min'],
    [26 * hour, '1 d 2 h'],
  ] as const) {
    it(`says ${words} for ${ms} ms`, () => expect(spanText(ms)).to.equal(words));
  }

  for (const [ms, words] of [
    [-1, '0:00'],
    [7000, '0:07'],
    [12 * minute + 40_000, '12:40'],
    [hour + 2 * minute + 9000, '1:02:09'],
  ] as const) {
    it(`runs as ${words} at ${ms} ms`, () => expect(stopwatch(ms)).to.equal(words));
  }

  for (const [low, high, words] of [
    [0, 30_000, 'less than a minute'],
    [10_000, 90_000, 'up to 2 min'],
    [2 * minute, 5 * minute, 'about 2–5 min'],
    [150_000, 250_000, 'about 2–5 min'],
    [3 * minute, 3 * minute, 'about 3 min'],
    [90 * minute, 150 * minute, 'about 1–3 h'],
  ] as const) {
    it(`gives the range ${words}`, () => expect(rangeText({ low, high })).to.equal(words));
  }

  it('never promises less than the high end', () => {
    fc.assert(
      fc.property(fc.nat(50 * minute), fc.nat(50 * minute), (low, more) => {
        const promised = Number(/\b(\d+) min$/.exec(rangeText({ low, high: low + more }))?.[1] ?? 1);
        expect(promised * minute).to.be.at.least(low + more);
      }),
    );
  });

  it('counts places', () => {
    const places = [1, 2, 3, 5, 6, 11, 12, 13, 21, 22, 23, 101, 111];
    expect(places.map(ordinal).join(' ')).to.equal(
      'first second third fifth 6th 11th 12th 13th 21st 22nd 23rd 101st 111th',
    );
  });

  it('tells days as one speaks of them', () => {
    const now = Date.UTC(2026, 4, 4, 12);
    expect(dayText(now - hour, now, 'UTC')).to.equal('today');
    expect(dayText(now - 13 * hour, now, 'UTC')).to.equal('yesterday');
    expect(dayText(Date.UTC(2026, 3, 1), now, 'UTC')).to.match(/^Wed,? 1 Apr$/);
    expect(dayText(Date.UTC(2025, 11, 31), now, 'UTC')).to.match(/^Wed,? 31 Dec 2025$/);
    expect(clockText(now, 'UTC')).to.equal('12:00');
  });
});

describe('moods', () => {
  it('have a glyph and a word each, all different, and only three are coloured', () => {
    const looks = ([-3, -2, -1, 0, 1, 2, 3] as const).map(moodLook);
    expect(looks.map(({ glyph, word }) => `${glyph} ${word}`)).to.deep.equal([
      '▼▼ very frustrated',
      '▼ frustrated',
      '▽ uneasy',
      '– neutral',
      '△ fine',
      '▲ pleased',
      '▲▲ delighted',
    ]);
    expect(looks.map(({ tone }) => tone)).to.deep.equal(['alarm', 'alarm', 'warm', 'muted', 'muted', 'muted', 'muted']);
  });
});

describe('small Markdown', () => {
  it('reads bold, links and bare addresses, without the full stop behind them', () => {
    expect(readInlines('**Now**, see [help](/help) or https://a.example/x.')).to.deep.equal([
      { kind: 'bold', text: 'Now' },
      { kind: 'text', text: ', see ' },
      { kind: 'link', text: 'help', href: '/help' },
      { kind: 'text', text: ' or ' },
      { kind: 'link', text: 'a.example/x', href: 'https://a.example/x' },
      { kind: 'text', text: '.' },
    ]);
  });

  for (const href of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x', 'JaVaScRiPt:x']) {
    it(`makes no link of ${href}`, () => {
      const parts = readInlines(`[x](${href})`);
      expect(parts.map(({ kind }) => kind)).not.to.include('link');
      expect(parts.map(({ text }) => text).join('')).to.equal(`[x](${href})`);
    });
  }

  it('reads lists and the paragraphs around them', () => {
    expect(readBlocks('One\ntwo\n\n- a\n- b\n1. c').map((block) => block.kind)).to.deep.equal([
      'paragraph',
      'list',
      'list',
    ]);
  });

  it('loses no word of a text without marks', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }), (words) => {
        const [block] = readBlocks(words.join(' '));
        expect(block).to.deep.equal({ kind: 'paragraph', inlines: [{ kind: 'text', text: words.join(' ') }] });
      }),
    );
  });

  it('never throws, and never makes a link that can run something', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const inline of readInlines(text)) {
          if (inline.kind === 'link') expect(inline.href).to.match(/^(https?:|mailto:|tel:|\/(?!\/))/i);
        }
        readBlocks(text);
      }),
    );
  });
});

describe('after signing in', () => {
  for (const [to, home] of [
    ['/desk', '/desk'],
    ['/desk?ticket=7', '/desk?ticket=7'],
    ['/insights/episode', '/insights/episode'],
    [null, '/insights'],
    ['', '/insights'],
    ['//evil.example', '/insights'],
    ['https://evil.example/desk', '/insights'],
    ['/deskevil', '/insights'],
    ['/desk\\..\\evil', '/insights'],
    ['/other', '/insights'],
  ] as const) {
    it(`leads a manager from ${String(to)} to ${home}`, () => expect(homeOf('manager', to)).to.equal(home));
  }
  it('leads an agent to the desk', () => expect(homeOf('agent', null)).to.equal('/desk'));
});
