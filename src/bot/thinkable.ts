/** As much of a turn as is thought about, and how one looks that took long: lengths and kinds of signs, never words. */
import { thinkable } from '../base/index.js';
import type { Turn } from '../conversation/index.js';

/** While a turn is decided, nothing else runs in this process. */
export const mostThinkingMs = 50;

/** The turn with nothing in it longer than anything may think about; the message is kept whole beside that. */
export function thinkableTurn(turn: Turn): Turn {
  const { said, recent } = turn;
  const text = thinkable(said.text);
  return {
    ...turn,
    said: text === said.text ? said : { ...said, text, whole: said.text },
    recent: recent.map((entry) => {
      const short = thinkable(entry.text);
      return short === entry.text ? entry : { ...entry, text: short };
    }),
  };
}

const kinds = {
  letters: /\p{L}/gu,
  digits: /\p{N}/gu,
  spaces: /\s/gu,
  marks: /\p{M}/gu,
  punctuation: /\p{P}/gu,
  symbols: /\p{S}/gu,
  hidden: /\p{C}/gu,
} as const;

/** The longest run of one and the same sign. */
function longestRun(text: string): number {
  let [most, run] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    run = at > 0 && text.charCodeAt(at) === text.charCodeAt(at - 1) ? run + 1 : 1;
    most = Math.max(most, run);
  }
  return most;
}

export function shapeOf({ said: { text, value }, recent }: Turn): Readonly<Record<string, number>> {
  const counted = Object.entries(kinds).map(([kind, sign]) => [kind, text.match(sign)?.length ?? 0] as const);
  return {
    length: text.length,
    ...Object.fromEntries(counted),
    distinct: new Set(text).size,
    longestRun: longestRun(text),
    choice: value?.length ?? 0,
    before: recent.reduce((sum, entry) => sum + entry.text.length, 0),
  };
}
