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

/** That files came which the assistant cannot open; undefined where none came. */
export const filesSaid = ({ said: { files = [] } }: Turn, words: Words): string | undefined =>
  files.length === 0 ? undefined : words('files', { files: files.map(({ name }) => name).join(', ') });

/** That some of it was masked; undefined where nothing was, or where that still stands there from before. */
function maskedSaid({ said, recent }: Turn, words: Words): string | undefined {
  const kinds = kindsMasked(said.whole ?? said.text);
  if (kinds.length === 0) return undefined;
  const text = words('hidden', { what: kinds.map((kind) => words(`hidden-${kind}`)).join(', ') });
  return recent.some((entry) => entry.role === 'assistant' && entry.text === text) ? undefined : text;
}

/** What the customer must know of their message is told before anything else. To a person's customer that person tells it. */
export function withNotices(turn: Turn, words: Words, effects: readonly Effect[]): readonly Effect[] {
  const files = turn.episode?.state === 'assigned' ? undefined : filesSaid(turn, words);
  const told = effects.some((effect) => effect.kind === 'say' && effect.reply.text === files);
  const notices = [maskedSaid(turn, words), told ? undefined : files].filter((text) => text !== undefined);
  const first = effects.findIndex(({ kind }) => kind === 'say');
  const at = first < 0 ? effects.length : first;
  const says = notices.map((text): Effect => ({ kind: 'say', reply: { text } }));
  return [...effects.slice(0, at), ...says, ...effects.slice(at)];
}
