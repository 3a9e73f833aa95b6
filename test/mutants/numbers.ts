/** Stryker leaves numbers as they are, although limits, weights and spans are what nobody notices: these change them. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A place in Babel's tree, as far as it is looked at here. */
interface Place {
  readonly node: { readonly type: string; readonly value?: unknown };
  readonly key: unknown;
}

interface Mutator {
  readonly name: string;
  mutate(place: Place): Iterable<unknown>;
}

/** Small numbers count or are places, so one more; large ones measure, so a tenth less. */
export function otherNumber(value: number): number {
  if (Number.isInteger(value) && value < 10) return value + 1;
  return Number.isInteger(value) ? Math.floor(value * 0.9) : Number((value * 0.9).toPrecision(6));
}

const numberMutator: Mutator = {
  name: 'Number',
  *mutate({ node, key }) {
    if (node.type !== 'NumericLiteral' || typeof node.value !== 'number' || key === 'key') return;
    yield { type: 'NumericLiteral', value: otherNumber(node.value) };
  },
};

/** Adds ours to Stryker's own. Its list is no part of its face, so this throws when it is not there any more. */
export async function addNumbers(): Promise<void> {
  const root = dirname(createRequire(import.meta.url).resolve('@stryker-mutator/instrumenter/package.json'));
  const path = join(root, 'dist', 'src', 'mutators', 'mutate.js');
  const { allMutators } = (await import(pathToFileURL(path).href)) as { readonly allMutators?: Mutator[] };
  if (allMutators === undefined) throw new Error('Stryker keeps its mutators elsewhere now.');
  if (!allMutators.includes(numberMutator)) allMutators.push(numberMutator);
}
