/** A watermark: the number of an entry and, where the conversation has one, the generation it is of. */
import type { Watermark } from '../../conversation/index.js';

/** Anything that is not a watermark means from the beginning. */
export function readWatermark(text: string): Watermark {
  const [, after, generation] = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(text) ?? [];
  return { after: Number(after ?? 0), ...(generation === undefined ? {} : { generation: Number(generation) }) };
}

export const writeWatermark = ({ after, generation = 0 }: Watermark): string =>
  generation === 0 ? String(after) : `${after}-${generation}`;
