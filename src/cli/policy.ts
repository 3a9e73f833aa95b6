/** `warmline policy replay|curve`: what a policy would have done on past conversations, and what others would. */
import { readTextFile, SupportError, type TextFile } from '../base/index.js';
import { openContent } from '../content.js';
import {
  checkPolicy,
  curve,
  type CurvePoint,
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

const chosenPolicy = (call: Call, context: () => StoreContext): Policy => {
  const wanted = call.text('policy');
  if (wanted !== undefined) return loadPolicy(readTextFile(wanted));
  return loadPolicy(openContent(context().config.CONTENT_DIR).file('policy.yaml'));
};

/** From far too low to far too high; the bar of the policy itself is among them. */
const barsFor = ({ bars }: Policy): readonly number[] =>
  [...new Set([15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 70, 80, 90, bars.offer])]
    .filter((bar) => bar < bars['hand-off'])
    .sort((a, b) => a - b);

const percent = (share: number | undefined): string =>
  (share === undefined ? '–' : `${(share * 100).toFixed(1)} %`).padStart(8);
/** A line for the eye: how many of a hundred. */
const drawn = (share = 0): string => '█'.repeat(Math.round(share * 40));

const pointLine = ({ offer, calmCalled, unhappyMissed }: CurvePoint, own: boolean): string =>
  `${String(offer).padStart(5)}${own ? '*' : ' '} ${percent(calmCalled)} ${percent(unhappyMissed)}  ${drawn(unhappyMissed)}`;

/** The last line on standard output is JSON. */
export function curveCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const policy = chosenPolicy(call, context);
  const { read } = loadReader(call.text('model') ?? weightsPath);
  const { conversations } = loadLog(call.argument, call.flag('lenient'), io);
  if (!conversations.some(({ label }) => label !== undefined))
    throw new SupportError('content', `${call.argument} has no labels: a curve needs to know who wanted a person.`);
  const points = curve(policy, { read, bars: barsFor(policy) }, conversations);
  if (!call.flag('json')) {
    io.out('offer  calm called  unhappy missed');
    points.forEach((point) => {
      io.out(pointLine(point, point.offer === policy.bars.offer));
    });
  }
  io.out(JSON.stringify({ policy: policy.version, offer: policy.bars.offer, points }));
  return Promise.resolve(0);
}

/** The last line on standard output is JSON. */
export function replayCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const otherWanted = call.text('against');
  const policy = chosenPolicy(call, context);
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
