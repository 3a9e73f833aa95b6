/** Horizontal bars from zero with name and figure at their ends: a list that can be compared at a glance. */
import type { Press } from '../page.js';

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  /** Opens its cases. */
  readonly press?: Press;
}

export function Bars({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul class="bars figures">
      {bars.map(({ name, value, text, press }) => (
        <li key={name}>
          <span class="bar-name">{name}</span>
          <span class="bar-track" aria-hidden="true">
            <span class="bar-fill" style={{ width: `${(value / most) * 100}%` }} />
          </span>
          {press ? (
            <button type="button" class="bar-text link-button" {...press}>
              {text}
              <span class="sr-only">: show the cases of {name}</span>
            </button>
          ) : (
            <span class="bar-text">{text}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
