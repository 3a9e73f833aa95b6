/** How spans are spread: half within this, nine in ten within that. One band per measure, on one scale from zero. */
import { span } from '../format.js';
import type { Spread } from '../types.js';

export interface SpreadRow {
  readonly name: string;
  readonly spread: Spread;
}

const per = (value: number, most: number) => `${(value / most) * 100}%`;

function Bands({ spread, most }: { spread: Spread; most: number }) {
  const { p50 = 0, p90 = 0, p95 = 0 } = spread;
  return (
    <span class="spread-track" aria-hidden="true">
      <span class="spread-95" style={{ width: per(p95, most) }} />
      <span class="spread-90" style={{ width: per(p90, most) }} />
      <span class="spread-50" style={{ width: per(p50, most) }} />
    </span>
  );
}

export function SpreadBars({ rows }: { rows: readonly SpreadRow[] }) {
  const most = Math.max(1, ...rows.map(({ spread }) => spread.p95 ?? spread.p90 ?? 0));
  return (
    <ul class="spreads figures">
      {rows.map(({ name, spread: { n, p50, p90, p95 } }) => (
        <li key={name}>
          <p class="spread-name">
            {name} <span class="muted">n = {n.toLocaleString('en')}</span>
          </p>
          {n === 0 || p50 === undefined || p90 === undefined ? (
            <p class="muted">Nothing was measured in this period.</p>
          ) : (
            <>
              <Bands spread={{ n, p50, p90, ...(p95 !== undefined && { p95 }) }} most={most} />
              <p class="spread-words">
                half within <strong>{span(p50)}</strong>, nine in ten within <strong>{span(p90)}</strong>
                {p95 !== undefined && (
                  <>
                    , 19 in 20 within <strong>{span(p95)}</strong>
                  </>
                )}
              </p>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
