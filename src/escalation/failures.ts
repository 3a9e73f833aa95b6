/** Which answers in a past conversation failed, as far as its words tell: for replaying logs. */

const failed =
  /\b(?:(?:did ?n[o']t|do ?n[o']t|could ?n[o']t) (?:quite |fully )?(?:understand|get that|catch that)|not (?:quite )?sure (?:what|i) (?:you mean|understand)|(?:please |could you )?rephrase|(?:unable|not able) to help|can(?:no|')t help|do ?n[o']t (?:know|have an answer))\b/i;
/** A shorter answer said twice ("You're welcome!") is manners, not a loop. */
const telling = 4;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** An answer fails when it says that it does not understand, or repeats an earlier one word for word. */
export function failedAnswer(answer: string, earlier: readonly string[]): boolean {
  if (failed.test(answer.replace(/’/g, "'"))) return true;
  const said = plain(answer);
  return said.split(' ').length >= telling && earlier.some((before) => plain(before) === said);
}
