/** Outcomes as exclusive parts of a whole: one bar, and under it each part by name; a part opens its cases. */
import { count, share } from '../format.js';
import type { Outcome } from '../types.js';
import { outcomeMeans, outcomeName, outcomes } from '../words.js';

export interface OutcomeBarProps {
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly total: number;
  readonly onOpen: (outcome: Outcome) => void;
}

export function OutcomeBar({ counts, total, onOpen }: OutcomeBarProps) {
  const shown = outcomes.map((outcome) => ({ outcome, n: counts[outcome], part: counts[outcome] / total }));
  return (
    <>
      <div class="outcome-bar figures" aria-hidden="true">
        {shown
          .filter(({ n }) => n > 0)
          .map(({ outcome, part }) => (
            <span key={outcome} class={`outcome outcome-${outcome}`} style={{ flexGrow: String(part) }}>
              {part >= 0.07 && <span class="outcome-share">{share(part)}</span>}
            </span>
          ))}
      </div>
      <ul class="outcome-list figures">
        {shown.map(({ outcome, n, part }) => (
          <li key={outcome}>
            <button type="button" disabled={n === 0} onClick={() => onOpen(outcome)}>
              <span class={`outcome-swatch outcome-${outcome}`} aria-hidden="true" />
              <span class="outcome-name">
                {outcomeName(outcome)} <span class="muted">{outcomeMeans(outcome)}</span>
              </span>
              <span class="outcome-n">{count(n)}</span>
              <span class="outcome-part">{share(part)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
