/** The files of deploy/, read by kind. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { inPackage, readTextFile } from '../../src/base/index.js';

export const at = (...path: readonly string[]): string => inPackage('deploy', ...path);
export const read = (...path: readonly string[]): string => readTextFile(at(...path)).text;

export const names: readonly string[] = readdirSync(at(), { recursive: true, encoding: 'utf8' }).sort();

/** Every document of a YAML file; throws with the first mistake. */
export function yaml(name: string): readonly Record<string, unknown>[] {
  return parseAllDocuments(read(name), { strict: true, uniqueKeys: true }).map((document) => {
    const [fault] = document.errors;
    if (fault !== undefined) throw new Error(`${name}: ${fault.message}`);
    return document.toJS() as Record<string, unknown>;
  });
}

/** The manifests that Kubernetes is given. */
export const manifests = () =>
  readdirSync(at('kubernetes'))
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => yaml(join('kubernetes', name)).map((document) => ({ name, document })));
