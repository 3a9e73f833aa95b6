/** Mutants of compiled TypeScript: Stryker puts all of a file into one text, in which one can be switched on at a time. */
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inPackage } from '../../src/base/index.js';
import type { Mutant } from './mutant.js';
import { addNumbers } from './numbers.js';

interface Position {
  readonly line: number;
  readonly column: number;
}

const mute = () => undefined;
const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: mute,
  debug: mute,
  info: mute,
  warn: mute,
  error: mute,
  fatal: mute,
};

/** A node of Babel's tree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly body?: Node;
  readonly callee?: { readonly object?: { readonly name?: string; readonly property?: { readonly name?: string } } };
}

function tellsTheLog({ type, callee, body }: Node): boolean {
  if (type === 'ArrowFunctionExpression') return body !== undefined && tellsTheLog(body);
  return type === 'CallExpression' && (callee?.object?.property?.name ?? callee?.object?.name) === 'log';
}

/** What the log is told is for operators to read; no promise hangs on it. */
const log = {
  shouldIgnore: (path: object) => (tellsTheLog((path as { readonly node: Node }).node) ? 'tells the log' : undefined),
};

/** Words are for people to read, and what is compared is changed by the conditions around it. */
const options = { excludedMutations: ['StringLiteral'], ignorers: [log], plugins: null };

function slice(lines: readonly string[], start: Position, end: Position): string {
  const part = lines.slice(start.line, end.line + 1);
  if (part.length === 0) return '';
  part[part.length - 1] = part.at(-1)!.slice(0, end.column);
  return [part[0]!.slice(start.column), ...part.slice(1)].join('\n');
}

/** The compiled file of a source, by its path from the package's root. */
export const compiled = (file: string): string => inPackage('dist', file.replace(/[.]tsx?$/, '.js'));

export interface Instrumented {
  readonly mutants: readonly Mutant[];
  readonly modules: Readonly<Record<string, string>>;
}

/** All mutants of these sources, and what is loaded in place of their compiled files. */
export async function instrument(sources: readonly string[]): Promise<Instrumented> {
  await addNumbers();
  const files = sources.map((name) => ({ name, content: readFileSync(compiled(name), 'utf8'), mutate: true }));
  const done = await new Instrumenter(logger).instrument(
    files.map((file) => ({ ...file, name: file.name.replace(/[.]tsx?$/, '.js') })),
    options,
  );
  const mutants = done.mutants.flatMap((mutant): Mutant[] => {
    if (mutant.status === 'Ignored') return [];
    const { name = '', content = '' } =
      files.find((file) => file.name.replace(/[.]tsx?$/, '.js') === mutant.fileName) ?? {};
    const lines = content.split('\n');
    const { start, end } = mutant.location;
    const map = new SourceMap(JSON.parse(readFileSync(`${compiled(name)}.map`, 'utf8')) as SourceMapPayload);
    const entry = map.findEntry(start.line, start.column);
    const { id, replacement: to } = mutant;
    const line = 'originalLine' in entry ? entry.originalLine + 1 : start.line + 1;
    return [
      { id, file: name, line, text: (lines[start.line] ?? '').trim(), from: slice(lines, start, end), to, probe: id },
    ];
  });
  const modules = done.files.map(({ content }, i) => [pathToFileURL(compiled(sources[i]!)).href, content] as const);
  return { mutants, modules: Object.fromEntries(modules) };
}
