/** Long work in small steps, so that whoever does it may let others in between: learning a base must not hold up a turn. */

/** Yields where it may be interrupted: at the latest every few milliseconds. */
export type Work<Result> = Generator<undefined, Result, undefined>;

/** Does it in one go. */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Does it with pauses; `pause` is asked after each step, and answers nothing when it is not time for one yet. */
export async function finishGently<Result>(
  work: Work<Result>,
  pause: () => Promise<void> | undefined,
): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await pause();
  }
}

/** Maps a list in steps of so many. */
export function* mapping<From, To>(
  things: readonly From[],
  each: (thing: From) => To,
  atOnce = 16,
): Work<readonly To[]> {
  const results: To[] = [];
  for (const thing of things) {
    results.push(each(thing));
    if (results.length % atOnce === 0) yield;
  }
  return results;
}
