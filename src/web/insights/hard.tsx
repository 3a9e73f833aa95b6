/** "Where is it hard?": effort, waits over time, and the hours in which it goes wrong. */
import { useState } from 'preact/hooks';
import { plural } from '../desk/words.js';
import { clockText } from '../kit/time.js';
import { Band } from './charts/band.js';
import { Chart } from './charts/chart.js';
import { Punch, type PunchRow } from './charts/punch.js';
import { count, decimal, difference, share, span } from './format.js';
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

const measures: Readonly<Record<Measure, { readonly name: string; readonly say: (value: number) => string }>> = {
  waitP90: { name: 'Wait', say: (value) => `nine in ten within ${span(value)}` },
  effortMean: { name: 'Effort', say: (value) => `effort ${decimal(value)}` },
  escalations: { name: 'Handed over', say: (value) => `${count(value)} handed to a person` },
  misses: { name: 'Not answered', say: (value) => `${count(value)} not answered` },
};
const measureNames = ['waitP90', 'effortMean', 'escalations', 'misses'] as const;

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
        value={mean === undefined ? undefined : decimal(mean)}
        n={`mean, n = ${count(n)} ended`}
        change={mean === undefined ? undefined : difference(mean, earlier, against)}
        onRows={() => page.showCases()}
      />
      <Tile
        page={page}
        id="high"
        name="High effort"
        value={n === 0 ? undefined : share(high / n)}
        n={`${count(high)} of ${plural(n, 'ended case')}`}
        onRows={() => page.showCases()}
      />
    </div>
  );
}

function WaitChart({ hours }: { hours: readonly HourRow[] }) {
  const oneDay = hours.length <= 24;
  const rows = hours.filter(({ waitP90 }) => waitP90 !== undefined);
  const top = worst(hours, 'waitP90');
  const words = top?.waitP90 === undefined ? '' : `Longest ${hourName(top.at)}: ${span(top.waitP90)}.`;
  const days = Math.max(1, Math.round(hours.length / 24 / 8));
  return (
    <Chart
      title="Wait for a person, hour by hour"
      note="Nine in ten of the hour’s customers were served within the band; gaps are hours without a wait"
      twin={{
        columns: [
          { name: 'Hour' },
          { name: '9 in 10 within', number: true },
          { name: 'Handed over (n)', number: true },
        ],
        rows: rows.map(({ at, waitP90, escalations }) => [
          `${dayName.format(at)} ${clockText(at)}`,
          span(waitP90 ?? 0),
          count(escalations),
        ]),
      }}
      empty={rows.length === 0 ? 'Nobody waited for a person in this period.' : undefined}
    >
      <Band
        points={hours.map(({ at, waitP90 }) => ({ at, value: waitP90 }))}
        words={`Wait for a person by hour. ${words}`}
        label={(at) => (oneDay ? clockText(at) : dayName.format(at))}
        labelled={(at) =>
          oneDay ? localHour(at) % 4 === 0 : localHour(at) === 12 && Math.floor(at / 86_400_000) % days === 0
        }
      />
    </Chart>
  );
}

function punchRows(hours: readonly HourRow[], measure: Measure): readonly PunchRow[] {
  return byDay(hours).map((day) => ({
    name: dayName.format(day.at),
    cells: day.hours.flatMap((row) => {
      const value = measured(row, measure);
      const text = `${dayName.format(row.at)} ${clockText(row.at)}: ${measures[measure].say(value ?? 0)}`;
      return value === undefined ? [] : [{ hour: localHour(row.at), value, text }];
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

function HoursChart({ hours }: { hours: readonly HourRow[] }) {
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
          { name: 'Cases begun (n)', number: true },
        ],
        rows: rows.map((row) => [
          `${dayName.format(row.at)} ${clockText(row.at)}`,
          measures[measure].say(measured(row, measure) ?? 0),
          count(row.episodes),
        ]),
      }}
      empty={rows.length === 0 ? 'Nothing of this was measured in this period.' : undefined}
    >
      <Punch rows={punchRows(hours, measure)} words={`${measures[measure].name} by day and hour. ${most}.`} />
    </Chart>
  );
}

export function Hard({ page, summary }: { page: Page; summary: Summary }) {
  const hours = everyHour(summary.hours, summary.from, Math.min(summary.now, summary.to));
  return (
    <Question title="Where is it hard?" answer={hardAnswer(summary, worst(hours, 'waitP90'), hourName)}>
      <EffortTiles page={page} summary={summary} />
      <WaitChart hours={hours} />
      <HoursChart hours={hours} />
    </Question>
  );
}
