/** Labelled messages from a file, one a line: `label<TAB>text`. Broken lines are told by number. */
import type { Checked, TextFile } from '../../base/index.js';
import type { Labelled } from './recipe.js';

const labels: Readonly<Record<string, Labelled['label']>> = {
  '1': 'frustrated',
  '0': 'other',
  negative: 'negative',
  neutral: 'neutral',
  positive: 'positive',
};
/** Fewer rows than this teach chance, not a company's language. */
const fewest = 200;

interface Columns {
  readonly label: number;
  readonly text: number;
}

/** A first line that names `label` and `text` says where they are; otherwise they are the first two columns. */
function columnsOf(line: string): Columns | undefined {
  const names = line.toLowerCase().split('\t');
  const columns = { label: names.indexOf('label'), text: names.indexOf('text') };
  return columns.label >= 0 && columns.text >= 0 ? columns : undefined;
}

function rowOf(line: string, { label, text }: Columns): Labelled | string {
  const cells = line.split('\t');
  const given = cells[label]?.trim().toLowerCase() ?? '';
  const said = cells[text]?.trim() ?? '';
  if (said === '') return 'needs a label and a text with a tab between them';
  const known = labels[given];
  return known ? { label: known, text: said } : `the label "${given}" is none of ${Object.keys(labels).join(', ')}`;
}

/** Every broken line is a problem; blank lines are not. */
export function readRows(file: TextFile): Checked<readonly Labelled[]> {
  const lines = file.text.split(/\r?\n/);
  const named = columnsOf(lines[0] ?? '');
  const columns = named ?? { label: 0, text: 1 };
  const read = lines.flatMap((line, i) =>
    line.trim() === '' || (named && i === 0) ? [] : [{ at: i + 1, row: rowOf(line, columns) }],
  );
  const problems = read.flatMap(({ at, row }) => (typeof row === 'string' ? [`${file.name}:${at}: ${row}`] : []));
  if (problems.length > 0) return { kind: 'broken', problems };
  const rows = read.flatMap(({ row }) => (typeof row === 'string' ? [] : [row]));
  return rows.length > 0 ? { kind: 'ok', value: rows } : { kind: 'broken', problems: [`${file.name}: no rows`] };
}

export const isFrustrated = ({ label }: Labelled): boolean => label === 'negative' || label === 'frustrated';

/** What training needs beyond readable lines: enough of them, and both kinds. */
export function checkLessons(name: string, rows: readonly Labelled[]): readonly string[] {
  const bad = rows.filter(isFrustrated).length;
  const problems: string[] = [];
  if (rows.length < fewest)
    problems.push(`${name}: ${rows.length} rows are too few to learn from; give at least ${fewest}`);
  if (bad === 0)
    problems.push(`${name}: no row is frustrated (label 1 or negative), so there is nothing to tell apart`);
  if (bad === rows.length) problems.push(`${name}: every row is frustrated; calm messages are needed too`);
  return problems;
}
