/** "Who is at risk?": the cases worth reading first, each with what made it hard. */
import { Mood } from '../kit/mood.js';
import { CaseLink, EffortMark } from './case-parts.js';
import type { Page } from './page.js';
import { Question } from './question.js';
import { hardest, riskAnswer } from './sentences.js';
import type { EpisodeRow } from './types.js';
import { standing } from './words.js';

const shown = 6;

function Hardest({ page, row }: { page: Page; row: EpisodeRow }) {
  return (
    <li class="hard-case">
      <EffortMark effort={row.effort} />
      <div class="hard-words">
        <p class="hard-who">
          <CaseLink page={page} row={row} /> <Mood level={row.level} />
        </p>
        <p class="muted">
          {standing(row)}
          {row.drivers.length > 0 && ': '}
          {row.drivers
            .slice(0, 3)
            .map(({ name, value }) => `${name} (${value})`)
            .join(', ')}
        </p>
      </div>
    </li>
  );
}

export function Risk({ page }: { page: Page }) {
  const { rows, state, next } = page.insights.recent.rows.value;
  const words =
    state === 'failed'
      ? 'The cases could not be read.'
      : state === 'loading' && rows.length === 0
        ? 'Reading the cases.'
        : riskAnswer(rows, next === undefined);
  const top = hardest(rows, shown);
  return (
    <Question title="Who is at risk?" answer={words}>
      {top.length > 0 && (
        <ol class="hardest">
          {top.map((row) => (
            <Hardest key={row.id} page={page} row={row} />
          ))}
        </ol>
      )}
    </Question>
  );
}
