/** "Are people waiting?": what is true now, and how long people waited in the period. */
import { loudness } from '../desk/wait.js';
import { type Cell, Chart } from './charts/chart.js';
import { PartsBar } from './charts/parts-bar.js';
import { SpreadBars, type SpreadRow } from './charts/spread.js';
import type { Live } from './figures.js';
import { behind, shareOf } from './doubt.js';
import { change, count, span } from './format.js';
import type { Page, Press } from './page.js';
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

function cells(name: string, spread: Spread, press: Press): readonly Cell[] {
  const { n, p50, p90, p95, p99, longest } = spread;
  const none = n === 0 ? 'not measured' : 'too few';
  const told = [p50, p90, p95, p99, longest].map((value) => (value === undefined ? none : span(value)));
  return [name, { text: count(n), press }, ...told];
}

const spreadColumns = [
  { name: 'Wait' },
  { name: 'n', number: true },
  ...['Half within', '9 in 10 within', '19 in 20 within', '99 in 100 within', 'The longest'].map((name) => ({
    name,
    number: true,
  })),
] as const;

function Spreads({ title, note, rows }: { title: string; note: string; rows: readonly SpreadRow[] }) {
  return (
    <Chart
      title={title}
      note={note}
      twin={{ columns: spreadColumns, rows: rows.map(({ name, spread, press }) => cells(name, spread, press)) }}
      empty={rows.every(({ spread }) => spread.n === 0) ? 'Nobody waited for a person in this period.' : undefined}
    >
      <SpreadBars rows={rows} />
    </Chart>
  );
}

function Waits({ page, summary: { waits, firstReply } }: { page: Page; summary: Summary }) {
  return (
    <Spreads
      title="How long people waited in the period"
      note="Of everybody who came into a line; who left before anybody came waited at least as long as they stayed"
      rows={[
        { name: 'Until a person came, all', spread: waits.all, press: page.press('wait') },
        { name: 'Of those who were served', spread: waits.served, press: page.press('served') },
        { name: 'Until they left', spread: waits.left, press: page.press('left') },
        { name: 'Until the first words of a person', spread: firstReply, press: page.press('first') },
      ]}
    />
  );
}

/** On a scale of its own: messages wait for hours, and would flatten the waits of people. */
function Messages({ page, summary: { waits } }: { page: Page; summary: Summary }) {
  if (waits.message.n === 0) return null;
  return (
    <Spreads
      title="How long messages waited"
      note="Left with a way to be reached: nobody sat and waited"
      rows={[{ name: 'Until a person took it up', spread: waits.message, press: page.press('taken') }]}
    />
  );
}

const promises = ({ promise }: Summary): number => promised.reduce((sum, one) => sum + promise[one], 0);

function Honesty({ page, summary }: { page: Page; summary: Summary }) {
  const n = promises(summary);
  const parts = promised.map((one) => ({
    id: one,
    name: promisedName(one),
    means: promisedMeans(one),
    n: summary.promise[one],
    press: page.press(`promise:${one}`),
  }));
  return (
    <Chart
      title="Was the wait as we said?"
      note={`n = ${count(n)} waits that were promised a range and are over`}
      twin={{
        columns: [{ name: 'The promised wait' }, { name: 'Waits', number: true }, { name: 'Share', number: true }],
        rows: parts.map((part) => [
          part.name,
          { text: count(part.n), press: part.press },
          shareOf(part.n, n) ?? 'none',
        ]),
      }}
      empty={n === 0 ? 'Nobody was promised a wait that ended in this period.' : undefined}
    >
      <PartsBar parts={parts} total={n} />
    </Chart>
  );
}

function Beside({ page, summary }: { page: Page; summary: Summary }) {
  const { waits, promise } = summary;
  const earlier = page.insights.earlier.value;
  const against = beforeWords[page.insights.range.value.name];
  const [n, over] = [promises(summary), waits.all.n];
  return (
    <div class="tiles">
      <Tile
        page={page}
        id="promise"
        rows="promise:kept"
        name="Promised wait that held"
        value={shareOf(promise.kept, n)}
        n={n === 0 ? 'no promises' : behind(promise.kept, n, 'promises')}
      />
      <Tile
        page={page}
        id="prompt"
        name="Served promptly"
        value={shareOf(waits.prompt, over)}
        n={over === 0 ? 'nobody waited' : behind(waits.prompt, over, 'people')}
      />
      <Tile
        page={page}
        id="left"
        name="Left the line"
        value={count(waits.left.n)}
        n={over === 0 ? 'nobody waited' : behind(waits.left.n, over, 'people')}
        change={change(waits.left.n, earlier?.waits.left.n, against)}
      />
      <Tile page={page} id="short" name="Left almost at once" value={count(waits.short)} n="among those who left" />
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
          <Waits page={page} summary={summary} />
          <Messages page={page} summary={summary} />
          <Honesty page={page} summary={summary} />
        </div>
        <Beside page={page} summary={summary} />
      </div>
    </Question>
  );
}
