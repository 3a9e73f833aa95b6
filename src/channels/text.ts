/** Plain text for channels that show nothing else: choices are numbered, and the number or the words choose. */
import type { Choice, Entry, VisibleEntry } from '../conversation/index.js';

const isNumber = /^\d{1,2}$/;

/** Choices that are numbers themselves (a scale) need no other. */
const numbered = (choices: readonly Choice[]): boolean => !choices.every(({ title }) => isNumber.test(title));

function listOf(choices: readonly Choice[]): string {
  if (!numbered(choices)) return choices.map(({ title }) => title).join(' · ');
  return choices.map(({ title }, index) => `${index + 1}. ${title}`).join('\n');
}

/** A person is named in front of their words. */
export function toText({ role, by, text, choices = [] }: VisibleEntry): string {
  const words = role === 'agent' && by !== undefined ? `${by}: ${text}` : text;
  return choices.length === 0 ? words : `${words}\n\n${listOf(choices)}`;
}

/** The number a text is, if it is nothing else: "2", "2." or "2)". */
export function numberOf(text: string): number | undefined {
  const [, number] = /^(\d{1,2})[.)]?$/.exec(text.trim()) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** What the number stands for in what was offered last, of entries whose newest is last. */
export function choiceOf(number: number, entries: readonly Entry[]): Choice | undefined {
  const last = entries.findLast(({ role }) => role === 'assistant' || role === 'customer');
  const choices = last?.role === 'assistant' ? (last.choices ?? []) : [];
  return numbered(choices) ? choices[number - 1] : undefined;
}
