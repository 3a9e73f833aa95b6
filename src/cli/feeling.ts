/** `warmline feeling test|train|build`: scores the reading of messages, adapts it, and makes the shipped weights. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Checked, readTextFile, SupportError } from '../base/index.js';
import type { Feeling } from '../conversation/index.js';
import {
  adaptedModel,
  agreement,
  auroc,
  calibrate,
  calibrationError,
  checkLessons,
  checkModel,
  createReader,
  isFrustrated,
  type Labelled,
  type Model,
  packModel,
  readRows,
  recalibrated,
  type Scored,
} from '../sentiment/index.js';
import type { Io } from './context.js';
import { build, type BuildOptions, weightsPath } from './weights.js';

const usage = `warmline feeling test FILE.tsv [--model FILE] [--rows OUT.jsonl]    score labelled messages
warmline feeling train FILE.tsv --out FILE [--model FILE] [--calibrate-only]   learn your own messages
warmline feeling build DATA_DIR [--out FILE | --check [--model FILE]]          make the shipped weights again, or check them`;

function accept<T>(checked: Checked<T>, what: string): T {
  if (checked.kind === 'ok') return checked.value;
  throw new SupportError('content', what, { problems: checked.problems });
}

function loadModel(path: string): Model {
  try {
    return accept(checkModel(readFileSync(path)), `${path} is not a model this program can read.`);
  } catch (cause) {
    if (cause instanceof SupportError) throw cause;
    throw new SupportError('content', `${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

function loadRows(path: string): readonly Labelled[] {
  return accept(readRows(readTextFile(path)), `${path} has lines that cannot be read. Nothing was done.`);
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

type Read = Labelled & { readonly feeling: Feeling };

function readAll(model: Model, rows: readonly Labelled[]): readonly Read[] {
  const reader = createReader({ model });
  return rows.map((row) => ({ ...row, feeling: reader.read(row.text) }));
}

const scored = (rows: readonly Read[]): readonly Scored[] =>
  rows.map((row) => ({ score: row.feeling.frustration, truth: isFrustrated(row) ? 1 : 0 }));

function classOf({ level }: Feeling): Labelled['label'] {
  if (level < 0) return 'negative';
  return level > 0 ? 'positive' : 'neutral';
}

function summary(rows: readonly Read[]): Readonly<Record<string, number>> {
  const scores = scored(rows);
  const area = auroc(scores);
  const three = rows.every(({ label }) => label !== 'frustrated' && label !== 'other');
  const fit = three
    ? agreement(rows.map(({ label, feeling }) => ({ truth: label, guess: classOf(feeling) })))
    : undefined;
  return {
    rows: rows.length,
    frustrated: scores.filter(({ truth }) => truth === 1).length,
    ...(area === undefined ? {} : { auroc: round(area) }),
    calibrationError: round(calibrationError(scores)),
    ...(fit ? { accuracy: round(fit.accuracy), macroF1: round(fit.macroF1) } : {}),
  };
}

function test(file: string, options: Options, io: Io): number {
  const rows = readAll(loadModel(options.model ?? weightsPath), loadRows(file));
  if (options.rows !== undefined) {
    const lines = rows.map(({ label, text, feeling: { frustration, valence, level } }) =>
      JSON.stringify({ label, text, frustration, valence, level }),
    );
    writeFileSync(options.rows, `${lines.join('\n')}\n`);
  }
  io.out(JSON.stringify(summary(rows)));
  return 0;
}

/** Every fifth row is kept aside: the calibration must come from messages the weights have not seen. */
function adapt(start: Model, rows: readonly Labelled[], name: string): Model {
  const aside = rows.filter((_, i) => i % 5 === 4);
  const rest = rows.filter((_, i) => i % 5 !== 4);
  const calibration = calibrate(scored(readAll(adaptedModel(start, rest, name), aside)));
  const whole = adaptedModel(start, rows, name);
  return { ...whole, head: { ...whole.head, calibration } };
}

function train(file: string, options: Options, io: Io): number {
  if (options.out === undefined) throw new SupportError('bad-request', `--out is missing.\n${usage}`);
  const start = loadModel(options.model ?? weightsPath);
  const rows = loadRows(file);
  const problems = checkLessons(file, rows);
  if (problems.length > 0) throw new SupportError('content', `${file} cannot be learned from.`, { problems });
  const plain = { ...start, head: { ...start.head, calibration: { slope: 1, shift: 0 } } };
  const name = basename(file);
  const model = options['calibrate-only']
    ? recalibrated(start, calibrate(scored(readAll(plain, rows))), { name, count: rows.length })
    : adapt(plain, rows, name);
  writeFileSync(options.out, packModel(model));
  const before = summary(readAll(start, rows));
  io.out(JSON.stringify({ out: options.out, before, after: summary(readAll(model, rows)), saw: model.head.saw }));
  return 0;
}

interface Options extends BuildOptions {
  readonly rows?: string | undefined;
  readonly 'calibrate-only'?: boolean | undefined;
}

function read(args: readonly string[]): { values: Options; positionals: readonly string[] } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { model: text, rows: text, out: text, 'calibrate-only': flag, check: flag },
      allowPositionals: true,
    });
  } catch (cause) {
    throw new SupportError('bad-request', `${(cause as Error).message}\n${usage}`, { cause });
  }
}

const acts = { test, train, build };

/** Returns the exit code; the last line on standard output is JSON. */
export function feelingCommand(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = read(args);
  const [name = '', file] = positionals;
  const act = Object.entries(acts).find(([known]) => known === name)?.[1];
  if (act && file !== undefined) return Promise.resolve(act(file, values, io));
  io.err(usage);
  return Promise.resolve(2);
}
