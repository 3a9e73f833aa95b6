import { expect } from 'chai';
import fc from 'fast-check';
import { checkHours, type Hours } from '../../src/queue/index.js';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const file = (...more: readonly string[]) =>
  [
    'zone: Europe/London',
    'week:',
    ...weekdays.map((day) => `  ${day}: 09:00-12:30, 13:30-17:00`),
    '  saturday: 10:00-12:00',
    '  sunday: closed',
    'holidays:',
    '  2026-12-25: closed',
    '  2026-12-24: 09:00-11:00',
    'queues:',
    '  main: { title: Support }',
    ...more,
  ].join('\n');

function hours(text = file()): Hours {
  const checked = checkHours({ name: 'dialogs/hours.yaml', text });
  if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
  return checked.value;
}
const problems = (text: string) => {
  const checked = checkHours({ name: 'dialogs/hours.yaml', text });
  return checked.kind === 'broken' ? checked.problems : [];
};
const at = (iso: string) => Date.parse(iso);
const hour = 3_600_000;

describe('business hours', () => {
  for (const [time, open] of [
    ['2026-11-25T08:59:59Z', false],
    ['2026-11-25T09:00:00Z', true],
    ['2026-11-25T12:29:59Z', true],
    ['2026-11-25T12:30:00Z', false],
    ['2026-11-25T16:59:59Z', true],
    ['2026-11-25T17:00:00Z', false],
    ['2026-11-28T11:00:00Z', true], // Saturday
    ['2026-11-29T11:00:00Z', false], // Sunday
    ['2026-12-24T10:59:00Z', true],
    ['2026-12-24T11:01:00Z', false],
    ['2026-12-25T10:00:00Z', false],
    ['2026-07-01T08:30:00Z', true], // 09:30 in summer time
    ['2026-07-01T16:30:00Z', false],
  ] as const) {
    it(`are ${open ? 'open' : 'closed'} at ${time}`, () => expect(hours().isOpen(at(time))).to.equal(open));
  }

  it('know the next opening over a lunch break, a weekend, a holiday and the change of the clocks', () => {
    const next = (time: string) => new Date(hours().opensAt(at(time)) ?? 0).toISOString();
    expect(next('2026-11-25T12:45:00Z')).to.equal('2026-11-25T13:30:00.000Z');
    expect(next('2026-11-28T12:00:00Z')).to.equal('2026-11-30T09:00:00.000Z');
    expect(next('2026-12-24T11:00:00Z')).to.equal('2026-12-26T10:00:00.000Z');
    expect(next('2026-03-28T12:00:00Z')).to.equal('2026-03-30T08:00:00.000Z');
  });

  it('are told as one says it', () => {
    const now = at('2026-11-25T08:00:00Z');
    const say = (time: string) => hours().say(at(time), now);
    expect(say('2026-11-25T09:00:00Z')).to.equal('today at 09:00 GMT');
    expect(say('2026-11-26T09:00:00Z')).to.equal('tomorrow at 09:00 GMT');
    expect(say('2026-11-30T09:00:00Z')).to.equal('Monday at 09:00 GMT');
    expect(say('2026-12-26T10:00:00Z')).to.equal('Saturday 26 December at 10:00 GMT');
  });

  it('count a wait in business time: a weekend counts only its open hours', () => {
    const [friday, monday] = [at('2026-11-27T16:00:00Z'), at('2026-11-30T10:00:00Z')];
    expect(hours().openBetween(friday, monday)).to.equal((1 + 2 + 1) * hour);
    expect(hours().openBetween(friday, friday)).to.equal(0);
  });

  it('count the night of the change of the clocks as long as it was', () => {
    const always = hours(file().replace('sunday: closed', 'sunday: 00:00-24:00'));
    const between = (from: string, to: string) => always.openBetween(at(from), at(to));
    expect(between('2026-10-25T00:00:00+01:00', '2026-10-26T00:00:00Z')).to.equal(25 * hour);
    expect(between('2026-03-29T00:00:00Z', '2026-03-30T00:00:00+01:00')).to.equal(23 * hour);
  });

  it('add up however a span is cut, and never exceed it', () => {
    const some = hours();
    const times = fc.integer({ min: at('2026-01-01'), max: at('2027-01-01') });
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: 0, max: 9 * 24 * hour }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, length, part) => {
          const [to, cut] = [from + length, from + Math.round(length * part)];
          const whole = some.openBetween(from, to);
          return whole <= length && some.openBetween(from, cut) + some.openBetween(cut, to) === whole;
        },
      ),
      { numRuns: 60 },
    );
  });

  it('may differ for a queue', () => {
    const night =
      '  night: { title: Night, week: {' +
      [...weekdays, 'saturday', 'sunday'].map((day) => `${day}: 00:00-24:00`).join(', ') +
      '} }';
    const some = hours(file(night));
    expect(some.queues).to.deep.equal([
      { id: 'main', title: 'Support' },
      { id: 'night', title: 'Night' },
    ]);
    expect(some.isOpen(at('2026-11-29T03:00:00Z'), 'night')).to.equal(true);
    expect(some.isOpen(at('2026-11-29T03:00:00Z'))).to.equal(false);
  });

  it('that never open have no next opening', () => {
    const never = file().replaceAll(/: \d\d:\d\d-.*/g, ': closed');
    expect(hours(never).opensAt(at('2026-11-25'))).to.equal(undefined);
  });

  it('are refused with file and line, all problems at once', () => {
    const broken = file()
      .replace('Europe/London', 'Europe/Nowhere')
      .replace('saturday: 10:00-12:00', 'saturday: 12:00-10:00')
      .replace('2026-12-25', '2026-13-25')
      .replace('main:', 'Main Desk:');
    const told = problems(broken).join('\n');
    expect(told).to.match(/hours\.yaml:1: .*time zone/);
    expect(told).to.match(/hours\.yaml:8: .*12:00-10:00/);
    expect(told).to.match(/hours\.yaml:1[01]: .*date/);
    expect(told).to.match(/hours\.yaml:1\d: .*name of a queue/);
  });

  it('are refused when a day is missing or overlaps itself', () => {
    expect(problems(file().replace('  sunday: closed\n', '')).join()).to.include('sunday');
    expect(problems(file().replace('10:00-12:00', '10:00-12:00, 11:00-13:00')).join()).to.include('in order');
  });
});
