/** The insights behind their page: the period, its figures, its cases and the one that is open. No DOM. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { createFigures, failure, type Figures, type Loaded } from './figures.js';
import type { InsightsPort, Period } from './port.js';
import type { RangeName } from './range.js';
import { createRows, type RowsStore } from './rows.js';
import type { EpisodeView } from './types.js';

export interface Insights extends Omit<Figures, 'show'> {
  readonly cases: RowsStore;
  /** The newest cases of the period, whatever their outcome: the hardest are found among them. */
  readonly recent: RowsStore;
  readonly opened: ReadonlySignal<Loaded<EpisodeView> | undefined>;
  readonly choose: (name: RangeName) => Promise<void>;
  /** The rows of a figure, of the whole period or of an hour of it. */
  readonly filter: (measure: string | undefined, period?: Period) => Promise<void>;
  readonly open: (id: string | undefined) => Promise<void>;
}

export interface InsightsParts {
  readonly port: InsightsPort;
  readonly now: () => number;
  readonly first: RangeName;
}

/** So many cases are read to find the hardest. */
const readFor = 300;

export function createInsights({ port, now, first }: InsightsParts): Insights {
  const { show, ...figures } = createFigures(port, now, first);
  const { range } = figures;
  const opened = signal<Loaded<EpisodeView> | undefined>();
  const cases = createRows(port);
  const recent = createRows(port);
  let wanted: string | undefined;
  return {
    ...figures,
    cases,
    recent,
    opened,
    async choose(name) {
      const reading = show(name);
      await Promise.all([
        reading,
        cases.show(range.value, { measure: cases.rows.value.measure }),
        recent.show(range.value, { until: readFor }),
      ]);
    },
    filter: (measure, period = range.value) => cases.show(period, { measure }),
    async open(id) {
      wanted = id;
      opened.value = id === undefined ? undefined : { kind: 'loading' };
      if (id === undefined) return;
      const result = await port.episode(id).then((value) => ({ kind: 'ready', value }) as const, failure);
      if (wanted === id) opened.value = result;
    },
  };
}
