/** Mutants of the store's scripts: the usual operators over the tree of each file, and a probe before each statement. */
import { parse } from 'luaparse';
import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/base/index.js';
import type { Mutant } from './mutant.js';
import { otherNumber } from './numbers.js';

interface Node {
  readonly type: string;
  readonly range: readonly [number, number];
  readonly [name: string]: unknown;
}

interface Change {
  readonly range: readonly [number, number];
  readonly to: string;
  /** The statement it is in. */
  readonly statement: number;
}

const operators: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '==': ['~='],
  '~=': ['=='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  and: ['or'],
  or: ['and'],
};

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);
/** One before which a call may stand; a function without a name is a value. */
const isStatement = (node: Node): boolean =>
  node.type.endsWith('Statement') || (node.type === 'FunctionDeclaration' && node['identifier'] !== null);

/** Where the operator between both sides is; there may be parentheses around it. */
function operatorOf(text: string, node: Node): readonly [number, number] {
  const { left, right, operator } = node as Node & { left: Node; right: Node; operator: string };
  const at = text.indexOf(operator, left.range[1]);
  if (at < 0 || at >= right.range[0]) throw new Error(`No ${operator} in ${text.slice(...node.range)}.`);
  return [at, at + operator.length];
}

const conditions: Readonly<Record<string, readonly string[]>> = {
  IfClause: ['true', 'false'],
  ElseifClause: ['true', 'false'],
  WhileStatement: ['false'],
  RepeatStatement: ['true'],
};

/** What is made of one node. */
function changesOf(text: string, node: Node): readonly Omit<Change, 'statement'>[] {
  const whole = (to: string) => ({ range: node.range, to });
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return (operators[node['operator'] as string] ?? []).map((to) => ({ range: operatorOf(text, node), to }));
    case 'UnaryExpression': {
      const { argument, operator } = node as Node & { argument: Node; operator: string };
      return operator === '#' ? [] : [whole(text.slice(argument.range[0], node.range[1]))];
    }
    case 'NumericLiteral':
      return [whole(String(otherNumber(node['value'] as number)))];
    case 'BooleanLiteral':
      return [whole(String(node['value'] !== true))];
    case 'CallStatement':
    case 'AssignmentStatement':
      return [whole('do end')];
    default:
      return (conditions[node.type] ?? []).map((to) => ({ range: (node['condition'] as Node).range, to }));
  }
}

interface Walked {
  readonly changes: readonly Change[];
  /** Where statements begin. */
  readonly statements: readonly number[];
}

function walk(text: string): Walked {
  const statements: number[] = [];
  const changes: Change[] = [];
  function visit(node: Node, around: number): void {
    const statement = isStatement(node) ? statements.push(node.range[0]) - 1 : around;
    for (const change of changesOf(text, node)) changes.push({ ...change, statement });
    for (const child of childrenOf(node)) visit(child, statement);
  }
  const { body } = parse(text, { luaVersion: '5.1', ranges: true, comments: false }) as unknown as { body: Node[] };
  for (const node of body) visit(node, -1);
  return { changes, statements };
}

const splice = (text: string, [from, till]: readonly [number, number], to: string): string =>
  text.slice(0, from) + to + text.slice(till);

export interface MutatedScripts {
  readonly mutants: readonly Mutant[];
  /** The files with a probe before each statement: a call that the worker counts. */
  readonly probed: Readonly<Record<string, string>>;
}

export const probeCall = 'mutants passed ';

function mutantsOf(file: string): { readonly mutants: readonly Mutant[]; readonly probed: string } {
  const text = readFileSync(inPackage(file), 'utf8');
  const { changes, statements } = walk(text);
  const mutants = changes.map(({ range, to, statement }, number): Mutant => {
    const before = text.slice(0, range[0]);
    const line = before.split('\n').length;
    return {
      id: `${file}#${number}`,
      file,
      line,
      text: (text.split('\n')[line - 1] ?? '').trim(),
      from: text.slice(...range),
      to,
      probe: `${file}#${statement}`,
      script: splice(text, range, to),
    };
  });
  let probed = text;
  for (const [number, at] of [...statements.entries()].toSorted(([, one], [, other]) => other - one)) {
    probed = splice(probed, [at, at], `redis.sha1hex('${probeCall}${file}#${number}') `);
  }
  return { mutants, probed };
}

export function mutateScripts(files: readonly string[]): MutatedScripts {
  const all = files.map((file) => ({ file, ...mutantsOf(file) }));
  return {
    mutants: all.flatMap(({ mutants }) => mutants),
    probed: Object.fromEntries(all.map(({ file, probed }) => [file, probed])),
  };
}
