/** The frame of every chart: its name, what it says in words, and its twin as a table behind one button. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Press } from '../page.js';
import { Icon } from '../../kit/icon.js';
import { table2 } from '../../kit/icons.js';

export interface Column {
  readonly name: string;
  readonly number?: boolean;
}

/** A figure that opens its cases. */
export type Cell = string | { readonly text: string; readonly press: Press };

export interface Twin {
  readonly columns: readonly Column[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface ChartProps {
  readonly title: string;
  /** One line under the title: unit, n, what a mark means. */
  readonly note?: string;
  readonly twin: Twin;
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
  /** The heading's level on its page. */
  readonly heading?: 'h2' | 'h3';
  /** Said instead of a drawing when there is nothing to draw. */
  readonly empty?: string | undefined;
}

const Told = ({ cell }: { cell: Cell }) =>
  typeof cell === 'string' ? (
    <>{cell}</>
  ) : (
    <button type="button" class="link-button" {...cell.press}>
      {cell.text}
      <span class="sr-only">: show the cases</span>
    </button>
  );

function TwinTable({ title, twin }: { title: string; twin: Twin }) {
  return (
    <div class="twin" tabIndex={0} role="region" aria-label={`${title}, as a table`}>
      <table class="table">
        <caption class="sr-only">{title}</caption>
        <thead>
          <tr>
            {twin.columns.map(({ name, number = false }) => (
              <th key={name} scope="col" class={number ? 'number' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {twin.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    <Told cell={cell} />
                  </th>
                ) : (
                  <td key={index} class={twin.columns[index]?.number ? 'number' : undefined}>
                    <Told cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Chart({ title, note, twin, tools, children, empty, heading: Heading = 'h3' }: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption class="chart-head">
        <div>
          <Heading id={id} class="chart-title">
            {title}
          </Heading>
          {note !== undefined && <p class="muted chart-note">{note}</p>}
        </div>
        <div class="chart-tools">
          {tools}
          {empty === undefined && (
            <button
              type="button"
              class="button button-quiet chart-turn"
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              <Icon shape={table2} size={16} />
              Table
              <span class="sr-only">of {title}</span>
            </button>
          )}
        </div>
      </figcaption>
      {empty !== undefined ? (
        <p class="muted chart-empty">{empty}</p>
      ) : asTable ? (
        <TwinTable title={title} twin={twin} />
      ) : (
        children
      )}
    </figure>
  );
}
