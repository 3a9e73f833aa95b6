/** "How easy was it?": what customers answered, all of it, and what they wrote. */
import { easyScore, scores } from '../../conversation/bounds.js';
import { CaseLink } from './case-parts.js';
import { Chart } from './charts/chart.js';
import { Columns } from './charts/columns.js';
import { behind, shareOf } from './doubt.js';
import { count, decimal, difference } from './format.js';
import type { Page } from './page.js';
import { Question } from './question.js';
import { beforeWords } from './range.js';
import { easyAnswer } from './sentences.js';
import { Tile } from './tile.js';
import type { Summary } from './types.js';

const easyOnes = `${easyScore} to ${scores.length}`;

function Histogram({ page, ces }: { page: Page; ces: Summary['ces'] }) {
  const bars = ces.counts.map((value, index) => ({
    name: String(index + 1),
    value,
    text: count(value),
    chosen: index >= scores.indexOf(easyScore),
    press: page.press(`ces:${index + 1}`),
  }));
  return (
    <Chart
      title="Every answer"
      note={`n = ${count(ces.n)} of ${count(ces.asked)} asked; ${easyOnes} count as easy`}
      twin={{
        columns: [{ name: 'Answer' }, { name: 'Customers', number: true }, { name: 'Share', number: true }],
        rows: bars.map(({ name, value, press }) => [
          name,
          { text: count(value), press },
          shareOf(value, ces.n) ?? 'none',
        ]),
      }}
      empty={ces.n === 0 ? 'Nobody has answered the survey in this period.' : undefined}
    >
      <Columns
        bars={bars}
        ends={['strongly disagree', 'strongly agree']}
        words={`Answers 1 to 7: ${ces.counts.map((value, index) => `${index + 1}: ${value}`).join(', ')}.`}
      />
    </Chart>
  );
}

const said = 5;

function Comments({ page }: { page: Page }) {
  const { rows } = page.insights.recent.rows.value;
  const written = rows.filter(({ comment }) => comment !== undefined && comment !== '').slice(0, said);
  if (written.length === 0) return null;
  return (
    <section class="comments" aria-label="What they wrote">
      <h3>What they wrote</h3>
      <ul>
        {written.map((row) => (
          <li key={row.id}>
            <p dir="auto">{row.comment}</p>
            <p class="muted figures">
              {row.ces !== undefined && `${row.ces} of 7, `}
              <CaseLink page={page} row={row} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Easy({ page, summary }: { page: Page; summary: Summary }) {
  const { ces } = summary;
  const earlier = page.insights.earlier.value?.ces.mean;
  const against = beforeWords[page.insights.range.value.name];
  return (
    <Question title="How easy was it?" answer={easyAnswer(ces)}>
      <div class="tiles">
        <Tile
          page={page}
          id="ces"
          name="Customer Effort Score"
          value={ces.mean === undefined ? (ces.n === 0 ? undefined : 'too few') : `${decimal(ces.mean)} of 7`}
          n={`n = ${count(ces.n)} answered of ${count(ces.asked)} asked`}
          change={ces.mean === undefined ? undefined : difference(ces.mean, earlier, against)}
        />
        <Tile
          page={page}
          id="easy"
          name="Found it easy"
          value={shareOf(ces.easy, ces.n)}
          n={behind(ces.easy, ces.n, `answered ${easyOnes}`)}
        />
        <Tile
          page={page}
          id="surveyed"
          name="Asked"
          value={count(ces.asked)}
          n={`${behind(ces.asked, summary.ended, 'ended')}; ${shareOf(ces.n, ces.asked) ?? 'none'} answered`}
        />
      </div>
      <div class="beside">
        <Histogram page={page} ces={ces} />
        <Comments page={page} />
      </div>
    </Question>
  );
}
