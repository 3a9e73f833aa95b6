/** How spans are spread: half within this, nine in ten within that. One band per measure, on one scale from zero. */
import { fewest } from '../../../conversation/bounds.js';
import { span } from '../format.js';
import type { Press } from '../page.js';
import type { Spread } from '../types.js';

export interface SpreadRow {
  readonly name: string;
  readonly spread: Spread;
  /** Opens its cases. */
  readonly press: Press;
}

const per = (value: number, most: number) => `${(value / most) * 100}%`;

function Bands({ spread: { p50, p90, p95 }, most }: { spread: Spread; most: number }) {
  return (
    <span class="spread-track" aria-hidden="true">
      {p95 !== undefined && <span class="spread-95" style={{ width: per(p95, most) }} />}
      {p90 !== undefined && <span class="spread-90" style={{ width: per(p90, most) }} />}
      {p50 !== undefined && <span class="spread-50" style={{ width: per(p50, most) }} />}
    </span>
  );
}

/** What a spread says, the parts that it can bear. */
function spreadWords({ n, p50, p90, p95, p99, longest }: Spread): readonly (readonly [string, string])[] {
  if (n === 0) return [];
  const parts = [
    ['half within', p50],
    ['nine in ten within', p90],
    ['19 in 20 within', p95],
    ['99 in 100 within', p99],
    ['the longest', longest],
  ] as const;
  return parts.flatMap(([name, value]) => (value === undefined ? [] : [[name, span(value)] as const]));
}

function Words({ spread }: { spread: Spread }) {
  if (spread.n === 0) return <p class="muted">Nothing was measured in this period.</p>;
  return (
    <p class="spread-words">
      {spreadWords(spread).map(([name, value], index) => (
        <span key={name}>
          {index > 0 && ', '}
          {name} <strong>{value}</strong>
        </span>
      ))}
      {spread.n < fewest.percentile && '; too few to say more'}
    </p>
  );
}

export function SpreadBars({ rows }: { rows: readonly SpreadRow[] }) {
  const most = Math.max(1, ...rows.map(({ spread: { p50, p90, p95 } }) => p95 ?? p90 ?? p50 ?? 0));
  return (
    <ul class="spreads figures">
      {rows.map(({ name, spread, press }) => (
        <li key={name}>
          <p class="spread-name">
            {name}{' '}
            <button type="button" class="link-button" {...press}>
              n = {spread.n.toLocaleString('en')}
              <span class="sr-only">: show the cases</span>
            </button>
          </p>
          <Bands spread={spread} most={most} />
          <Words spread={spread} />
        </li>
      ))}
    </ul>
  );
}
