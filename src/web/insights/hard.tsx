/** "Where is it hard?": effort, waits over time, and the hours in which it goes wrong. */
import { useState } from 'preact/hooks';
import { clockText } from '../kit/time.js';
import { Band } from './charts/band.js';
import { Chart } from './charts/chart.js';
import { Punch, type PunchRow } from './charts/punch.js';
import { behind, shareOf } from './doubt.js';
import { count, decimal, difference, span } from './format.js';
import { byDay, everyHour, measured, worst, type Measure } from './hours.js';
import type { Page } from './page.js';
import { Question } from './question.js';
import { beforeWords } from './range.js';
import { hardAnswer } from './sentences.js';
import { Tile } from './tile.js';
import type { HourRow, Summary } from './types.js';

const dayName = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric' });
const longDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const hourName = (at: number) => `on ${longDay.format(at)} at ${clockText(at)}`;
const localHour = (at: number) => new Date(at).getHours();

interface Shown {
  readonly name: string;
  readonly say: (value: number) => string;
  /** The figure whose rows stand behind a square, and how many it is of. */
  readonly rows: string;
  readonly of: string;
  readonly n: (row: HourRow) => number;
}

const measures: Readonly<Record<Measure, Shown>> = {
  longestWait: {
    name: 'Wait',
    say: (value) => `the longest ${span(value)}`,
    rows: 'wait',
    of: 'People (n)',
    n: ({ waited }) => waited,
  },
  effortMean: {
    name: 'Effort',
    say: (value) => `effort ${decimal(value)}`,
    rows: 'effort',
    of: 'Cases ended (n)',
    n: ({ ended }) => ended,
  },
  escalations: {
    name: 'Handed over',
    say: (value) => `${count(value)} handed to a person`,
    rows: 'asked',
    of: 'People (n)',
    n: ({ escalations }) => escalations,
  },
  misses: {
    name: 'Not answered',
    say: (value) => `${count(value)} not answered`,
    rows: 'misses',
    of: 'Questions (n)',
    n: ({ misses }) => misses,
  },
};
const measureNames = ['longestWait', 'effortMean', 'escalations', 'misses'] as const;

function EffortTiles({ page, summary }: { page: Page; summary: Summary }) {
  const { n, mean, high } = summary.effort;
  const earlier = page.insights.earlier.value?.effort.mean;
  const against = beforeWords[page.insights.range.value.name];
  return (
    <div class="tiles">
      <Tile
        page={page}
        id="effort"
        name="Effort, 0 to 100"
        value={mean === undefined ? (n === 0 ? undefined : 'too few') : decimal(mean)}
        n={`mean, n = ${count(n)} ended`}
        change={mean === undefined ? undefined : difference(mean, earlier, against)}
      />
      <Tile page={page} id="high" name="High effort" value={shareOf(high, n)} n={behind(high, n, 'ended')} />
    </div>
  );
}

function WaitChart({ page, hours }: { page: Page; hours: readonly HourRow[] }) {
  const oneDay = hours.length <= 25;
  const rows = hours.filter(({ waited }) => waited > 0);
  const top = worst(hours, 'longestWait');
  const words = top?.longestWait === undefined ? '' : `Longest ${hourName(top.at)}: ${span(top.longestWait)}.`;
  const days = Math.max(1, Math.round(hours.length / 24 / 8));
  return (
    <Chart
      title="Wait for a person, hour by hour"
      note="The longest wait of those who came in the hour, served or not; gaps are hours in which nobody came"
      twin={{
        columns: [{ name: 'Hour' }, { name: 'The longest', number: true }, { name: 'People (n)', number: true }],
        rows: rows.map(({ at, longestWait = 0, waited }) => [
          `${dayName.format(at)} ${clockText(at)}`,
          span(longestWait),
          { text: count(waited), press: page.press('wait', at) },
        ]),
      }}
      empty={rows.length === 0 ? 'Nobody waited for a person in this period.' : undefined}
    >
      <Band
        points={hours.map(({ at, longestWait }) => ({
          at,
          value: longestWait,
          ...(longestWait === undefined ? {} : { press: page.press('wait', at) }),
        }))}
        words={`Wait for a person by hour. ${words}`}
        label={(at) => (oneDay ? clockText(at) : dayName.format(at))}
        labelled={(at) =>
          oneDay ? localHour(at) % 4 === 0 : localHour(at) === 12 && Math.floor(at / 86_400_000) % days === 0
        }
      />
    </Chart>
  );
}

function punchRows(page: Page, hours: readonly HourRow[], measure: Measure): readonly PunchRow[] {
  return byDay(hours).map((day) => ({
    name: dayName.format(day.at),
    cells: day.hours.flatMap((row) => {
      const value = measured(row, measure);
      const text = `${dayName.format(row.at)} ${clockText(row.at)}: ${measures[measure].say(value ?? 0)}`;
      const press = page.press(measures[measure].rows, row.at);
      return value === undefined ? [] : [{ hour: localHour(row.at), value, text, press }];
    }),
  }));
}

function Pick({ measure, choose }: { measure: Measure; choose: (measure: Measure) => void }) {
  return (
    <div class="segments" role="group" aria-label="What the squares show">
      {measureNames.map((name) => (
        <button key={name} type="button" aria-pressed={name === measure} onClick={() => choose(name)}>
          {measures[name].name}
        </button>
      ))}
    </div>
  );
}

function HoursChart({ page, hours }: { page: Page; hours: readonly HourRow[] }) {
  const [measure, choose] = useState<Measure>('effortMean');
  const rows = hours.filter((row) => measured(row, measure) !== undefined);
  const top = worst(hours, measure);
  const most = top ? `Most ${hourName(top.at)}: ${measures[measure].say(measured(top, measure) ?? 0)}` : '';
  return (
    <Chart
      title="The hours, one by one"
      note={top ? `The larger the square, the more. ${most}.` : 'The larger the square, the more.'}
      tools={<Pick measure={measure} choose={choose} />}
      twin={{
        columns: [
          { name: 'Hour' },
          { name: measures[measure].name, number: true },
          { name: measures[measure].of, number: true },
        ],
        rows: rows.map((row) => [
          `${dayName.format(row.at)} ${clockText(row.at)}`,
          measures[measure].say(measured(row, measure) ?? 0),
          { text: count(measures[measure].n(row)), press: page.press(measures[measure].rows, row.at) },
        ]),
      }}
      empty={rows.length === 0 ? 'Nothing of this was measured in this period.' : undefined}
    >
      <Punch rows={punchRows(page, hours, measure)} words={`${measures[measure].name} by day and hour. ${most}.`} />
    </Chart>
  );
}

export function Hard({ page, summary }: { page: Page; summary: Summary }) {
  const hours = everyHour(summary.hours, summary.from, Math.min(summary.now, summary.to));
  return (
    <Question title="Where is it hard?" answer={hardAnswer(summary, worst(hours, 'longestWait'), hourName)}>
      <EffortTiles page={page} summary={summary} />
      <WaitChart page={page} hours={hours} />
      <HoursChart page={page} hours={hours} />
    </Question>
  );
}
