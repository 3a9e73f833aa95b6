/** Which answers were given most, and what became of them. */
import { Bars } from './charts/bars.js';
import { Chart } from './charts/chart.js';
import { shareOf } from './doubt.js';
import { count } from './format.js';
import type { Page } from './page.js';
import type { EntryRow, Summary } from './types.js';

const mostBars = 10;

function barText({ shown, solved, unsolved, escalated }: EntryRow): string {
  const judged = solved + unsolved;
  const verdict = judged === 0 ? 'not judged' : `${shareOf(solved, judged) ?? 'none'} helped`;
  return `${count(shown)} · ${verdict} · ${count(escalated)} to a person`;
}

const nameOf = ({ id, title }: EntryRow): string => title ?? id;

export function Entries({ page, summary: { entries } }: { page: Page; summary: Summary }) {
  const shown = entries.filter((entry) => entry.shown > 0);
  return (
    <Chart
      title="Which answers were given"
      note={`n = ${count(shown.length)} entries; shown, what customers said of it, and cases that went to a person afterwards`}
      twin={{
        columns: [
          { name: 'Entry' },
          ...['Shown', 'Helped', 'Did not help', 'Offered as a choice', 'To a person after', 'Mean effort'].map(
            (name) => ({ name, number: true }),
          ),
        ],
        rows: entries.map((entry) => [
          nameOf(entry),
          { text: count(entry.shown), press: page.press(`shown:${entry.id}`) },
          count(entry.solved),
          count(entry.unsolved),
          count(entry.clarified),
          count(entry.escalated),
          entry.effort === undefined ? 'none ended' : String(Math.round(entry.effort)),
        ]),
      }}
      empty={shown.length === 0 ? 'No answer was given in this period.' : undefined}
    >
      <Bars
        bars={shown
          .slice(0, mostBars)

          .map((entry) => ({
            name: nameOf(entry),
            value: entry.shown,
            text: barText(entry),
            press: page.press(`shown:${entry.id}`),
          }))}
      />
    </Chart>
  );
}
