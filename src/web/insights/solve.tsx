/** "Does the assistant solve it?": how cases ended, what was answered, and why a person was needed. */
import { fewest } from '../../conversation/bounds.js';
import { outcomeNames, reasonNames } from '../../conversation/names.js';
import { Bars } from './charts/bars.js';
import { Chart } from './charts/chart.js';
import { PartsBar } from './charts/parts-bar.js';
import { Entries } from './entries.js';
import { behind, shareOf } from './doubt.js';
import { change, count } from './format.js';
import { everyHour, trend } from './hours.js';
import type { Page } from './page.js';
import { Question } from './question.js';
import { beforeWords } from './range.js';
import { solveAnswer } from './sentences.js';
import { Tile } from './tile.js';
import type { HourRow, Summary } from './types.js';
import { outcomeMeans, outcomeName, reasonName } from './words.js';

function Outcomes({ page, summary }: { page: Page; summary: Summary }) {
  const { ended, outcomes: counts } = summary;
  return (
    <Chart
      title="How cases ended"
      note={`n = ${count(ended)} that ended in the period, whenever they began; each counts once`}
      twin={{
        columns: [{ name: 'Outcome' }, { name: 'Cases', number: true }, { name: 'Share', number: true }],
        rows: outcomeNames.map((outcome) => [
          outcomeName(outcome),
          { text: count(counts[outcome]), press: page.press(`outcome:${outcome}`) },
          shareOf(counts[outcome], ended) ?? 'none',
        ]),
      }}
      empty={ended === 0 ? 'No case has ended in this period yet.' : undefined}
    >
      <PartsBar
        total={ended}
        parts={outcomeNames.map((outcome) => ({
          id: outcome,
          name: outcomeName(outcome),
          means: outcomeMeans(outcome),
          n: counts[outcome],
          press: page.press(`outcome:${outcome}`),
        }))}
      />
    </Chart>
  );
}

function Reasons({ page, summary }: { page: Page; summary: Summary }) {
  const { total, byReason } = summary.escalations;
  const shown = reasonNames
    .map((reason) => ({
      name: reasonName(reason),
      value: byReason[reason] ?? 0,
      press: page.press(`reason:${reason}`),
    }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .map((bar) => ({
      ...bar,
      text: total < fewest.share ? count(bar.value) : `${count(bar.value)} · ${shareOf(bar.value, total) ?? 'none'}`,
    }));
  return (
    <Chart
      title="Why a person was needed"
      note={`n = ${count(total)} people who came into a line, by the latest reason`}
      twin={{
        columns: [{ name: 'Reason' }, { name: 'People and share', number: true }],
        rows: shown.map(({ name, text, press }) => [name, { text, press }]),
      }}
      empty={total === 0 ? 'Nobody was handed to a person in this period.' : undefined}
    >
      <Bars bars={shown} />
    </Chart>
  );
}

function Questions({ page, summary, hours }: { page: Page; summary: Summary; hours: readonly HourRow[] }) {
  const { answers, misses } = summary;
  const earlier = page.insights.earlier.value;
  const against = beforeWords[page.insights.range.value.name];
  const of = (part: number) => (answers + misses > 0 ? behind(part, answers + misses, 'questions') : 'no questions');
  return (
    <>
      <Tile
        page={page}
        id="answers"
        name="Questions answered"
        value={count(answers)}
        n={of(answers)}
        change={change(answers, earlier?.answers, against)}
        trend={trend(hours, 'answers')}
      />
      <Tile
        page={page}
        id="misses"
        name="Not answered"
        value={count(misses)}
        n={of(misses)}
        change={change(misses, earlier?.misses, against)}
        trend={trend(hours, 'misses')}
      />
    </>
  );
}

function Counts({ page, summary }: { page: Page; summary: Summary }) {
  const { episodes, escalations, from, now, to } = summary;
  const earlier = page.insights.earlier.value;
  const against = beforeWords[page.insights.range.value.name];
  const hours = everyHour(summary.hours, from, Math.min(now, to));
  return (
    <div class="tiles">
      <Tile
        page={page}
        id="episodes"
        name="Cases begun"
        value={count(episodes)}
        n="cases that began in the period"
        change={change(episodes, earlier?.episodes, against)}
        trend={trend(hours, 'episodes')}
      />
      <Questions page={page} summary={summary} hours={hours} />
      <Tile
        page={page}
        id="asked"
        name="Handed to a person"
        value={count(escalations.total)}
        n="people who came into a line"
        change={change(escalations.total, earlier?.escalations.total, against)}
        trend={trend(hours, 'escalations')}
      />
      <Tile
        page={page}
        id="again"
        name="Came again"
        value={count(summary.again)}
        n={behind(summary.again, episodes, 'cases begun')}
        change={change(summary.again, earlier?.again, against)}
      />
      <Tile
        page={page}
        id="transferred"
        name="Changed hands"
        value={count(summary.transferred)}
        n={behind(summary.transferred, summary.ended, 'ended')}
      />
    </div>
  );
}

export function Solve({ page, summary }: { page: Page; summary: Summary }) {
  return (
    <Question title="Does the assistant solve it?" answer={solveAnswer(summary)}>
      <Outcomes page={page} summary={summary} />
      <Counts page={page} summary={summary} />
      <Entries page={page} summary={summary} />
      <Reasons page={page} summary={summary} />
    </Question>
  );
}
