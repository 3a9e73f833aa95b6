/** Writes a way of asking into the file of its entry; nothing else of the file is touched. */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Way } from './lessons.js';

/** The ways of asking of an entry, as they stand in a file. */
function askOf(text: string, id: string) {
  const entries: unknown = parseDocument(text).get('entries');
  if (!isSeq(entries)) return undefined;
  const entry = entries.items.find((item) => isMap(item) && item.get('id') === id);
  const ask: unknown = isMap(entry) ? entry.get('ask', true) : undefined;
  return isSeq(ask) ? ask : undefined;
}

/** The file with it as the last way of asking of its entry; as it was where the entry is not in it. */
export function withAsked(text: string, { id, ask: words }: Pick<Way, 'id' | 'ask'>): string {
  const ask = askOf(text, id);
  const last = ask?.items.at(-1);
  const [start, end] = isScalar(last) ? (last.range ?? []) : [];
  if (start === undefined || end === undefined) return text;
  // learnt words are letters and spaces, but one alone may be a yes or a number to YAML
  const quoted = JSON.stringify(words);
  const from = text.lastIndexOf('\n', start) + 1;
  const lead = /^\s*- $/.exec(text.slice(from, start))?.[0];
  const added = ask?.flow === true || lead === undefined ? `, ${quoted}` : `\n${lead}${quoted}`;
  return text.slice(0, end) + added + text.slice(end);
}
