/** What the assistant knows: one entry per question, read from YAML and checked before any of it is used. */
import { z } from 'zod';
import { checkYaml, type Checked, type LineOf, type TextFile } from '../base/index.js';
import { channelNames } from '../conversation/index.js';
import { normalise, wordsOf } from '../language/index.js';
import { type Answer, problemsOfBlanks } from './answer.js';

const languages = ['en', 'de'] as const;
const line = z.string({ error: 'must be text' }).trim().min(1, 'is empty');

const entry = z.strictObject({
  id: line.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  /** Short name, offered as a choice when the assistant is not sure. */
  title: line.max(60, 'is longer than 60 letters; it must fit on a button'),
  /** Ways of asking, as customers would write them. */
  ask: z.array(line).min(2, 'needs at least two ways of asking'),
  /** Markdown; `{brand}` and `{name|there}` are filled in. */
  answer: line,
  /** Other words for the same answer, where one channel needs them. */
  channels: z
    .partialRecord(z.enum(channelNames, { error: `must be one of ${channelNames.join(', ')}` }), line)
    .optional(),
  tags: z.array(line).default([]),
  lang: z.enum(languages, { error: `must be one of ${languages.join(', ')}` }).default('en'),
});
const file = z.strictObject({ entries: z.array(entry).min(1, 'has no entries') });

export interface FaqEntry extends Answer {
  readonly id: string;
  readonly title: string;
  readonly ask: readonly string[];
  readonly tags: readonly string[];
  readonly lang: (typeof languages)[number];
  /** File and line, for messages to the editor. */
  readonly at?: string;
}

interface Placed {
  readonly entry: FaqEntry;
  readonly problems: readonly string[];
}

function problemsOf(ask: readonly string[], at: (index: number) => string): readonly string[] {
  const seen = new Set<string>();
  return ask.flatMap((way, index) => {
    const plain = normalise(way);
    if (wordsOf(way).length === 0) return [`${at(index)}: "${way}" has no words in it`];
    if (seen.has(plain)) return [`${at(index)}: "${way}" is there twice`];
    seen.add(plain);
    return [];
  });
}

function answersOf({ answer, channels = {} }: Answer) {
  const others = Object.entries(channels).map(([channel, text]) => ({ path: ['channels', channel], text: text ?? '' }));
  return [{ path: ['answer'], text: answer }, ...others];
}

function place(name: string, value: z.infer<typeof file>, lineOf: LineOf): readonly Placed[] {
  return value.entries.map((given, index) => ({
    entry: { ...given, at: `${name}:${lineOf(['entries', index])}` },
    problems: [
      ...problemsOf(given.ask, (way) => `${name}:${lineOf(['entries', index, 'ask', way])}`),
      ...answersOf(given).flatMap(({ path, text }) =>
        problemsOfBlanks(text).map((problem) => `${name}:${lineOf(['entries', index, ...path])}: ${problem}`),
      ),
    ],
  }));
}

function duplicates(entries: readonly FaqEntry[]): readonly string[] {
  const first = new Map<string, FaqEntry>();
  return entries.flatMap((given) => {
    const before = first.get(given.id);
    first.set(given.id, before ?? given);
    return before ? [`${given.at ?? given.id}: the id "${given.id}" is taken by ${before.at ?? 'another entry'}`] : [];
  });
}

/** Checks a whole knowledge base; all problems of all files at once, each with its file and line. */
export function checkFaq(files: readonly TextFile[]): Checked<readonly FaqEntry[]> {
  const problems: string[] = [];
  const placed: Placed[] = [];
  for (const each of files) {
    const checked = checkYaml(each, file);
    if (checked.kind === 'broken') problems.push(...checked.problems);
    else placed.push(...place(each.name, checked.value.value, checked.value.lineOf));
  }
  const entries = placed.map((one) => one.entry);
  problems.push(...placed.flatMap((one) => one.problems), ...duplicates(entries));
  if (files.length === 0) problems.push('The knowledge base has no files.');
  return problems.length === 0 ? { kind: 'ok', value: entries } : { kind: 'broken', problems };
}
