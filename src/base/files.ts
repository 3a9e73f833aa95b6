/** Files that ship with the product, found from the package root, whether it runs from source or from `dist`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SupportError } from './errors.js';

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const up = dirname(from);
  if (up === from) throw new SupportError('internal', 'The package root was not found: package.json is missing.');
  return findRoot(up);
}

const root = findRoot(import.meta.dirname);

/** An absolute path to something inside the package. */
export function inPackage(...parts: readonly string[]): string {
  return join(root, ...parts);
}

export interface TextFile {
  /** As shown in error messages: relative to the package, or as the user gave it. */
  readonly name: string;
  readonly text: string;
}

export function readTextFile(path: string, name = path): TextFile {
  try {
    return { name, text: readFileSync(path, 'utf8') };
  } catch (cause) {
    throw new SupportError('content', `${name} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

/** Every file of a folder with one of the endings, sorted by name. */
export function readFolder(path: string, endings: readonly string[]): readonly TextFile[] {
  const names = readdirSync(path).filter((name) => endings.some((ending) => name.endsWith(ending)));
  return names.sort().map((name) => readTextFile(join(path, name), name));
}
