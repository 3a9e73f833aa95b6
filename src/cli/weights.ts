/** `warmline feeling build`: makes the shipped weights from the open sets, or checks that these give the very same. */
import { join } from 'node:path';
import { type Checked, checkYaml, inPackage, readTextFile, SupportError } from '../base/index.js';
import { type Emotional, ownSentences, packModel, shippedModel, type Valued } from '../sentiment/index.js';
import type { Call, Io } from './command.js';
import { readBytes, writeFile } from './files.js';

/** Where the shipped weights lie in the package. */
export const weightsPath = inPackage('src', 'sentiment', 'weights.bin');
const ownPath = inPackage('src', 'sentiment', 'training', 'own.yaml');

const positive = new Set(
  'admiration amusement approval caring desire excitement gratitude joy love optimism pride relief'.split(' '),
);
const negative = new Set(
  'anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness'.split(' '),
);

/** A row of GoEmotions: frustrated, labels, text. */
function emotional([frustrated, labels = '', text]: readonly string[]): Emotional | undefined {
  if (text === undefined || !(frustrated === '0' || frustrated === '1')) return undefined;
  const all = labels.split(',');
  if (frustrated === '1') return { text, mood: 'frustrated' };
  if (all.some((label) => negative.has(label))) return { text, mood: 'negative' };
  return { text, mood: all.some((label) => positive.has(label)) ? 'positive' : 'neutral' };
}

/** A row of VADER's ground truth: valence, text. */
function valued([given = '', text]: readonly string[]): Valued | undefined {
  const valence = Number(given.trim() || NaN);
  return text === undefined || Number.isNaN(valence) ? undefined : { text, valence };
}

function accept<Value>(checked: Checked<Value>): Value {
  if (checked.kind === 'ok') return checked.value;
  throw new SupportError('content', 'The weights cannot be built.', { problems: checked.problems });
}

/** Every line after the heading; those that cannot be read are reported. */
function readSet<Row>(path: string, rowOf: (cells: readonly string[]) => Row | undefined): readonly Row[] {
  const [, ...lines] = readTextFile(path).text.trimEnd().split('\n');
  const rows: Row[] = [];
  const problems: string[] = [];
  lines.forEach((line, i) => {
    const row = rowOf(line.split('\t'));
    if (row === undefined) problems.push(`${path}:${i + 2}: is not a row of this set`);
    else rows.push(row);
  });
  return accept(problems.length === 0 ? { kind: 'ok', value: rows } : { kind: 'broken', problems });
}

function compare(built: Uint8Array, path: string, io: Io): boolean {
  const known = readBytes(path);
  if (Buffer.compare(built, known) === 0) return true;
  const at = built.findIndex((byte, i) => byte !== known[i]);
  io.err(
    `${path} (${known.length} bytes) is not what these sets give (${built.length}): byte ${at} is the first to differ`,
  );
  return false;
}

/** With `check`, compares with the shipped weights, or those of `model`; otherwise writes to `out`, or over the shipped. */
export function buildCommand(call: Call, io: Io): Promise<number> {
  const folder = call.argument;
  const [out, check] = [call.text('out'), call.flag('check')];
  if (check && out !== undefined) {
    throw new SupportError('bad-request', '--check compares and writes nothing: leave out --out, or --check.');
  }
  const vader = (name: string) => readSet(join(folder, 'vader-gt', `${name}-dev.tsv`), valued);
  const sets = {
    own: accept(checkYaml(readTextFile(ownPath), ownSentences)).value,
    emotional: readSet(join(folder, 'goemotions', 'train.tsv'), emotional),
    valued: { tweets: vader('tweets'), reviews: [...vader('amazon'), ...vader('movie'), ...vader('nyt')] },
  };
  io.progress?.(`learning ${sets.emotional.length} messages, which takes minutes`);
  const built = shippedModel(sets);
  const bytes = packModel(built);
  const { saw } = built.head;
  if (!check) {
    writeFile(out ?? weightsPath, bytes);
    io.out(JSON.stringify({ bytes: bytes.length, saw }));
    return Promise.resolve(0);
  }
  const same = compare(bytes, call.text('model') ?? weightsPath, io);
  io.out(JSON.stringify({ bytes: bytes.length, same, saw }));
  return Promise.resolve(same ? 0 : 1);
}
