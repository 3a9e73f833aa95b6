/** What the assistant knows: one entry per question, read from YAML and checked before any of it is used. */
import { z } from 'zod';
import { checkYaml, type Checked, type LineOf, type TextFile } from '../base/index.js';
import { channelNames } from '../conversation/index.js';
import { normalise, wordsOf } from '../language/index.js';
import { type Answer, problemsOfBlanks } from './answer.js';

const line = z.string({ error: 'must be text' }).trim().min(1, 'is empty');

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const isLanguage = (code: string): boolean => /^[a-z]{2}$/.test(code) && names.of(code) !== undefined;
const language = line.refine(isLanguage, 'must be a language of two letters, as in en or de');

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
  /** ISO 639-1; without it, what the name of the file says (`orders.de.yaml`), else English. */
  lang: language.optional(),
});
const file = z.strictObject({ entries: z.array(entry).min(1, 'has no entries') });

export interface FaqEntry extends Answer {
  readonly id: string;
  readonly title: string;
  readonly ask: readonly string[];
  /** Ways of asking that use taught, in plain words: they help to find it, and say nothing against the keeper's. */
  readonly learnt?: readonly string[];
  readonly tags: readonly string[];
  /** ISO 639-1. The same id may be there once in each language: it is one entry. */
  readonly lang: string;
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

/** Of `orders.de.yaml`, German. */
const languageOfFile = (name: string): string => /\.([a-z]{2})\.ya?ml$/.exec(name)?.[1] ?? 'en';

function place(name: string, value: z.infer<typeof file>, lineOf: LineOf): readonly Placed[] {
  return value.entries.map((given, index) => ({
    entry: { ...given, lang: given.lang ?? languageOfFile(name), at: `${name}:${lineOf(['entries', index])}` },
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
    const key = `${given.lang} ${given.id}`;
    const before = first.get(key);
    first.set(key, before ?? given);
    return before ? [`${given.at ?? given.id}: the id "${given.id}" is taken by ${before.at ?? 'another entry'}`] : [];
  });
}

/** The entries of each language, in the order in which the languages come. */
export function byLanguage(entries: readonly FaqEntry[]): readonly (readonly [string, readonly FaqEntry[]])[] {
  const languages = [...new Set(entries.map(({ lang }) => lang))];
  return languages.map((language) => [language, entries.filter(({ lang }) => lang === language)] as const);
}

/** Learnt by itself, a language with fewer entries could not tell how sure it may be: it goes with the one that has most. */
const enough = 8;

/** The entries that are learnt together, most first, under the language of most of them: one part at least. */
export function partsOf(entries: readonly FaqEntry[]): readonly (readonly [string, readonly FaqEntry[]])[] {
  if (entries.length === 0) return [['en', []]];
  const each = byLanguage(entries).toSorted(([, one], [, other]) => other.length - one.length);
  const small = new Set(each.slice(1).flatMap(([language, own]) => (own.length < enough ? [language] : [])));
  const [lead = 'en'] = each.map(([language]) => language);
  const home = ({ lang }: FaqEntry): string => (small.has(lang) ? lead : lang);
  return each
    .filter(([language]) => !small.has(language))
    .map(([language]) => [language, entries.filter((entry) => home(entry) === language)] as const);
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
