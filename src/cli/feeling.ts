/** `warmline feeling test|train`: scores the reading of messages, and adapts it. */
import { basename } from 'node:path';
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
import type { Call, Io } from './command.js';
import { readBytes, writeFile } from './files.js';
import { weightsPath } from './weights.js';

function accept<T>(checked: Checked<T>, what: string): T {
  if (checked.kind === 'ok') return checked.value;
  throw new SupportError('content', what, { problems: checked.problems });
}

const loadModel = (path: string): Model =>
  accept(checkModel(readBytes(path)), `${path} is not a model this program can read.`);

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

/** Prints one line of JSON. */
export function testCommand(call: Call, io: Io): Promise<number> {
  const rows = readAll(loadModel(call.text('model') ?? weightsPath), loadRows(call.argument));
  const path = call.text('rows');
  if (path !== undefined) {
    const lines = rows.map(({ label, text, feeling: { frustration, valence, level } }) =>
      JSON.stringify({ label, text, frustration, valence, level }),
    );
    writeFile(path, `${lines.join('\n')}\n`);
  }
  io.out(JSON.stringify(summary(rows)));
  return Promise.resolve(0);
}

/** Every fifth row is kept aside: the calibration must come from messages the weights have not seen. */
function adapt(start: Model, rows: readonly Labelled[], name: string): Model {
  const aside = rows.filter((_, i) => i % 5 === 4);
  const rest = rows.filter((_, i) => i % 5 !== 4);
  const calibration = calibrate(scored(readAll(adaptedModel(start, rest, name), aside)));
  const whole = adaptedModel(start, rows, name);
  return { ...whole, head: { ...whole.head, calibration } };
}

/** The last line on standard output is JSON. */
export function trainCommand(call: Call, io: Io): Promise<number> {
  const file = call.argument;
  const out = call.text('out');
  if (out === undefined) throw new SupportError('bad-request', 'Where the weights go is missing: --out FILE.');
  const start = loadModel(call.text('model') ?? weightsPath);
  const rows = loadRows(file);
  const problems = checkLessons(file, rows);
  if (problems.length > 0) throw new SupportError('content', `${file} cannot be learned from.`, { problems });
  const plain = { ...start, head: { ...start.head, calibration: { slope: 1, shift: 0 } } };
  const name = basename(file);
  io.progress?.(`learning ${rows.length} messages`);
  const model = call.flag('calibrate-only')
    ? recalibrated(start, calibrate(scored(readAll(plain, rows))), { name, count: rows.length })
    : adapt(plain, rows, name);
  writeFile(out, packModel(model));
  const before = summary(readAll(start, rows));
  io.out(JSON.stringify({ out, before, after: summary(readAll(model, rows)), saw: model.head.saw }));
  return Promise.resolve(0);
}
