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

  it('open and close to the second, whatever was asked just before', () => {
    const some = hours();
    for (const [opens, closes] of [
      ['2026-11-25T09:00:00Z', '2026-11-25T12:30:00Z'],
      ['2026-11-25T13:30:00Z', '2026-11-25T17:00:00Z'],
      ['2026-12-24T09:00:00Z', '2026-12-24T11:00:00Z'],
    ] as const) {
      const asked = [at(opens) - 1, at(opens), at(closes) - 1, at(closes)].map((time) => some.isOpen(time));
      expect(asked, opens).to.deep.equal([false, true, true, false]);
    }
  });

  it('are those of the main queue for one that is not there', () => {
    expect(hours().isOpen(at('2026-11-25T09:00:00Z'), 'nowhere')).to.equal(true);
    expect(hours().isOpen(at('2026-11-29T11:00:00Z'), 'nowhere')).to.equal(false);
  });

  it('open next after a moment, not in it', () => {
    expect(hours().opensAt(at('2026-11-25T09:00:00Z'))).to.equal(at('2026-11-25T13:30:00Z'));
    expect(hours().opensAt(at('2026-11-25T08:59:59Z'))).to.equal(at('2026-11-25T09:00:00Z'));
  });

  it('are looked for a year ahead', () => {
    const never = file().replaceAll(/: \d\d:\d\d-.*/g, ': closed');
    const once = (day: string) => hours(never.replace('holidays:', `holidays:\n  ${day}: 09:00-10:00`));
    expect(once('2027-11-26').opensAt(at('2026-11-25'))).to.equal(at('2027-11-26T09:00:00Z'));
    expect(once('2027-11-25').opensAt(at('2026-11-25'))).to.equal(at('2027-11-25T09:00:00Z'));
    expect(once('2027-11-27').opensAt(at('2026-11-25'))).to.equal(undefined);
  });

  it('are told by the weekday for less than a week, and by the date from then on', () => {
    const say = (time: string) => hours().say(at(time), at('2026-11-25T08:00:00Z'));
    expect(say('2026-12-01T09:00:00Z')).to.equal('Tuesday at 09:00 GMT');
    expect(say('2026-12-02T09:00:00Z')).to.equal('Wednesday 2 December at 09:00 GMT');
    expect(say('2026-12-03T09:00:00Z')).to.equal('Thursday 3 December at 09:00 GMT');
  });

  const saturdays = (text: string) => problems(file().replace('10:00-12:00', `'${text}'`));
  for (const text of [
    ' closed ',
    '00:00-24:00',
    '09:59-10:54',
    '00:00-00:01,00:01-23:59',
    ' 09:00-10:00 , 11:00-12:00 ',
  ]) {
    it(`may be written as "${text}"`, () => expect(saturdays(text)).to.deep.equal([]));
  }
  for (const text of [
    '09:60-17:00',
    '09:00-17:60',
    '09:00-09:00',
    '20:00-24:01',
    'x09:00-17:00',
    '09:00-17:00x',
    'close',
  ]) {
    it(`may not be written as "${text}"`, () => expect(saturdays(text).join()).to.include(text));
  }
  for (const day of ['x2026-12-26', '2026-12-26x', '2026-02-30', '26-12-2026']) {
    it(`have no holiday on "${day}"`, () => {
      expect(problems(file().replace('2026-12-24', day)).join()).to.include('must be a date');
    });
  }

  it('hold for queues with names of up to 30 letters, and titles of up to 40', () => {
    const queue = (id: string, title: string) => problems(file(`  ${id}: { title: '${title}' }`)).join();
    for (const id of ['n', 'night-2', 'n'.repeat(30)]) expect(queue(id, 'Night'), id).to.equal('');
    for (const id of ['n'.repeat(31), 'Night', '2night', 'night_2', 'night!']) {
      expect(queue(id, 'Night'), id).to.include('name of a queue');
    }
    for (const title of ['N', 'N'.repeat(40), ` ${'N'.repeat(40)} `]) expect(queue('night', title), title).to.equal('');
    for (const title of ['', '  ', 'N'.repeat(41)]) {
      expect(queue('night', title), title).to.include('title').and.not.include('name of a queue');
    }
    const list = file().replace('queues:\n  main: { title: Support }', 'queues: [main]');
    expect(problems(list).join()).to.include('queues').and.not.include('name of a queue');
    expect(hours(file(`  night: { title: ' Night ' }`)).queues[1]).to.deep.equal({ id: 'night', title: 'Night' });
  });
});
