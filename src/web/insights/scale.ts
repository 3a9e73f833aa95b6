/** The arithmetic of the charts: ticks that people count in, and lines that break where nothing was measured. */

/** Round steps from zero that cover `most`; always at least one step. */
export function ticks(most: number, steps: readonly number[] = decimalSteps(most)): readonly number[] {
  const step = steps.find((size) => most / size <= 4) ?? steps.at(-1) ?? 1;
  const top = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: top + 1 }, (_, index) => index * step);
}

function decimalSteps(most: number): readonly number[] {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, most / 4)));
  return [1, 2, 5, 10].map((factor) => factor * ten);
}

const minute = 60_000;
/** Steps for spans: people count time in 15 s, 1, 2, 5, 10, 15, 30 minutes and hours. */
export const spanSteps: readonly number[] = [
  15_000,
  30_000,
  ...[1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440].map((minutes) => minutes * minute),
];

export interface Point {
  readonly x: number;
  readonly y: number | undefined;
}

/** Runs of neighbouring points that have a value. */
export function runs(points: readonly Point[]): readonly (readonly { x: number; y: number }[])[] {
  const found: { x: number; y: number }[][] = [[]];
  for (const { x, y } of points) {
    if (y === undefined) found.push([]);
    else found.at(-1)?.push({ x, y });
  }
  return found.filter((run) => run.length > 0);
}

const short = (value: number) => String(Math.round(value * 10) / 10);

/** An SVG path through the points, a new stroke after each gap. */
export const linePath = (points: readonly Point[]): string =>
  runs(points)
    .map((run) => run.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join(''))
    .join('');

/** The area between each run and the base line. */
export const areaPath = (points: readonly Point[], base: number): string =>
  runs(points)
    .map((run) => {
      const first = run[0]?.x ?? 0;
      const last = run.at(-1)?.x ?? 0;
      const top = run.map(({ x, y }) => `L${short(x)} ${short(y)}`).join('');
      return `M${short(first)} ${short(base)}${top}L${short(last)} ${short(base)}Z`;
    })
    .join('');
