/** Trained weights as a file: a head in JSON that tells what it saw, and one byte a weight. */
import { z } from 'zod';
import type { Checked } from '../base/index.js';
import type { Layer } from './layer.js';
import { tokenizerVersion } from './ngrams.js';
import { signNames } from './signs.js';

const layer = z.strictObject({
  bias: z.number(),
  weights: z.partialRecord(z.enum(signNames), z.number()),
});
const table = z.strictObject({ bits: z.number().int().min(8).max(18), scale: z.number().positive(), layer });
const source = z.strictObject({ name: z.string(), licence: z.string(), rows: z.number().int() });
const head = z.strictObject({
  tokenizer: z.number().int(),
  saw: z.array(source).readonly(),
  frustration: table,
  pleasure: table,
  /** Fits the deployment's own base rate: logit' = slope · logit + shift. */
  calibration: z.strictObject({ slope: z.number().positive(), shift: z.number() }),
});
export type Head = z.infer<typeof head>;

/** One question the model answers: 2^bits weights of `scale` each, and what the signs add. */
export interface Table {
  readonly bits: number;
  readonly weights: Int8Array;
  readonly scale: number;
  readonly layer: Layer;
}

export interface Model {
  readonly head: Head;
  readonly frustration: Table;
  readonly pleasure: Table;
}

const magic = 'WLF1';
const prefix = magic.length + 8;

/** FNV-1a over everything after the prefix. */
function checksum(bytes: Uint8Array): number {
  let hash = 2166136261;
  // by index, because an iterator takes most of the time of a load
  for (let i = 0; i < bytes.length; i += 1) hash = Math.imul(hash ^ (bytes[i] ?? 0), 16777619);
  return hash >>> 0;
}

const asBytes = ({ buffer, byteOffset, length }: Int8Array): Uint8Array => new Uint8Array(buffer, byteOffset, length);

/** magic, checksum, length of the head, head, frustration, pleasure. */
export function packModel({ head: facts, frustration, pleasure }: Model): Uint8Array {
  const told = new TextEncoder().encode(JSON.stringify(facts));
  const middle = prefix + told.length + frustration.weights.length;
  const bytes = new Uint8Array(middle + pleasure.weights.length);
  bytes.set(new TextEncoder().encode(magic));
  bytes.set(told, prefix);
  bytes.set(asBytes(frustration.weights), prefix + told.length);
  bytes.set(asBytes(pleasure.weights), middle);
  const view = new DataView(bytes.buffer);
  view.setUint32(magic.length + 4, told.length);
  view.setUint32(magic.length, checksum(bytes.subarray(magic.length + 4)));
  return bytes;
}

const broken = (problem: string): Checked<Model> => ({ kind: 'broken', problems: [problem] });

function readHead(text: string): Checked<Head> {
  try {
    const parsed = head.safeParse(JSON.parse(text));
    if (parsed.success) return { kind: 'ok', value: parsed.data };
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return { kind: 'broken', problems };
  } catch {
    return { kind: 'broken', problems: ['its head is not readable'] };
  }
}

/** Refuses what is damaged, of another version or made for another tokenizer, with the reason. */
export function checkModel(bytes: Uint8Array): Checked<Model> {
  const mark = new TextDecoder('latin1').decode(bytes.subarray(0, magic.length));
  if (!mark.startsWith('WLF')) return broken('this is not a feeling model');
  if (mark !== magic) return broken(`the model is of version ${mark}; this program reads ${magic}: train it again`);
  if (bytes.length < prefix) return broken('the model is cut short');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(magic.length) !== checksum(bytes.subarray(magic.length + 4))) {
    return broken('the model is damaged: its checksum does not match');
  }
  const end = prefix + view.getUint32(magic.length + 4);
  const facts = readHead(new TextDecoder().decode(bytes.subarray(prefix, end)));
  if (facts.kind === 'broken') return facts;
  const { tokenizer, frustration, pleasure } = facts.value;
  if (tokenizer !== tokenizerVersion) {
    return broken(`the model was made for tokenizer ${tokenizer}, this one is ${tokenizerVersion}: train it again`);
  }
  const middle = end + 2 ** frustration.bits;
  const size = middle + 2 ** pleasure.bits;
  if (bytes.length !== size) return broken('the model is cut short');
  const weights = (from: number, to: number): Int8Array => new Int8Array(bytes.subarray(from, to));
  return {
    kind: 'ok',
    value: {
      head: facts.value,
      frustration: { ...frustration, weights: weights(end, middle) },
      pleasure: { ...pleasure, weights: weights(middle, size) },
    },
  };
}
