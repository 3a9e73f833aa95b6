/** "Are people waiting?": what is true now, and how long people waited in the period. */
import { loudness } from '../desk/wait.js';
import { plural } from '../desk/words.js';
import { Chart } from './charts/chart.js';
import { PartsBar } from './charts/parts-bar.js';
import { SpreadBars } from './charts/spread.js';
import type { Live } from './figures.js';
import { borne, change, count, shareOf, span } from './format.js';
import type { Page } from './page.js';
import { Question } from './question.js';
import { beforeWords } from './range.js';
import { waitingAnswer } from './sentences.js';
import { Tile } from './tile.js';
import type { Spread, Summary } from './types.js';
import { promised, promisedMeans, promisedName } from './words.js';

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

const spreadColumns = [
  { name: 'Wait' },
  { name: 'n', number: true },
  { name: 'Half within', number: true },
  { name: '9 in 10 within', number: true },
  { name: '19 in 20 within', number: true },
] as const;

function Waits({ summary: { wait, firstReply } }: { summary: Summary }) {
  return (
    <Chart
      title="How long people waited in the period"
      note="Each band: half, nine in ten, and 19 in 20 were served within"
      twin={{
        columns: spreadColumns,
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
  );
}

/** On a scale of its own: messages wait for hours, and would flatten the waits of people. */
function Messages({ summary: { messageWait } }: { summary: Summary }) {
  if (messageWait.n === 0) return null;
  return (
    <Chart
      title="How long messages waited"
      note="Left with a way to be reached: nobody sat and waited"
      twin={{ columns: spreadColumns, rows: [cells('For a person', messageWait)] }}
    >
      <SpreadBars rows={[{ name: 'Until a person took it up', spread: messageWait }]} />
    </Chart>
  );
}

const promises = ({ promise }: Summary): number => promised.reduce((sum, one) => sum + promise[one], 0);

function Honesty({ summary }: { summary: Summary }) {
  const n = promises(summary);
  const parts = promised.map((one) => ({
    id: one,
    name: promisedName(one),
    means: promisedMeans(one),
    n: summary.promise[one],
  }));
  return (
    <Chart
      title="Was the wait as we said?"
      note={`n = ${count(n)} waits that were promised a range and are over`}
      twin={{
        columns: [{ name: 'The promised wait' }, { name: 'Waits', number: true }, { name: 'Share', number: true }],
        rows: parts.map((part) => [part.name, count(part.n), shareOf(part.n, n) ?? 'none']),
      }}
      empty={n === 0 ? 'Nobody was promised a wait that ended in this period.' : undefined}
    >
      <PartsBar parts={parts} total={n} />
    </Chart>
  );
}

function Beside({ page, summary }: { page: Page; summary: Summary }) {
  const { abandoned, escalations, promise } = summary;
  const earlier = page.insights.earlier.value;
  const against = beforeWords[page.insights.range.value.name];
  const n = promises(summary);
  return (
    <div class="tiles">
      <Tile
        page={page}
        id="promise"
        name="Promised wait that held"
        value={shareOf(promise.kept, n)}
        n={n === 0 ? 'no promises' : `${count(promise.kept)} of ${plural(n, 'promise')}`}
      />
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
      <div class="beside">
        <div>
          <Waits summary={summary} />
          <Messages summary={summary} />
          <Honesty summary={summary} />
        </div>
        <Beside page={page} summary={summary} />
      </div>
    </Question>
  );
}
