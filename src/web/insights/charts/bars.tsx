/** Horizontal bars from zero with name and figure at their ends: a list that can be compared at a glance. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

export function Bars({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul class="bars figures">
      {bars.map(({ name, value, text }) => (
        <li key={name}>
          <span class="bar-name">{name}</span>
          <span class="bar-track" aria-hidden="true">
            <span class="bar-fill" style={{ width: `${(value / most) * 100}%` }} />
          </span>
          <span class="bar-text">{text}</span>
        </li>
      ))}
    </ul>
  );
}
