/** The policy file: when a person is fetched. Parsed and checked here; every problem is told with its line. */
import { z } from 'zod';
import { type Checked, checkYaml, type LineOf, type TextFile } from '../base/index.js';
import { type SignalName, signalNames } from '../conversation/index.js';

const rule = z.strictObject({
  points: z.number().min(0).max(100),
  /** For measures between 0 and 1: nothing counts up to here, all of it at 1. */
  from: z.number().min(0).max(0.95).default(0),
  /** For counts: at most so many count. */
  most: z.number().int().min(1).max(20).default(1),
  /** How many later messages it still counts in. */
  lasts: z.number().int().min(0).max(20).default(0),
});
export type Rule = z.infer<typeof rule>;

const minutes = z.number().min(0).max(1440);
const schema = z.strictObject({
  version: z.string().trim().min(1).max(40),
  bars: z.strictObject({ offer: z.number().positive(), 'hand-off': z.number().positive() }),
  /** The most that all a message sounds like is worth together. */
  message: z.number().positive().max(1000).default(100),
  signals: z.record(z.string(), rule),
  quiet: z.strictObject({
    'after-offer': z.number().int().min(0).max(20),
    'after-hand-off': z.number().int().min(0).max(20),
    'after-thanks': z.number().int().min(0).max(20),
  }),
  tone: z.strictObject({ concerned: z.number().min(0).max(1), apologetic: z.number().min(0).max(1) }),
  boost: z.strictObject({
    cap: minutes,
    frustration: minutes,
    need: minutes,
    contact: minutes,
    vip: minutes,
  }),
});
type Parsed = z.infer<typeof schema>;

export interface Policy extends Omit<Parsed, 'signals'> {
  readonly signals: ReadonlyMap<SignalName, Rule>;
}

function isSignal(name: string): name is SignalName {
  return signalNames.some((known) => known === name);
}

/** The most one rule can ever add. */
const reach = (entry: Rule): number => entry.points * entry.most;

interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

function barProblems({ bars, signals }: Parsed): readonly Problem[] {
  const highest = Object.values(signals).reduce((sum, entry) => sum + reach(entry), 0);
  const problems = (['offer', 'hand-off'] as const)
    .filter((bar) => bars[bar] > highest)
    .map((bar) => ({
      path: ['bars', bar],
      message: `bars.${bar} is ${bars[bar]}, but all signals together reach ${highest}: no message could get there`,
    }));
  if (bars.offer < bars['hand-off']) return problems;
  const message = `bars.offer (${bars.offer}) must be lower than bars.hand-off (${bars['hand-off']})`;
  return [...problems, { path: ['bars', 'offer'], message }];
}

function signalProblems({ signals }: Parsed): readonly Problem[] {
  return Object.keys(signals)
    .filter((name) => !isSignal(name))
    .map((name) => ({
      path: ['signals', name],
      message: `"${name}" is not a signal; known are ${signalNames.join(', ')}`,
    }));
}

function toneProblems({ tone }: Parsed): readonly Problem[] {
  if (tone.concerned < tone.apologetic) return [];
  return [{ path: ['tone', 'concerned'], message: 'tone.concerned must be lower than tone.apologetic' }];
}

function tell(file: TextFile, lineOf: LineOf, problems: readonly Problem[]): readonly string[] {
  return problems.map(({ path, message }) => `${file.name}:${lineOf(path)}: ${message}`);
}

export function checkPolicy(file: TextFile): Checked<Policy> {
  const checked = checkYaml(file, schema);
  if (checked.kind === 'broken') return checked;
  const { value, lineOf } = checked.value;
  const problems = [...signalProblems(value), ...barProblems(value), ...toneProblems(value)];
  if (problems.length > 0) return { kind: 'broken', problems: tell(file, lineOf, problems) };
  const signals = new Map(
    Object.entries(value.signals).flatMap(([name, entry]) => (isSignal(name) ? [[name, entry] as const] : [])),
  );
  return { kind: 'ok', value: { ...value, signals } };
}
