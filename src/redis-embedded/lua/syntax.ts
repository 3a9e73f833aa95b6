/** The shared ground of the compiler: what it passes around, and how it refuses. */
import type { Chunk, Expression, FunctionDeclaration, Statement } from 'luaparse';
import type { Scope } from './scope.js';

/** A node as the parser gives it, with its place. */
interface Placed {
  readonly type: string;
  readonly loc?: { readonly start: { readonly line: number }; readonly end: { readonly line: number } } | undefined;
}

/** One function being compiled. */
export interface Unit {
  /** Names for values that an expression needs twice. */
  readonly temporaries: string[];
  readonly variadic: boolean;
  /** Set when some return returns anything but one value. */
  many: boolean;
}

/** Library functions by name; `many` lists those that may return several values. */
export interface Names {
  has(name: string): boolean;
  many(name: string): boolean;
}

export interface Body {
  readonly code: string;
  readonly many: boolean;
}

export type Parameter = FunctionDeclaration['parameters'][number];

/** What holds for a whole script. Calls, expressions and statements need each other, so the roots are handed down. */
export interface Script {
  readonly names: Names;
  /** Names assigned anywhere: what is known about a local holds only when its name is not among them. */
  readonly assigned: ReadonlySet<string>;
  readonly isParenthesized: (node: Expression) => boolean;
  readonly value: (node: Expression, place: Place) => string;
  readonly body: (parameters: readonly Parameter[], statements: readonly Statement[], place: Place) => Body;
}

export interface Place {
  readonly script: Script;
  readonly unit: Unit;
  readonly scope: Scope;
}

export const inside = (place: Place): Place => ({ ...place, scope: place.scope.child() });

/** The name under which stack traces show a script; Redis's errors use it, too. */
export const scriptFile = 'user_script';

export class ScriptFault extends Error {
  constructor(line: number, message: string) {
    super(`${scriptFile}:${line}: ${message}`);
    this.name = 'ScriptFault';
  }
}

export const lineOf = (node: Placed, end: 'start' | 'end' = 'start'): number => node.loc?.[end].line ?? 1;
export const refuse = (node: Placed, what: string): ScriptFault =>
  new ScriptFault(lineOf(node), `${what} is not supported by the embedded store`);
export const quote = (text: string): string => JSON.stringify(text);

/**
 * Marks that what follows comes from a line of the script. Scripts are bytes, so these brackets cannot occur in one.
 */
export const mark = (line: number): string => `⟦${line}⟧`;

/** Replaces marks by line breaks, so that a line of the script is the same line of the JavaScript. */
export function resolveMarks(code: string): string {
  let line = 1;
  return code.replace(/⟦(\d+)⟧/g, (_, wanted: string) => {
    const breaks = Math.max(0, Number(wanted) - line);
    line += breaks;
    return '\n'.repeat(breaks);
  });
}

function visit(node: unknown, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && node.type === 'AssignmentStatement' && 'variables' in node && Array.isArray(node.variables)) {
    const targets = node.variables as readonly Expression[];
    for (const target of targets) if (target.type === 'Identifier') found.add(target.name);
  }
  if ('type' in node && node.type === 'FunctionDeclaration' && 'isLocal' in node && !node.isLocal) {
    const { identifier } = node as FunctionDeclaration; // `function f()` assigns to f
    if (identifier?.type === 'Identifier') found.add(identifier.name);
  }
  for (const child of Object.values(node)) visit(child, found);
}

export function assignedNames(chunk: Chunk): ReadonlySet<string> {
  const found = new Set<string>();
  visit(chunk.body, found);
  return found;
}
