/** How spans are spread: half within this, nine in ten within that. One band per measure, on one scale from zero. */
import { borne, span } from '../format.js';
import type { Spread } from '../types.js';

export interface SpreadRow {
  readonly name: string;
  readonly spread: Spread;
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

function Words({ spread: { p50, p90, p95 } }: { spread: Spread }) {
  if (p50 === undefined) return <p class="muted">Nothing was measured in this period.</p>;
  return (
    <p class="spread-words">
      half within <strong>{span(p50)}</strong>
      {p90 === undefined && '; too few for more'}
      {p90 !== undefined && (
        <>
          , nine in ten within <strong>{span(p90)}</strong>
        </>
      )}
      {p95 !== undefined && (
        <>
          , 19 in 20 within <strong>{span(p95)}</strong>
        </>
      )}
    </p>
  );
}

export function SpreadBars({ rows }: { rows: readonly SpreadRow[] }) {
  const known = rows.map(({ name, spread }) => ({ name, spread: borne(spread) }));
  const most = Math.max(1, ...known.map(({ spread: { p50, p90, p95 } }) => p95 ?? p90 ?? p50 ?? 0));
  return (
    <ul class="spreads figures">
      {known.map(({ name, spread }) => (
        <li key={name}>
          <p class="spread-name">
            {name} <span class="muted">n = {spread.n.toLocaleString('en')}</span>
          </p>
          <Bands spread={spread} most={most} />
          <Words spread={spread} />
        </li>
      ))}
    </ul>
  );
}
