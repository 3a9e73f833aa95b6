/** How time grows with a text, judged by ratios alone: what others do on this machine only ever adds to both sides. */

/** A text four times as long takes four times as long; n² takes sixteen times. */
export const steep = 8;
const tries = 5;
/** Who looks guilty is heard again, so many times. */
const hearings = 8;

/** Milliseconds of the quickest of some tries. */
export function quickest(act: () => void, most = tries): number {
  let best = Infinity;
  for (let n = 0; n < most; n += 1) {
    const from = performance.now();
    act();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

/** How much longer the large one takes; below `steep` as soon as that is certain. */
export function growthOf(small: () => void, large: () => void): number {
  let [least, most, growth] = [Infinity, Infinity, Infinity];
  for (let n = 0; n < hearings && growth >= steep; n += 1) {
    [least, most] = [Math.min(least, quickest(small)), Math.min(most, quickest(large))];
    growth = most / least;
  }
  return growth;
}
