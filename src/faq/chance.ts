/** Chance that always falls the same way: training must give the same result on every machine, every time. */

/** Numbers from 0 up to, not including, 1. Linear congruential, constants of Numerical Recipes. */
export function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** The same things in another order. */
export function shuffled<T>(things: readonly T[], chance: () => number): readonly T[] {
  const keyed = things.map((thing) => ({ thing, key: chance() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ thing }) => thing);
}
