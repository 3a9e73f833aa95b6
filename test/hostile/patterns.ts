/** Every regular expression of the house: those written out are read off the source, those made are caught being made. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import ts from 'typescript';
import { inPackage } from '../../src/base/index.js';
import type { Pattern } from './pump.js';

export interface Sources {
  readonly written: readonly Pattern[];
  /** File and line of each `RegExp(…)`. */
  readonly makers: readonly string[];
}

const root = inPackage('.');

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|js)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

function read(name: string): Sources {
  const file = ts.createSourceFile(name, readFileSync(join(root, name), 'utf8'), ts.ScriptTarget.Latest, true);
  const written: Pattern[] = [];
  const makers: string[] = [];
  const place = (node: ts.Node) => `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  function visit(node: ts.Node): void {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      written.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), at: place(node) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
      makers.push(place(node));
    ts.forEachChild(node, visit);
  }
  visit(file);
  return { written, makers };
}

export function readSources(): Sources {
  const all = ['src', 'dialogs'].flatMap(filesOf).map(read);
  return { written: all.flatMap(({ written }) => written), makers: all.flatMap(({ makers }) => makers) };
}

/** What `RegExp(…)` made while the house was loaded. */
export async function catchMade(): Promise<readonly Pattern[]> {
  const worker = new Worker(new URL('./made-worker.js', import.meta.url), { execArgv: [] });
  const [made] = (await once(worker, 'message')) as [readonly Pattern[]];
  await worker.terminate();
  return made;
}
