/** The line: what is yours, who waits, and the one button that takes the next. */
import { LineRow } from './row.js';
import type { LineState } from './line.js';
import { claimTicket, type Page, supervises } from './page.js';
import type { TicketRow } from './types.js';
import { loudness, waitOf } from './wait.js';
import { plural } from './words.js';

const doneWords = (done: number): string =>
  done === 0 ? 'You have helped nobody yet today.' : `You have helped ${plural(done, 'person', 'people')} today.`;

interface GroupProps {
  readonly page: Page;
  readonly name: 'mine' | 'waiting' | 'others';
  readonly title: string;
  readonly rows: readonly TicketRow[];
}

function Group({ page, name, title, rows }: GroupProps) {
  if (rows.length === 0) return null;
  const id = `group-${name}`;
  return (
    <section aria-labelledby={id} class="group">
      <h2 id={id} class="group-title figures">
        {title}
      </h2>
      <ul class="rows">
        {rows.map((row) => (
          <LineRow key={row.id} page={page} row={row} />
        ))}
      </ul>
    </section>
  );
}

/** How many colleagues hold, and how many of those customers have waited too long for an answer. */
function othersTitle({ others, othersMore }: LineState, now: number): string {
  const late = others.filter((row) => loudness(waitOf(row, now) ?? 0) === 'alarm').length;
  const count = (rows: number) => `${rows}${othersMore ? '+' : ''}`;
  return `With agents · ${count(others.length)}${late === 0 ? '' : `, ${count(late)} waiting too long`}`;
}

function Empty({ line }: { line: LineState }) {
  return (
    <p class="line-empty">
      {line.mine.length > 0 ? 'Nobody else is waiting.' : 'Everyone is looked after.'}
      <span class="muted"> {doneWords(line.doneToday)}</span>
    </p>
  );
}

function Loading() {
  return (
    <div class="line-loading" aria-hidden="true">
      {[0, 1, 2, 3].map((index) => (
        <div key={index} class="skeleton" />
      ))}
    </div>
  );
}

function Groups({ page, line }: { page: Page; line: LineState }) {
  const { mine, waiting, waitingTotal, others, capacity } = line;
  const more = waitingTotal - waiting.length;
  return (
    <>
      <Group page={page} name="mine" title={`Yours · ${mine.length} of ${capacity}`} rows={mine} />
      <Group page={page} name="waiting" title={`Waiting · ${waitingTotal}`} rows={waiting} />
      {more > 0 && waiting.length > 0 && (
        <p class="line-more muted">and {more.toLocaleString('en')} more behind them</p>
      )}
      {waiting.length === 0 && <Empty line={line} />}
      <Group page={page} name="others" title={othersTitle(line, page.now.value)} rows={others} />
      {waiting.length > 0 && <p class="line-more muted">{doneWords(line.doneToday)}</p>}
      <button type="button" class="button button-quiet line-closed" onClick={() => (page.closed.value = 'list')}>
        {supervises(page) ? 'Closed lately' : 'Closed by you lately'}
      </button>
    </>
  );
}

export function LinePane({ page }: { page: Page }) {
  const { desk } = page;
  const line = desk.line.value;
  const full = line.ready && line.mine.length >= line.capacity;
  return (
    <nav class="line-pane" aria-label="The line">
      <div class="line-top">
        <button
          type="button"
          class="button button-primary line-claim"
          disabled={!line.ready || !desk.here.value || line.waitingTotal === 0 || full || desk.busy.value}
          onClick={() => void claimTicket(page)}
        >
          Claim next
        </button>
        {full && line.waitingTotal > 0 && <p class="muted line-full">You hold as many as one person takes.</p>}
      </div>
      <div class="line-scroll">{line.ready ? <Groups page={page} line={line} /> : <Loading />}</div>
    </nav>
  );
}
