/** `warmline faq test|check`: scores a knowledge base on labelled questions, and looks for its mistakes. */
import { readTextFile } from '../base/index.js';
import {
  calibrationGap,
  checkLabelled,
  confusionsOf,
  createFaq,
  type Faq,
  type Labelled,
  outOfScope,
  reliability,
  reviewFaq,
  type ScoredRow,
  scoreRows,
  weakEntries,
} from '../faq/index.js';
import { checkModel, createReader, hostileSpans } from '../sentiment/index.js';
import type { Call, Io, StoreContext } from './command.js';
import { readBytes, writeFile } from './files.js';
import { readBase, valueOf } from './knowledge-base.js';
import { weightsPath } from './weights.js';

const shown = 10;

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
function askAll(faq: Faq, questions: readonly Labelled[], io: Io): Asked {
  const reader = createReader({ model: valueOf(checkModel(readBytes(weightsPath)), weightsPath) });
  const times: number[] = [];
  const rows = questions.map(({ label, text }, at) => {
    io.progress?.(`${at} of ${questions.length} questions`);
    const ignore = hostileSpans(reader.read(text));
    const begin = performance.now();
    const answer = answerOf(faq, text, ignore);
    times.push(performance.now() - begin);
    const { ranked, known, confidence } = faq.rank(text, { ignore });
    return {
      label,
      text,
      ranked: ranked.slice(0, shown).map(({ entry, score }) => ({ id: entry.id, score })),
      known,
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

const percent = (part: number): string => `${Math.round(part * 100)} %`.padStart(5);

/** What the assistant promised of its first entry, against how often it was right. */
function tellReliability(curve: ReturnType<typeof reliability>, io: Io): void {
  io.out('How far its confidence can be believed (confidence, right, questions):');
  for (const { asked, confidence, right } of curve) {
    io.out(`  ${percent(confidence)} ${percent(right)}  ${'#'.repeat(Math.round(right * 20)).padEnd(20)} ${asked}`);
  }
}

export function testCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const file = call.argument;
  const questions = valueOf(checkLabelled(readTextFile(file)), file);
  const entries = readBase(call.text('kb'), context);
  io.progress?.(`learning ${entries.length} entries`);
  const begin = performance.now();
  const faq = createFaq(entries);
  const buildMs = performance.now() - begin;
  const known = new Set([outOfScope, ...entries.map(({ id }) => id)]);
  const strange = new Map(questions.filter(({ label }) => !known.has(label)).map((row) => [row.label, row.at]));
  for (const [label, at] of strange) io.err(`${at}: "${label}" is not in the knowledge base, so it cannot be found`);
  const { rows, times } = askAll(faq, questions, io);
  const out = call.text('rows');
  if (out !== undefined) writeFile(out, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const curve = reliability(rows);
  if (!call.flag('json')) {
    tellWeak(rows, io);
    tellReliability(curve, io);
  }
  const figures = {
    ...scoreRows(rows),
    calibrationGap: calibrationGap(curve),
    p50ms: percentile(times, 0.5),
    p99ms: percentile(times, 0.99),
    buildMs,
    rssMb: process.memoryUsage().rss / 1e6,
  };
  io.out(JSON.stringify(figures, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value)));
  return Promise.resolve(0);
}

/** Returns 1 when there is something to look at. */
export function checkCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const entries = readBase(call.text('kb'), context);
  io.progress?.(`reading ${entries.length} entries`);
  const warnings = reviewFaq(entries);
  if (call.flag('json')) {
    io.out(JSON.stringify({ entries: entries.length, warnings }));
  } else {
    warnings.forEach(io.out);
    io.out(`${entries.length} entries, ${warnings.length === 0 ? 'all in order' : `${warnings.length} to look at`}`);
  }
  return Promise.resolve(warnings.length === 0 ? 0 : 1);
}
