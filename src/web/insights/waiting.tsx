/** "Are people waiting?": what is true now, and how long people waited in the period. */
import { loudness } from '../desk/wait.js';
import { plural } from '../desk/words.js';
import { Chart } from './charts/chart.js';
import { SpreadBars } from './charts/spread.js';
import type { Live } from './figures.js';
import { borne, change, count, shareOf, span } from './format.js';
import type { Page } from './page.js';
import { Question } from './question.js';
import { beforeWords } from './range.js';
import { waitingAnswer } from './sentences.js';
import { Tile } from './tile.js';
import type { Spread, Summary } from './types.js';

function Stamp({ live }: { live: Live }) {
  return live.stale ? (
    <span class="stamp chip chip-warm">not current, trying again</span>
  ) : (
    <span class="stamp muted">live</span>
  );
}

const loudWords = { quiet: 'in the line', warm: 'over 2 min', alarm: 'over 5 min' } as const;

function Now({ page, live }: { page: Page; live: Live }) {
  const { waiting, longestWait, assigned, agents } = live.now;
  const loud = longestWait === undefined || waiting === 0 ? 'quiet' : loudness(longestWait);
  return (
    <div class="tiles">
      <Tile page={page} id="waiting" name="Waiting now" value={count(waiting)} n="in the line" />
      <Tile
        page={page}
        id="longestWait"
        name="Longest wait now"
        value={longestWait === undefined || waiting === 0 ? 'none' : span(longestWait)}
        tone={loud === 'quiet' ? undefined : loud}
        n={loudWords[loud]}
      />
      <Tile page={page} id="assigned" name="With a person now" value={count(assigned)} n="conversations" />
      <Tile page={page} id="agents" name="Agents at their desk" value={count(agents)} n="now" />
    </div>
  );
}

function cells(name: string, measured: Spread): readonly string[] {
  const { n, p50, p90, p95 } = borne(measured);
  const none = n === 0 ? 'not measured' : 'too few';
  return [name, count(n), ...[p50, p90, p95].map((value) => (value === undefined ? none : span(value)))];
}

function Waits({ page, summary }: { page: Page; summary: Summary }) {
  const { wait, firstReply, abandoned, escalations } = summary;
  const earlier = page.insights.earlier.value;
  const against = beforeWords[page.insights.range.value.name];
  return (
    <div class="beside">
      <Chart
        title="How long people waited in the period"
        note="Each band: half, nine in ten, and 19 in 20 were served within"
        twin={{
          columns: [
            { name: 'Wait' },
            { name: 'n', number: true },
            { name: 'Half within', number: true },
            { name: '9 in 10 within', number: true },
            { name: '19 in 20 within', number: true },
          ],
          rows: [cells('For a person', wait), cells('For the first words', firstReply)],
        }}
        empty={wait.n + firstReply.n === 0 ? 'Nobody waited for a person in this period.' : undefined}
      >
        <SpreadBars
          rows={[
            { name: 'Until a person took over', spread: wait },
            { name: 'Until the first words of a person', spread: firstReply },
          ]}
        />
      </Chart>
      <Tile
        page={page}
        id="abandoned"
        name="Left the line"
        value={count(abandoned)}
        n={`${shareOf(abandoned, escalations.total) ?? 'none'} of ${plural(escalations.total, 'ticket')}`}
        change={change(abandoned, earlier?.abandoned, against)}
        onRows={() => page.showCases('gave-up')}
        rowsName="Show who gave up"
      />
    </div>
  );
}

export function Waiting({ page, summary }: { page: Page; summary: Summary }) {
  const live = page.insights.live.value;
  return (
    <Question
      title="Are people waiting?"
      answer={
        live && (
          <>
            {waitingAnswer(live.now)} <Stamp live={live} />
          </>
        )
      }
    >
      {live && <Now page={page} live={live} />}
      <Waits page={page} summary={summary} />
    </Question>
  );
}
