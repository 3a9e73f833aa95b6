/** `warmline policy replay`: what a policy would have done on past conversations, and what another would change. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inPackage, readTextFile, SupportError } from '../base/index.js';
import {
  checkPolicy,
  outcomeOf,
  type PastConversation,
  type PastLog,
  type Policy,
  readLog,
  replay,
  type Replayed,
  tally,
} from '../escalation/index.js';
import { checkModel, createReader, type Reader } from '../sentiment/index.js';
import type { Io } from './context.js';
import { weightsPath } from './weights.js';

const usage = `warmline policy replay LOG.jsonl [--policy A.yaml] [--against B.yaml] [--rows OUT.jsonl] [--lenient]
  LOG lines: {"id", "turns": [{"role": "customer"|"assistant"|"agent", "text", "at"?}], "label"?}
  --policy   the policy to replay (dialogs/policy.yaml)     --model    weights other than the shipped ones
  --against  a second one: tells every conversation that would end differently
  --lenient  goes on without the lines that cannot be read`;

interface Options {
  readonly policy?: string | undefined;
  readonly against?: string | undefined;
  readonly rows?: string | undefined;
  readonly model?: string | undefined;
  readonly lenient?: boolean | undefined;
}

function loadPolicy(path: string, name = path): Policy {
  const checked = checkPolicy(readTextFile(path, name));
  if (checked.kind === 'ok') return checked.value;
  throw new SupportError('content', `The policy ${name} cannot be used.`, { problems: checked.problems });
}

function loadReader(path: string): Reader {
  const checked = checkModel(readFileSync(path));
  if (checked.kind === 'ok') return createReader({ model: checked.value });
  throw new SupportError('content', `${path} is not a model this program can read.`, { problems: checked.problems });
}

function loadLog(path: string, lenient: boolean, io: Io): PastLog {
  const log = readLog(readTextFile(path));
  if (log.problems.length > 0 && !lenient) {
    throw new SupportError('content', `${path} has lines that cannot be read. --lenient goes on without them.`, {
      problems: log.problems,
    });
  }
  log.problems.forEach((problem) => io.err(`left out ${problem}`));
  return log;
}

function describe(replayed: Replayed | undefined): string {
  const outcome = replayed && outcomeOf(replayed);
  if (!outcome || outcome.action === 'stay') return 'stay';
  return `${outcome.action} at turn ${outcome.turn + 1} (${outcome.points} points: ${outcome.reasons.join('; ')})`;
}

const actionOf = (replayed: Replayed | undefined): string => (replayed && outcomeOf(replayed)?.action) ?? 'stay';

/** Two lines for each conversation that would have ended differently. */
function differences(
  log: readonly PastConversation[],
  a: readonly Replayed[],
  b: readonly Replayed[],
): readonly string[] {
  return log.flatMap(({ id }, i) =>
    actionOf(a[i]) === actionOf(b[i]) ? [] : [id, `  now:     ${describe(a[i])}`, `  instead: ${describe(b[i])}`],
  );
}

function run(path: string, options: Options, io: Io): number {
  const policy =
    options.policy === undefined
      ? loadPolicy(inPackage('dialogs', 'policy.yaml'), 'dialogs/policy.yaml')
      : loadPolicy(options.policy);
  const against = options.against === undefined ? undefined : loadPolicy(options.against);
  const reader = loadReader(options.model ?? weightsPath);
  const { conversations, problems } = loadLog(path, options.lenient ?? false, io);
  const replayWith = (rules: Policy): readonly Replayed[] =>
    conversations.map((past) => replay(rules, reader.read, past));
  const done = replayWith(policy);
  if (options.rows !== undefined) {
    writeFileSync(options.rows, done.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
  const other = against && replayWith(against);
  const differing = other ? differences(conversations, done, other) : [];
  differing.forEach((line) => io.out(line));
  const result = {
    policy: policy.version,
    ...tally(conversations, done),
    ...(problems.length > 0 ? { unreadable: problems.length } : {}),
    ...(against && other
      ? { against: { policy: against.version, ...tally(conversations, other), differing: differing.length / 3 } }
      : {}),
  };
  io.out(JSON.stringify(result));
  return 0;
}

function read(args: readonly string[]): { values: Options; positionals: readonly string[] } {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { policy: text, against: text, rows: text, model: text, lenient: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (cause) {
    throw new SupportError('bad-request', `${(cause as Error).message}\n${usage}`, { cause });
  }
}

/** Returns the exit code; the last line on standard output is JSON. */
export function policyCommand(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = read(args);
  const [name, file] = positionals;
  if (name === 'replay' && file !== undefined) return Promise.resolve(run(file, values, io));
  io.err(usage);
  return Promise.resolve(2);
}
