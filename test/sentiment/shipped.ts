/** The reader as it ships, for the tests of this folder. */
import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/base/index.js';
import { checkModel, createReader, type Model, type Reader } from '../../src/sentiment/index.js';

export function shippedBytes(): Uint8Array {
  return readFileSync(inPackage('src', 'sentiment', 'weights.bin'));
}

export function shippedModel(): Model {
  const model = checkModel(shippedBytes());
  if (model.kind === 'broken') throw new Error(model.problems.join('\n'));
  return model.value;
}

export function shippedReader(): Reader {
  return createReader({ model: shippedModel() });
}
