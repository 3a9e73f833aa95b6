/** What is shown as words: choices are numbered, long texts go on in the next message, and small Markdown is spoken plainly. */
import { type Choice, numbered, type VisibleEntry } from '../../conversation/index.js';

/** Choices under a text; the number or the words choose (see `pick`). */
function withNumbers(words: string, choices: readonly Choice[]): string {
  if (choices.length === 0) return words;
  const list = numbered(choices)
    ? choices.map(({ title }, index) => `${index + 1}. ${title}`).join('\n')
    : choices.map(({ title }) => title).join(' · ');
  return `${words}\n\n${list}`;
}

/** A person is named in front of their words. */
export const named = ({ role, by, text }: VisibleEntry): string =>
  role === 'agent' && by !== undefined ? `${by}: ${text}` : text;

/** All of an entry as words. */
export const toText = (entry: VisibleEntry): string => withNumbers(named(entry), entry.choices ?? []);

/** Where a part of at most `most` characters ends: after a paragraph, a line or a word, and never within a character. */
function endOf(text: string, most: number): number {
  const room = text.slice(0, most);
  for (const gap of ['\n\n', '\n', ' ']) {
    const at = room.lastIndexOf(gap);
    if (at > most / 2) return at;
  }
  return /[\ud800-\udbff]$/.test(room) ? most - 1 : most;
}

/** A text as messages of at most `most` characters each. */
export function partsOf(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  let left = text;
  while (left.length > most) {
    const end = endOf(left, most);
    parts.push(left.slice(0, end).trimEnd());
    left = left.slice(end).trimStart();
  }
  return [...parts, left];
}

/** Without the signs of our small Markdown (web/kit/rich.ts): of a link its words are spoken. */
export const spoken = (text: string): string =>
  text.replace(/\*\*([^*\n]{1,500})\*\*/g, '$1').replace(/\[([^[\]\n]{1,500})\]\([^()\s]{1,2000}\)/g, '$1');
