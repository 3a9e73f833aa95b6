/** Chance from a seed: the same seed draws the same walk again. */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** True once in `n` times. */
  once(n: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** Numbers by Marsaglia's xorshift (2003), 32 bits. */
export function createChance(seed: number): Chance {
  let state = seed === 0 ? 1 : seed | 0;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * limit);
  };
  return { below, once: (n) => below(n) === 0, pick: (from) => from[below(from.length)]! };
}
