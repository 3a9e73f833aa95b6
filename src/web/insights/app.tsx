/** The managers' page: one column of questions with their answers, or one case. */
import { Icon } from '../kit/icon.js';
import { download } from '../kit/icons.js';
import { exportLink } from './api.js';
import { Case } from './case.js';
import { Cases } from './cases.js';
import { Easy } from './easy.js';
import { Hard } from './hard.js';
import { Header } from './header.js';
import type { Page } from './page.js';
import { rangeLabel } from './range.js';
import { Risk } from './risk.js';
import { Solve } from './solve.js';
import { Waiting } from './waiting.js';

function Log({ page }: { page: Page }) {
  const range = page.insights.range.value;
  return (
    <p class="log-links">
      <span class="muted">Take the log of this period with you:</span>
      {(['csv', 'jsonl'] as const).map((format) => (
        <a key={format} class="button" href={exportLink(range, format)} download>
          <Icon shape={download} size={16} />
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}

const printed = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** What the head of the page says, for paper: the period, when it was printed, and in which time zone. */
function Printed({ page }: { page: Page }) {
  const { name, from, to } = page.insights.range.value;
  const { timeZone } = printed.resolvedOptions();
  return (
    <p class="on-paper">
      Warmline Insights, {rangeLabel(name)}: {printed.formatRange(from, Math.min(to, Date.now()))}, {timeZone}
    </p>
  );
}

function Figures({ page }: { page: Page }) {
  const { insights } = page;
  const shown = insights.summary.value;
  if (shown.kind === 'loading') {
    return (
      <div role="status" class="figures-loading">
        <span class="sr-only">Reading the figures</span>
        {[120, 220, 120].map((height, index) => (
          <div key={index} class="skeleton" style={{ height: `${height}px` }} />
        ))}
      </div>
    );
  }
  if (shown.kind === 'failed') {
    return (
      <div role="alert" class="figures-failed">
        <p>The figures could not be read. {shown.words}</p>
        <button type="button" class="button" onClick={() => page.chooseRange(insights.range.value.name)}>
          Try again
        </button>
      </div>
    );
  }
  return (
    <>
      <Waiting page={page} summary={shown.value} />
      <Solve page={page} summary={shown.value} />
      <Hard page={page} summary={shown.value} />
      <Easy page={page} summary={shown.value} />
      <Risk page={page} />
    </>
  );
}

export function App({ page }: { page: Page }) {
  const open = page.insights.opened.value !== undefined;
  return (
    <>
      <Header page={page} />
      {open ? (
        <Case page={page} />
      ) : (
        <main class="column">
          <h1 class="sr-only">Insights</h1>
          <Printed page={page} />
          <Figures page={page} />
          <Cases page={page} />
          <Log page={page} />
          <p class="use muted">
            These figures are about cases, not about people. Only customers’ messages are read for feeling, never
            agents’. They must not decide about anyone’s employment.
          </p>
        </main>
      )}
    </>
  );
}
