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
const table = z.strictObject({ scale: z.number().positive(), layer });
const source = z.strictObject({ name: z.string(), licence: z.string(), rows: z.number().int() });
const head = z.strictObject({
  tokenizer: z.number().int(),
  bits: z.number().int().min(8).max(18),
  saw: z.array(source).readonly(),
  frustration: table,
  valence: table,
  /** The deployment's own base rate: logit' = slope · logit + shift. */
  calibration: z.strictObject({ slope: z.number().positive(), shift: z.number() }),
});
export type Head = z.infer<typeof head>;

/** One answer the model gives: 2^bits weights of `scale` each, and what the signs add. */
export interface Table {
  readonly weights: Int8Array;
  readonly scale: number;
  readonly layer: Layer;
}

export interface Model {
  readonly head: Head;
  readonly frustration: Table;
  readonly valence: Table;
}

const magic = 'WLF1';
const prefix = magic.length + 8;

/** FNV-1a over everything after the prefix. */
function checksum(bytes: Uint8Array): number {
  let hash = 2166136261;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 16777619);
  return hash >>> 0;
}

/** magic, checksum, length of the head, head, frustration, valence. */
export function packModel({ head: facts, frustration, valence }: Model): Uint8Array {
  const told = new TextEncoder().encode(JSON.stringify(facts));
  const size = frustration.weights.length;
  const bytes = new Uint8Array(prefix + told.length + 2 * size);
  bytes.set(new TextEncoder().encode(magic));
  bytes.set(told, prefix);
  bytes.set(new Uint8Array(frustration.weights.buffer, frustration.weights.byteOffset, size), prefix + told.length);
  bytes.set(new Uint8Array(valence.weights.buffer, valence.weights.byteOffset, size), prefix + told.length + size);
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
  const { tokenizer, bits, frustration, valence } = facts.value;
  if (tokenizer !== tokenizerVersion) {
    return broken(`the model was made for tokenizer ${tokenizer}, this one is ${tokenizerVersion}: train it again`);
  }
  const size = 2 ** bits;
  if (bytes.length !== end + 2 * size) return broken('the model is cut short');
  const weights = (from: number): Int8Array => new Int8Array(bytes.slice(from, from + size).buffer);
  return {
    kind: 'ok',
    value: {
      head: facts.value,
      frustration: { ...frustration, weights: weights(end) },
      valence: { ...valence, weights: weights(end + size) },
    },
  };
}
