/** Quick answers in the composer: finding the "/words" at the caret, and putting an answer in their place. */
export interface Slash {
  readonly query: string;
  /** Where the slash stands. */
  readonly start: number;
}

const whole = /^\/([^/\n]{0,60})$/;
const word = /(?:^|\s)\/([^\s/]{0,40})$/;

/** The search before the caret: words may follow a slash that begins the message, else one word. */
export function slashAt(text: string, caret: number): Slash | undefined {
  const before = text.slice(0, caret);
  const query = whole.exec(before)?.[1] ?? word.exec(before)?.[1];
  return query === undefined ? undefined : { query: query.trim(), start: before.lastIndexOf('/') };
}

export function putAnswer(
  text: string,
  caret: number,
  answer: string,
): { readonly text: string; readonly caret: number } {
  const slash = slashAt(text, caret);
  const start = slash?.start ?? caret;
  return { text: text.slice(0, start) + answer + text.slice(caret), caret: start + answer.length };
}
