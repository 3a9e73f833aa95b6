/** Does the customer ask the same thing again? Shared words over all words (Jaccard), at least 0.6. */

const similar = 0.6;
/** Words too common to tell two questions apart. */
const filler = new Set(
  'the a an is are was to of for in on it i my me you your and or but do does did can could please hi hello'.split(' '),
);

function bag(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !filler.has(word)));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared || 1);
}

/** How many of the earlier messages asked this too; messages of one telling word never count. */
export function timesAsked(text: string, before: readonly string[]): number {
  const now = bag(text);
  if (now.size < 2) return 0;
  return before.slice(-10).filter((earlier) => {
    const then = bag(earlier);
    return then.size >= 2 && likeness(now, then) >= similar;
  }).length;
}
