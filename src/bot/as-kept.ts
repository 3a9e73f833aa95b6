/**
 * A message is thought about as it was written, and kept without what is masked: what is told of it is told by the words
 * and places of the message that is kept.
 */
import { kindsMasked, maskPersonal, placesOfThinkable, thinkable } from '../base/index.js';
import type { Effect, Evidence, Feeling, Message, Privacy, Turn, Words } from '../conversation/index.js';
import type { Reading } from '../sentiment/index.js';

/** As much of a message, as it was written, as is thought about. */
export const heardOf = ({ text, written }: Message): string => (written === undefined ? text : thinkable(written));

/** Evidence letter for letter as it stands in the message that is kept; of something masked, what stands there instead. */
export function asKept(
  { tongue: _, ...feeling }: Reading,
  { text, whole, written }: Message,
  { mask }: Privacy,
): Feeling {
  if (whole === undefined && written === undefined) return feeling;
  const kept = whole ?? text;
  const said = written ?? kept;
  const placeOf = placesOfThinkable(said);
  const { placeOf: placeNow } = maskPersonal(said, mask);
  const quoted = ({ text: words, at, ...rest }: Evidence): Evidence => {
    const place = at === undefined ? undefined : placeOf(at);
    // words on both sides of the gap do not stand together in the message
    if (place === undefined || !said.startsWith(words, place)) return { ...rest, text: maskPersonal(words, mask).text };
    const from = placeNow(place);
    return { ...rest, text: kept.slice(from, placeNow(place + words.length, true)), at: from };
  };
  return { ...feeling, evidence: feeling.evidence.map(quoted) };
}

/** What was masked in a message is told before anything else, unless it still stands there from before. */
export function withNotice({ said, recent }: Turn, words: Words, effects: readonly Effect[]): readonly Effect[] {
  const kinds = kindsMasked(said.whole ?? said.text);
  if (kinds.length === 0) return effects;
  const text = words('hidden', { what: kinds.map((kind) => words(`hidden-${kind}`)).join(', ') });
  if (recent.some((entry) => entry.role === 'assistant' && entry.text === text)) return effects;
  const first = effects.findIndex(({ kind }) => kind === 'say');
  const at = first < 0 ? effects.length : first;
  return [...effects.slice(0, at), { kind: 'say', reply: { text } }, ...effects.slice(at)];
}
