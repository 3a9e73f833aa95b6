/** Measures of a knowledge base on labelled questions. */
import { outOfScope } from './labelled.js';

/** One question as it was answered. */
export interface ScoredRow {
  readonly label: string;
  readonly text: string;
  /** Best first. */
  readonly ranked: readonly { readonly id: string; readonly score: number }[];
  /** That the base has an answer at all, 0..1. */
  readonly known: number;
  readonly confidence: number;
  /** The entry answered with, or offered first; null when the assistant said that it does not know. */
  readonly answer: string | null;
}

export interface Score {
  /** Share of questions in scope whose entry is ranked first, or among the first three, whatever the confidence. */
  readonly top1: number;
  readonly recall3: number;
  /** Matthews correlation over all entries, with "unknown" as one more. */
  readonly mcc: number;
  /** Share of questions out of scope that were not answered; null when there are none. */
  readonly oosRecall: number | null;
  /** How well `known` separates questions in scope from others: 0.5 is chance; null when one kind is missing. */
  readonly auroc: number | null;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const inScope = ({ label }: ScoredRow): boolean => label !== outOfScope;
const chosen = ({ answer }: ScoredRow): string => answer ?? outOfScope;

/** Gorodkin 2004, the multi-class form; 0 where it is not defined. */
function correlation(rows: readonly ScoredRow[]): number {
  const truths = new Map<string, number>();
  const choices = new Map<string, number>();
  let right = 0;
  for (const row of rows) {
    const choice = chosen(row);
    truths.set(row.label, (truths.get(row.label) ?? 0) + 1);
    choices.set(choice, (choices.get(choice) ?? 0) + 1);
    if (choice === row.label) right += 1;
  }
  const count = rows.length;
  const squares = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n * n, 0);
  const both = [...truths].reduce((sum, [label, n]) => sum + n * (choices.get(label) ?? 0), 0);
  const spread = Math.sqrt((count * count - squares(choices)) * (count * count - squares(truths)));
  return spread === 0 ? 0 : (right * count - both) / spread;
}

/** Area under the ROC curve by ranks (Mann and Whitney); ties count half. */
function separation(inside: readonly number[], outside: readonly number[]): number | null {
  if (inside.length === 0 || outside.length === 0) return null;
  const all = [...inside, ...outside].sort((one, other) => one - other);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  all.forEach((value, place) => {
    if (!first.has(value)) first.set(value, place + 1);
    last.set(value, place + 1);
  });
  const rank = (value: number): number => ((first.get(value) ?? 0) + (last.get(value) ?? 0)) / 2;
  const sum = inside.reduce((total, value) => total + rank(value), 0);
  return (sum - (inside.length * (inside.length + 1)) / 2) / (inside.length * outside.length);
}

export function scoreRows(rows: readonly ScoredRow[]): Score {
  const inside = rows.filter(inScope);
  const outside = rows.filter((row) => !inScope(row));
  const within = (places: number) =>
    inside.filter(({ label, ranked }) => ranked.slice(0, places).some(({ id }) => id === label)).length;
  const unanswered = outside.filter(({ answer }) => answer === null).length;
  return {
    top1: share(within(1), inside.length),
    recall3: share(within(3), inside.length),
    mcc: correlation(rows),
    oosRecall: outside.length === 0 ? null : unanswered / outside.length,
    auroc: separation(
      inside.map(({ known }) => known),
      outside.map(({ known }) => known),
    ),
  };
}

/** Questions whose confidence lies between two tenths. */
export interface Tenth {
  readonly from: number;
  readonly asked: number;
  /** What was promised on average, and the share whose first entry was right, 0..1. */
  readonly confidence: number;
  readonly right: number;
}

const tenths = 10;
const isFirst = ({ label, ranked }: ScoredRow): boolean => ranked[0]?.id === label;

/** How far confidence can be believed, lowest first: what is promised against what was right. Empty tenths are left out. */
export const reliability = (rows: readonly ScoredRow[]): readonly Tenth[] =>
  Array.from({ length: tenths }, (_, tenth): Tenth => {
    const within = rows.filter(({ confidence }) => Math.min(tenths - 1, Math.floor(confidence * tenths)) === tenth);
    const promised = within.reduce((sum, { confidence }) => sum + confidence, 0);
    return {
      from: tenth / tenths,
      asked: within.length,
      confidence: share(promised, within.length),
      right: share(within.filter(isFirst).length, within.length),
    };
  }).filter(({ asked }) => asked > 0);

/** The expected calibration error: how far promise and truth are apart on average, 0..1. */
export const calibrationGap = (curve: readonly Tenth[]): number => {
  const all = curve.reduce((sum, { asked }) => sum + asked, 0);
  return share(
    curve.reduce((sum, { asked, confidence, right }) => sum + asked * Math.abs(confidence - right), 0),
    all,
  );
};

export interface Confusion {
  readonly label: string;
  /** What was answered instead; "oos" for "I do not know". */
  readonly instead: string;
  readonly times: number;
  readonly example: string;
}

/** What was taken for what, most frequent first. */
export function confusionsOf(rows: readonly ScoredRow[]): readonly Confusion[] {
  const pairs = new Map<string, Confusion>();
  for (const row of rows) {
    const instead = chosen(row);
    if (instead === row.label) continue;
    const key = `${row.label}\t${instead}`;
    const before = pairs.get(key) ?? { label: row.label, instead, times: 0, example: row.text };
    pairs.set(key, { ...before, times: before.times + 1 });
  }
  return [...pairs.values()].sort((one, other) => other.times - one.times);
}

export interface WeakEntry {
  readonly label: string;
  readonly asked: number;
  readonly right: number;
}

/** Entries that were found for less than half of their questions, weakest first. */
export function weakEntries(rows: readonly ScoredRow[]): readonly WeakEntry[] {
  const entries = new Map<string, WeakEntry>();
  for (const row of rows.filter(inScope)) {
    const before = entries.get(row.label) ?? { label: row.label, asked: 0, right: 0 };
    const right = before.right + (chosen(row) === row.label ? 1 : 0);
    entries.set(row.label, { ...before, asked: before.asked + 1, right });
  }
  return [...entries.values()]
    .filter(({ asked, right }) => right * 2 < asked)
    .sort((one, other) => one.right / one.asked - other.right / other.asked || other.asked - one.asked);
}
