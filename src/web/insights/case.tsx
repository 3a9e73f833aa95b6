/** One case whole: where it became hard, what added to its effort, why it was handed over, and every word. */
import { ReceiptTable } from '../desk/thread/receipt.js';
import { Entries } from '../desk/thread/transcript.js';
import { plural, stintWord } from '../desk/words.js';
import { Icon } from '../kit/icon.js';
import { arrowLeft } from '../kit/icons.js';
import { Mood } from '../kit/mood.js';
import { clockText, dayText } from '../kit/time.js';
import { EffortMark } from './case-parts.js';
import { EffortStrip } from './effort-strip.js';
import { inHours, span } from './format.js';
import type { Page } from './page.js';
import type { EpisodeRow, EpisodeView } from './types.js';
import { owingText, reasonName, standing } from './words.js';

function Facts({ view, now }: { view: EpisodeView; now: number }) {
  const { episode: row, business } = view;
  const life = row.stints.bot + row.stints.queue + row.stints.agent + row.stints.customer;
  const facts: readonly (readonly [string, string])[] = [
    ['Began', `${dayText(row.bornAt, now)}, ${clockText(row.bornAt)}`],
    ['Lasted', row.endedAt === undefined ? `${span(life)} so far` : span(row.endedAt - row.bornAt)],
    ...(row.stints.queue > 0 ? [[stintWord('queue'), inHours(row.stints.queue, business.queue)] as const] : []),
    ...(row.stints.agent > 0 ? [[stintWord('agent'), inHours(row.stints.agent, business.agent)] as const] : []),
    ['Messages', `${plural(row.turns, 'message')}, ${plural(row.misses, 'question')} without an answer`],
    ...(row.reason ? [['Needed a person', reasonName(row.reason)] as const] : []),
    ...(row.agent === undefined ? [] : [['Agent', row.agent] as const]),
    ...(row.closedOwing ? [['Closed without an answer', owingText(row.closedOwing)] as const] : []),
    ['Survey', row.ces === undefined ? 'no answer' : `${row.ces} of 7`],
    ...(row.comment === undefined || row.comment === '' ? [] : [['Comment', `“${row.comment}”`] as const]),
  ];
  return (
    <dl class="case-facts figures">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Drivers({ row }: { row: EpisodeRow }) {
  return (
    <section aria-labelledby="drivers">
      <h2 id="drivers">
        What made it hard <EffortMark effort={row.effort} />
      </h2>
      {row.drivers.length === 0 ? (
        <p class="muted">Nothing: this case cost the customer no effort we can see.</p>
      ) : (
        <table class="table drivers">
          <caption class="sr-only">What added to the effort</caption>
          <thead>
            <tr>
              <th scope="col">What happened</th>
              <th scope="col" class="number">
                How much
              </th>
              <th scope="col" class="number">
                Points
              </th>
            </tr>
          </thead>
          <tbody>
            {row.drivers.map(({ name, value, points }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">{value}</td>
                <td class="number">{points}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function View({ page, view }: { page: Page; view: EpisodeView }) {
  const { episode: row, receipt, entries } = view;
  const today = page.today.value;
  return (
    <>
      <div class="case-title">
        <h1>{row.customer}</h1>
        <p>
          <span class="chip">{standing(row)}</span> <span class="muted">{row.channelWords.short}</span>{' '}
          <Mood level={row.level} />
        </p>
      </div>
      <EffortStrip view={view} />
      <div class="case-columns">
        <div class="case-side">
          <Facts view={view} now={today} />
          <Drivers row={row} />
          {receipt && (
            <section aria-labelledby="why">
              <h2 id="why">Why a person was fetched</h2>
              <ReceiptTable receipt={receipt} />
            </section>
          )}
        </div>
        <section class="case-words" aria-labelledby="words">
          <h2 id="words">What was said</h2>
          {entries.length === 0 ? (
            <p class="muted">The words of this case are no longer kept.</p>
          ) : (
            <Entries entries={entries} customer={row.customer} now={today} />
          )}
        </section>
      </div>
    </>
  );
}

export function Case({ page }: { page: Page }) {
  const opened = page.insights.opened.value;
  return (
    <main class="case">
      <button type="button" class="button button-quiet case-back" onClick={page.closeCase}>
        <Icon shape={arrowLeft} /> All figures
      </button>
      {opened?.kind === 'loading' && (
        <div role="status">
          <h1 class="sr-only">Reading the case</h1>
          <div class="skeleton case-loading" />
        </div>
      )}
      {opened?.kind === 'failed' && (
        <div role="status" class="case-failed">
          <h1>The case could not be opened</h1>
          <p>{opened.words}</p>
        </div>
      )}
      {opened?.kind === 'ready' && <View page={page} view={opened.value} />}
    </main>
  );
}
