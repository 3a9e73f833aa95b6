/** The desk's words and clocks. */
import { expect } from 'chai';
import { loudness, waitOf } from '../../../src/web/desk/wait.js';
import {
  closedText,
  emptiedText,
  plural,
  systemText,
  signalText,
  signalValue,
  whyText,
  worstText,
} from '../../../src/web/desk/words.js';
import { mine, row } from './rows.js';

describe('the wait', () => {
  for (const [seconds, loud] of [
    [0, 'quiet'],
    [120, 'quiet'],
    [121, 'warm'],
    [300, 'warm'],
    [301, 'alarm'],
  ] as const) {
    it(`of ${seconds} seconds is ${loud}`, () => expect(loudness(seconds * 1000)).to.equal(loud));
  }

  it('runs from entering the line, or from the message that is owed an answer', () => {
    expect(waitOf(row('a', { since: 1000 }), 4000)).to.equal(3000);
    expect(waitOf(mine('a', { owedSince: 3000 }), 4000)).to.equal(1000);
    expect(waitOf(mine('a'), 4000)).to.equal(undefined);
  });

  it('is never negative when clocks differ', () => expect(waitOf(row('a', { since: 9000 }), 4000)).to.equal(0));
});

describe('how somebody feels', () => {
  for (const [reason, level, text] of [
    ['frustrated', -3, 'Frustrated'],
    ['frustrated', -2, 'Frustrated'],
    ['frustrated', -1, 'Frustrated, now uneasy'],
    ['frustrated', 2, 'Frustrated, now pleased'],
    ['asked', -1, 'Asked for a person'],
    ['fraud', 0, 'Fraud'],
  ] as const) {
    it(`is said beside why a person was fetched, where it is another: ${text}`, () =>
      expect(whyText({ reason, level })).to.equal(text));
  }

  for (const [levels, text] of [
    [[], undefined],
    [[-2], undefined],
    [[0, -1, -2], undefined],
    [[0, -2, -1], 'frustrated at worst'],
    [[-3, 1], 'very frustrated at worst'],
  ] as const) {
    it(`is said at worst, where it is better now: ${levels.join(' ')}`, () => expect(worstText(levels)).to.equal(text));
  }
});

describe('words', () => {
  it('name signals, and show an unknown one as it is', () => {
    expect(signalText('bot-failed')).to.equal('answers in a row that did not help');
    expect(signalText('new-signal')).to.equal('new signal');
  });

  for (const [value, text] of [
    [0.7, '70 %'],
    [1, '1'],
    [3, '3'],
    [0, '0'],
  ] as const) {
    it(`show the value ${value} as ${text}`, () => expect(signalValue(value)).to.equal(text));
  }

  it('prefer the seam as it was written', () => {
    expect(systemText({ text: 'Ana joined', mark: 'joined' })).to.equal('Ana joined');
    expect(systemText({ text: '', mark: 'expired' })).to.equal('The agent went silent: back in the line');
  });

  const queue = (title: string, opens?: string) => ({ id: title, title, open: false, ...(opens && { opens }) });
  const open = { id: 'main', title: 'Support', open: true };
  for (const [queues, words] of [
    [[], ''],
    [[open], ''],
    [
      [queue('Support', 'Monday at 09:00'), queue('Returns', 'Monday at 09:00')],
      'The desk is closed and opens Monday at 09:00. Customers are told so; messages wait here.',
    ],
    [[queue('Support')], 'The desk is closed. Customers are told so; messages wait here.'],
    [[open, queue('Returns', 'Monday at 09:00')], 'Closed now: Returns, opens Monday at 09:00.'],
    [[queue('Support', 'today at 14:00'), queue('Returns')], 'Closed now: Support, opens today at 14:00; Returns.'],
  ] as const) {
    it(`say when the desk is closed: ${words || 'nothing while it is open'}`, () =>
      expect(closedText(queues)).to.equal(words));
  }

  it('count', () => {
    expect([plural(1, 'message'), plural(0, 'message'), plural(1200, 'reply', 'replies')]).to.deep.equal([
      '1 message',
      '0 messages',
      '1,200 replies',
    ]);
  });
});

describe('an emptied store', () => {
  const at = Date.UTC(2026, 4, 4, 14, 2);
  it('is told of with its time, and how much of it is gone', () => {
    expect(emptiedText({ at, whole: true }, at + 60_000, 'UTC')).to.equal(
      'The store was emptied today at 14:02; conversations before that are gone.',
    );
    expect(emptiedText({ at, whole: false }, at + 86_400_000, 'UTC')).to.equal(
      'A part of the store was emptied yesterday at 14:02; some conversations before that are gone.',
    );
  });
});
