/** A measured figure: always with something of the same run to compare it with, because machines differ. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, and the ratio to that. */
  readonly against?: string;
  readonly ratio?: number;
}

export const rounded = (value: number): number => Number(value.toPrecision(4));

/** How often a second `act` completes with `width` of them under way at once. */
export async function rate(total: number, width: number, act: (index: number) => Promise<unknown>): Promise<number> {
  let started = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (started < total) await act((started += 1));
    }),
  );
  return (total / (performance.now() - begin)) * 1000;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
