/** `warmline policy replay`: what a policy would have done on past conversations, and what another would change. */
import { readTextFile, SupportError, type TextFile } from '../base/index.js';
import { openContent } from '../content.js';
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
import type { Call, Io, StoreContext } from './command.js';
import { readBytes, writeFile } from './files.js';
import { weightsPath } from './weights.js';

function loadPolicy(file: TextFile): Policy {
  const checked = checkPolicy(file);
  if (checked.kind === 'ok') return checked.value;
  throw new SupportError('content', `The policy ${file.name} cannot be used.`, { problems: checked.problems });
}

function loadReader(path: string): Reader {
  const checked = checkModel(readBytes(path));
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

/** The last line on standard output is JSON. */
export function replayCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const [wanted, otherWanted] = [call.text('policy'), call.text('against')];
  const { CONTENT_DIR } = context().config;
  const policy = loadPolicy(wanted === undefined ? openContent(CONTENT_DIR).file('policy.yaml') : readTextFile(wanted));
  const against = otherWanted === undefined ? undefined : loadPolicy(readTextFile(otherWanted));
  const reader = loadReader(call.text('model') ?? weightsPath);
  const { conversations, problems } = loadLog(call.argument, call.flag('lenient'), io);
  const replayWith = (rules: Policy): readonly Replayed[] =>
    conversations.map((past, at) => {
      io.progress?.(`${at} of ${conversations.length} conversations`);
      return replay(rules, reader.read, past);
    });
  const done = replayWith(policy);
  const rows = call.text('rows');
  if (rows !== undefined) writeFile(rows, done.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const other = against && replayWith(against);
  const differing = other ? differences(conversations, done, other) : [];
  if (!call.flag('json')) differing.forEach(io.out);
  const result = {
    policy: policy.version,
    ...tally(conversations, done),
    ...(problems.length > 0 ? { unreadable: problems.length } : {}),
    ...(against && other
      ? { against: { policy: against.version, ...tally(conversations, other), differing: differing.length / 3 } }
      : {}),
  };
  io.out(JSON.stringify(result));
  return Promise.resolve(0);
}
