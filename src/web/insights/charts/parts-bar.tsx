/** Exclusive parts of a whole: one bar, and under it each part by name, with its count and share. */
import { shareOf } from '../doubt.js';
import { count, share } from '../format.js';
import type { Press } from '../page.js';

export interface Part {
  /** Names its pattern in the sheet. */
  readonly id: string;
  readonly name: string;
  readonly means: string;
  readonly n: number;
  /** Opens its cases. */
  readonly press?: Press;
}

function Words({ part: { id, name, means, n }, total }: { part: Part; total: number }) {
  return (
    <>
      <span class={`part-swatch part-${id}`} aria-hidden="true" />
      <span class="part-name">
        {name} <span class="muted">{means}</span>
      </span>
      <span class="part-n">{count(n)}</span>
      <span class="part-size">{shareOf(n, total) ?? 'none'}</span>
    </>
  );
}

export function PartsBar({ parts, total }: { parts: readonly Part[]; total: number }) {
  return (
    <>
      <div class="parts-bar figures" aria-hidden="true">
        {parts
          .filter(({ n }) => n > 0)
          .map(({ id, n }) => (
            <span key={id} class={`part-${id}`} style={{ flexGrow: String(n / total) }}>
              {n / total >= 0.07 && <span class="part-share">{share(n / total)}</span>}
            </span>
          ))}
      </div>
      <ul class="parts-list figures">
        {parts.map((part) => (
          <li key={part.id}>
            {part.press ? (
              <button type="button" class="part-row" disabled={part.n === 0} {...part.press}>
                <Words part={part} total={total} />
              </button>
            ) : (
              <p class="part-row">
                <Words part={part} total={total} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
