/**
 * `warmline faq`: `test` scores a knowledge base on labelled questions, `check` looks for its mistakes, `gaps` drafts
 * more.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Checked, inPackage, readFolder, readTextFile, SupportError } from '../base/index.js';
import {
  checkFaq,
  checkLabelled,
  confusionsOf,
  createFaq,
  entriesOf,
  type Faq,
  type FaqEntry,
  type Labelled,
  outOfScope,
  reviewFaq,
  type ScoredRow,
  scoreRows,
  weakEntries,
} from '../faq/index.js';
import { checkModel, createReader, hostileSpans } from '../sentiment/index.js';
import type { Io, StoreContext } from './context.js';
import { weightsPath } from './weights.js';
import { gapsCommand } from './gaps.js';

const usage = `Use: warmline faq test FILE.tsv [--kb DIR|FILE.tsv] [--rows OUT.jsonl]
  or warmline faq check [--kb DIR]
  or warmline faq gaps [--kb DIR] [--from DATE] [--to DATE]`;
const shown = 10;

/** Throws `content` with every problem. */
function valueOf<Value>(checked: Checked<Value>, name: string): Value {
  if (checked.kind === 'ok') return checked.value;
  throw new SupportError('content', `${name} has problems. Nothing was measured.`, { problems: checked.problems });
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function readBase(path: string | undefined): readonly FaqEntry[] {
  const folder = path ?? inPackage('dialogs', 'faq');
  const name = path ?? 'dialogs/faq';
  if (!isFolder(folder)) return entriesOf(valueOf(checkLabelled(readTextFile(folder)), name));
  const files = readFolder(folder, ['.yaml', '.yml']);
  return valueOf(checkFaq(files.map((file) => ({ ...file, name: `${name}/${file.name}` }))), name);
}

function answerOf(faq: Faq, text: string, ignore: readonly string[]): string | null {
  const result = faq.ask(text, { ignore });
  if (result.kind === 'answer') return result.entry.id;
  return result.kind === 'clarify' ? (result.entries[0]?.id ?? null) : null;
}

interface Asked {
  readonly rows: readonly ScoredRow[];
  /** Milliseconds of each question. */
  readonly times: readonly number[];
}

/** Asks as the assistant does: hostile words are found first, and not held against the question. */
function askAll(faq: Faq, questions: readonly Labelled[]): Asked {
  const reader = createReader({ model: valueOf(checkModel(readFileSync(weightsPath)), weightsPath) });
  const times: number[] = [];
  const rows = questions.map(({ label, text }) => {
    const ignore = hostileSpans(reader.read(text));
    const begin = performance.now();
    const answer = answerOf(faq, text, ignore);
    times.push(performance.now() - begin);
    const { ranked, confidence } = faq.rank(text, { ignore });
    return {
      label,
      text,
      ranked: ranked.slice(0, shown).map(({ entry, score }) => ({ id: entry.id, score })),
      confidence,
      answer,
    };
  });
  return { rows, times };
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const percentile = (times: readonly number[], part: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;

function tellWeak(rows: readonly ScoredRow[], io: Io): void {
  const confusions = confusionsOf(rows).slice(0, shown);
  if (confusions.length > 0) io.out('Confused most often (asked for → answered):');
  for (const { label, instead, times, example } of confusions) {
    io.out(`  ${times} × ${label} → ${instead === outOfScope ? 'unknown' : instead}, as in "${example}"`);
  }
  const weak = weakEntries(rows).slice(0, shown);
  if (weak.length > 0) io.out('Weak entries (found / asked); they need other ways of asking:');
  for (const { label, right, asked } of weak) io.out(`  ${label} ${right}/${asked}`);
}

function writeRows(path: string, rows: readonly ScoredRow[]): void {
  try {
    writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  } catch (cause) {
    throw new SupportError('content', `${path} cannot be written: ${(cause as Error).message}`, { cause });
  }
}

function test(file: string, { kb, out }: { kb: string | undefined; out: string | undefined }, io: Io): number {
  const questions = valueOf(checkLabelled(readTextFile(file)), file);
  const entries = readBase(kb);
  const begin = performance.now();
  const faq = createFaq(entries);
  const buildMs = performance.now() - begin;
  const known = new Set([outOfScope, ...entries.map(({ id }) => id)]);
  const strange = new Map(questions.filter(({ label }) => !known.has(label)).map((row) => [row.label, row.at]));
  for (const [label, at] of strange) io.err(`${at}: "${label}" is not in the knowledge base, so it cannot be found`);
  const { rows, times } = askAll(faq, questions);
  if (out !== undefined) writeRows(out, rows);
  tellWeak(rows, io);
  const figures = {
    ...scoreRows(rows),
    p50ms: percentile(times, 0.5),
    p99ms: percentile(times, 0.99),
    buildMs,
    rssMb: process.memoryUsage().rss / 1e6,
  };
  io.out(JSON.stringify(figures, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value)));
  return 0;
}

function check(kb: string | undefined, io: Io): number {
  const entries = readBase(kb);
  const warnings = reviewFaq(entries);
  for (const warning of warnings) io.out(warning);
  io.out(`${entries.length} entries, ${warnings.length === 0 ? 'all in order' : `${warnings.length} to look at`}`);
  return warnings.length === 0 ? 0 : 1;
}

function readArgs(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { kb: text, rows: text, from: text, to: text },
      allowPositionals: true,
    });
  } catch {
    return undefined;
  }
}

/** Returns 0 when all is well, 1 when there are problems (they are printed), 2 when called wrongly. */
export async function faqCommand(args: readonly string[], io: Io, context: () => StoreContext): Promise<number> {
  const { values, positionals } = readArgs(args) ?? { values: {}, positionals: [] };
  const [act, file] = positionals;
  const { kb, rows, from, to } = values;
  try {
    if (act === 'check' && positionals.length === 1) return check(kb, io);
    if (act === 'test' && file !== undefined && positionals.length === 2) return test(file, { kb, out: rows }, io);
    if (act === 'gaps' && positionals.length === 1) {
      return await gapsCommand({ entries: readBase(kb), from, to }, io, context());
    }
    io.err(usage);
    return 2;
  } catch (fault) {
    if (!(fault instanceof SupportError)) throw fault;
    io.err([fault.message, ...fault.problems].join('\n'));
    return 1;
  }
}
