/** One figure: its name, the value, how many were measured, the change; what it means and its cases on a press. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../kit/icon.js';
import { arrowRight, info } from '../kit/icons.js';
import { Spark } from './charts/spark.js';
import type { Change } from './format.js';
import type { Page } from './page.js';

export interface TileProps {
  readonly page: Page;
  /** The figure's name among the definitions. */
  readonly id: string;
  readonly name: string;
  /** Undefined when nothing was measured. */
  readonly value: string | undefined;
  /** How many it rests on. */
  readonly n?: string;
  readonly change?: Change | undefined;
  readonly trend?: readonly number[];
  readonly tone?: 'warm' | 'alarm' | undefined;
  /** The figure whose rows a press on the value opens, where it is another than this. */
  readonly rows?: string;
}

function Definition({ page, id, children }: { page: Page; id: string; children: ComponentChildren }) {
  const found = page.definitions.value[id];
  return (
    <div class="tile-more" id={`definition-${id}`}>
      <p>{found ? found.formula : 'This figure has no definition yet.'}</p>
      {children}
    </div>
  );
}

export function Tile({ page, id, name, value, n, change, trend, tone, rows = id }: TileProps) {
  const open = page.defined.value === id;
  const show = page.definitions.value[rows]?.cohort === undefined ? undefined : page.press(rows);
  return (
    <article class={`tile ${open ? 'is-open' : ''}`}>
      <h3 class="tile-name">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? `definition-${id}` : undefined}
          onClick={() => (page.defined.value = open ? undefined : id)}
        >
          {name}
          <Icon shape={info} size={14} />
        </button>
      </h3>
      <p class={`tile-value figures ${tone ? `tile-${tone}` : ''}`}>
        {value === undefined ? (
          <span class="muted tile-none">not measured</span>
        ) : show ? (
          <button type="button" class="tile-press" title="Show the cases" {...show}>
            {value}
            <span class="sr-only">: show the cases</span>
          </button>
        ) : (
          value
        )}
      </p>
      <p class="tile-n muted figures">{n}</p>
      {change && <p class="tile-change figures">{change.words}</p>}
      {trend && <Spark values={trend} />}
      {open && (
        <Definition page={page} id={id}>
          {show && (
            <button type="button" class="link-button" onClick={show.onClick}>
              Show the cases <Icon shape={arrowRight} size={14} />
            </button>
          )}
        </Definition>
      )}
    </article>
  );
}
