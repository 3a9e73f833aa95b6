/** YAML checked against a schema; every problem is reported with its file and line. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { TextFile } from './files.js';

export type Checked<T> =
  { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'broken'; readonly problems: readonly string[] };

/** Finds the line of a value by its path inside the document; 1 when it has none. */
export type LineOf = (path: readonly PropertyKey[]) => number;

export interface YamlDocument {
  readonly value: unknown;
  readonly lineOf: LineOf;
}

function parse(file: TextFile): Checked<YamlDocument> {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map(
      (error) => `${file.name}:${lines.linePos(error.pos[0]).line}: ${error.message}`,
    );
    return { kind: 'broken', problems };
  }
  const lineOf: LineOf = (path) => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  return { kind: 'ok', value: { value: document.toJS() as unknown, lineOf } };
}

type Issue = z.core.$ZodIssue;

/** A key that nobody knows is told where it stands, each in its own line. */
function placed(issue: Issue): readonly Pick<Issue, 'path' | 'message'>[] {
  if (issue.code !== 'unrecognized_keys') return [issue];
  return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not known here' }));
}

/** Parses and checks one file; `lineOf` lets the caller name the line of problems it finds later. */
export function checkYaml<T>(file: TextFile, schema: z.ZodType<T>): Checked<{ value: T; lineOf: LineOf }> {
  const parsed = parse(file);
  if (parsed.kind === 'broken') return parsed;
  const { value, lineOf } = parsed.value;
  const result = schema.safeParse(value);
  if (result.success) return { kind: 'ok', value: { value: result.data, lineOf } };
  const problems = result.error.issues.flatMap(placed).map(({ path, message }) => {
    const place = path.length > 0 ? `${path.join('.')}: ` : '';
    return `${file.name}:${lineOf(path)}: ${place}${message}`;
  });
  return { kind: 'broken', problems };
}
