/** The figures of a period, of the period before it, and of this moment. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { InsightsPort } from './port.js';
import { before, rangeOf, type Range, type RangeName } from './range.js';
import type { Summary } from './types.js';

/** A figure's way to the page: nothing yet, there, or why not. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly words: string };

export const failure = (error: unknown): { kind: 'failed'; words: string } => ({
  kind: 'failed',
  words: error instanceof Error && error.message ? error.message : 'The server did not answer.',
});

export interface Live {
  readonly now: Summary['live'];
  /** By the server's clock. */
  readonly at: number;
  /** The last look failed: this is older than it should be. */
  readonly stale: boolean;
}

export interface Figures {
  readonly range: ReadonlySignal<Range>;
  readonly summary: ReadonlySignal<Loaded<Summary>>;
  /** The same figures of the period before; missing while unknown. */
  readonly earlier: ReadonlySignal<Summary | undefined>;
  readonly live: ReadonlySignal<Live | undefined>;
  readonly show: (name: RangeName) => Promise<void>;
  /** Reads the period's figures again, quietly. */
  readonly refresh: () => Promise<void>;
  /** Reads what is true now, and nothing else. */
  readonly glance: () => Promise<void>;
}

const hour = 3_600_000;

export function createFigures(port: Pick<InsightsPort, 'summary'>, now: () => number, first: RangeName): Figures {
  const range = signal(rangeOf(first, now()));
  const summary = signal<Loaded<Summary>>({ kind: 'loading' });
  const earlier = signal<Summary | undefined>();
  const live = signal<Live | undefined>();

  const seen = (value: Summary) => {
    live.value = { now: value.live, at: value.now, stale: false };
  };
  const read = async (asked: Range): Promise<void> => {
    range.value = asked;
    try {
      const value = await port.summary(asked);
      seen(value);
      if (range.value === asked) summary.value = { kind: 'ready', value };
    } catch (error) {
      if (range.value === asked && summary.value.kind !== 'ready') summary.value = failure(error);
    }
  };
  const compare = async (asked: Range): Promise<void> => {
    const value = await port.summary(before(asked)).catch(() => undefined);
    if (range.value.name === asked.name) earlier.value = value;
  };
  return {
    range,
    summary,
    earlier,
    live,
    async show(name) {
      summary.value = { kind: 'loading' };
      earlier.value = undefined;
      const asked = rangeOf(name, now());
      await Promise.all([read(asked), compare(asked)]);
    },
    refresh: () => read(rangeOf(range.value.name, now())),
    async glance() {
      const to = Math.floor(now() / hour) * hour + hour;
      try {
        seen(await port.summary({ from: to - hour, to }));
      } catch {
        if (live.value) live.value = { ...live.value, stale: true };
      }
    },
  };
}
