/** Counts that the last question was not answered well, and says which one it was. */
import type { Effect, Known } from '../../src/conversation/index.js';

export const failed = ({ memory: { asked } }: Pick<Known, 'memory'>, what: 'misses' | 'unsolved'): Effect => ({
  kind: 'count',
  what,
  ...(asked === undefined ? {} : { about: asked }),
});
