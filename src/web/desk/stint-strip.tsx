/** Whose time it was, from the case's beginning to now: one strip, and the same in words below it. */
import { spanText } from '../kit/time.js';
import { spent } from './stints.js';
import type { StintSpan } from './types.js';
import { stintMeaning } from './words.js';

export function StintStrip({ stints, now }: { stints: readonly StintSpan[]; now: number }) {
  const shares = spent(stints, now);
  return (
    <>
      <div class="strip" aria-hidden="true">
        {stints.map(({ kind, from, to }) => (
          <span
            key={from}
            class={`stint stint-${kind}`}
            style={{ flexGrow: String(Math.max(1, (to ?? Math.max(now, from)) - from)) }}
          />
        ))}
      </div>
      <ul class="strip-words figures">
        {shares.map(({ kind, span }) => (
          <li key={kind}>
            <span class={`stint stint-${kind}`} aria-hidden="true" />
            {stintMeaning(kind)}
            <span class="strip-span">{spanText(span)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
