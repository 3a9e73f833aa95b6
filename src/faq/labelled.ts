/** Labelled questions as tab-separated lines: the label, the text, and anything else. A base may be written so, too. */
import type { Checked, TextFile } from '../base/index.js';
import { wordsOf } from '../language/index.js';
import type { FaqEntry } from './entry.js';

/** The label of questions that no entry answers. */
export const outOfScope = 'oos';

export interface Labelled {
  readonly label: string;
  readonly text: string;
  /** File and line. */
  readonly at: string;
}

const problemOf = ({ label, text, at }: Labelled): readonly string[] => {
  if (label === '') return [`${at}: has no label before the first tab`];
  return text === '' ? [`${at}: has no text after the label; write label, tab, text`] : [];
};

/** Reads `label<TAB>text` lines; further columns and empty lines are passed over. All problems at once. */
export function checkLabelled(file: TextFile): Checked<readonly Labelled[]> {
  const rows = file.text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      const [label = '', text = ''] = line.split('\t');
      return line.trim() === '' ? [] : [{ label: label.trim(), text: text.trim(), at: `${file.name}:${index + 1}` }];
    });
  const problems = rows.length === 0 ? [`${file.name}:1: has no lines`] : rows.flatMap(problemOf);
  return problems.length === 0 ? { kind: 'ok', value: rows } : { kind: 'broken', problems };
}

/** Makes a base of labelled examples, one entry per label; examples without words are left out. */
export function entriesOf(rows: readonly Labelled[]): readonly FaqEntry[] {
  const examples = new Map<string, Labelled[]>();
  for (const row of rows) {
    if (row.label !== outOfScope && wordsOf(row.text).length > 0) {
      examples.set(row.label, [...(examples.get(row.label) ?? []), row]);
    }
  }
  return [...examples].map(([id, given]) => {
    const ask = given.map(({ text }) => text);
    return { id, title: ask[0] ?? id, ask, answer: '', tags: [], lang: 'en', at: given[0]?.at ?? id };
  });
}
