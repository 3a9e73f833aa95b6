/** Our own training sentences: templates filled, joined and roughened by chance with a seed. */
import { z } from 'zod';

const kind = z.strictObject({
  frustration: z.number().min(0).max(1),
  valence: z.number().min(-1).max(1),
  sentences: z.array(z.string().min(1)).min(1),
});
export const ownSentences = z.strictObject({
  slots: z.record(z.string(), z.array(z.string().min(1)).min(1)),
  kinds: z.record(z.string(), kind),
  openers: z.array(z.string()).min(1),
  closers: z.array(z.string()).min(1),
});
export type OwnSentences = z.infer<typeof ownSentences>;

export interface Composed {
  readonly text: string;
  readonly frustration: number;
  readonly valence: number;
}

type Chance = () => number;

function pick<T>(list: readonly T[], next: Chance): T {
  const found = list[Math.floor(next() * list.length)];
  if (found === undefined) throw new RangeError('nothing to pick from an empty list');
  return found;
}

function fill(sentence: string, own: OwnSentences, next: Chance): string {
  return sentence.replace(/\{(\w+)\}/g, (_, slot: string) => pick(own.slots[slot] ?? [slot], next));
}

/** A letter dropped, doubled or swapped with the next. */
function typo(text: string, next: Chance): string {
  const at = 1 + Math.floor(next() * Math.max(1, text.length - 2));
  const [here, after] = [text.charAt(at), text.charAt(at + 1)];
  const turned = pick(['', here + here, after + here], next);
  return text.slice(0, at) + turned + text.slice(at + (turned === after + here ? 2 : 1));
}

/** People write without capitals, without stops, with typos, and now and then they shout, whatever they feel. */
function roughen(text: string, next: Chance): string {
  const dice = next();
  if (dice < 0.04) return text.toUpperCase();
  if (dice < 0.2) return typo(text, next);
  if (dice < 0.35) return text.replace(/[.!?,']/g, '');
  return dice < 0.65 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const ending = (next: Chance, hot: boolean): string =>
  pick(hot ? ['', '.', '.', '!', '!', '!!', '!!!', '...', '?', '??'] : ['', '', '.', '.', '.', '!', '...'], next);

function sentence(own: OwnSentences, name: string, next: Chance): string {
  const { frustration, sentences } = own.kinds[name] ?? { frustration: 0, sentences: [] };
  const filled = fill(pick(sentences, next), own, next);
  return /[?!.]$/.test(filled) ? filled : filled + ending(next, frustration > 0.5);
}

/** What may stand before a sentence of a kind without changing what the message means. */
const before: Readonly<Record<string, readonly string[]>> = {
  request: ['request', 'softened'],
  problem: ['request', 'problem', 'detail'],
  complaint: ['problem', 'persistent', 'complaint', 'complaint', 'sarcasm'],
  sarcasm: ['problem', 'complaint'],
  softened: ['request'],
  thanks: ['thanks', 'softened'],
  persistent: ['problem', 'request', 'persistent'],
  correction: ['request', 'correction'],
  detail: ['request', 'detail', 'detail'],
};

function message(own: OwnSentences, name: string, next: Chance): string {
  const parts = [sentence(own, name, next)];
  const may = before[name] ?? [];
  if (may.length > 0 && next() < 0.45) parts.unshift(sentence(own, pick(may, next), next));
  if (next() < 0.12) parts.unshift(sentence(own, pick(may, next), next));
  if (next() < 0.25) parts.unshift(pick(own.openers, next) + pick([',', '', '!'], next));
  if (next() < 0.12) parts.push(pick(own.closers, next));
  return roughen(parts.join(' '), next);
}

/** `rounds` messages for every template; the same seed gives the same messages. */
export function compose(own: OwnSentences, rounds: number, next: Chance): readonly Composed[] {
  return Object.entries(own.kinds).flatMap(([name, { frustration, valence, sentences }]) =>
    Array.from({ length: rounds * sentences.length }, () => ({ text: message(own, name, next), frustration, valence })),
  );
}
