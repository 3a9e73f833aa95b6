/** Calls, arguments, and names that stand for functions. */
import type { CallExpression, Expression, StringCallExpression, TableCallExpression } from 'luaparse';
import type { Local } from './scope.js';
import { lineOf, mark, type Place, quote, refuse, ScriptFault } from './syntax.js';

export type AnyCall = CallExpression | StringCallExpression | TableCallExpression;

/** A call as code, and whether it may return several values. */
export interface Called {
  readonly code: string;
  readonly many: boolean;
}

export const isCall = (node: Expression): node is AnyCall =>
  node.type === 'CallExpression' || node.type === 'StringCallExpression' || node.type === 'TableCallExpression';

/** Whether an expression at the end of a list may stand for several values, or none. */
export const isOpen = (node: Expression | undefined, { script }: Place): boolean =>
  node !== undefined && (isCall(node) || node.type === 'VarargLiteral') && !script.isParenthesized(node);

export const libraryName = (name: string): string => `L_${name.replace('.', '_')}`;

function argumentsOf(node: AnyCall): readonly Expression[] {
  if (node.type === 'StringCallExpression') return [node.argument];
  return node.type === 'CallExpression' ? node.arguments : [node.arguments];
}

/** What `...` stands for. */
export function rest(node: Expression, { unit }: Place): string {
  if (unit.variadic) return 'rest$';
  throw new ScriptFault(lineOf(node), "cannot use '...' outside a vararg function");
}

function last(node: Expression, place: Place): string {
  if (!isOpen(node, place)) return place.script.value(node, place);
  if (isCall(node)) {
    const { code, many } = call(node, place);
    return many ? `...all(${code})` : code;
  }
  return `...${rest(node, place)}`;
}

/** Arguments, elements or results: the last one may stand for several values. */
export function list(nodes: readonly Expression[], place: Place): string {
  return nodes
    .map((node, at) => (at === nodes.length - 1 ? last(node, place) : place.script.value(node, place)))
    .join(',');
}

/** The library function an expression names, or undefined. */
export function named(node: Expression, { scope, script }: Place): string | undefined {
  if (node.type === 'Identifier') {
    const local = scope.find(node.name);
    return local ? local.alias : script.names.has(node.name) ? node.name : undefined;
  }
  if (node.type !== 'MemberExpression' || node.indexer !== '.' || node.base.type !== 'Identifier') return undefined;
  if (scope.find(node.base.name)) return undefined;
  const name = `${node.base.name}.${node.identifier.name}`;
  if (script.names.has(name)) return name;
  throw refuse(node, name);
}

function known(node: Expression, { scope }: Place): Local | undefined {
  const local = node.type === 'Identifier' ? scope.find(node.name) : undefined;
  return local?.known ? local : undefined;
}

export function call(node: AnyCall, place: Place): Called {
  const { base } = node;
  const given = argumentsOf(node);
  const at = mark(lineOf(base, 'end'));
  const name = named(base, place);
  if (name === 'tonumber' && given.length > 1) throw refuse(node, 'tonumber with a base');
  if (name !== undefined) {
    return { code: `${at}${libraryName(name)}(${list(given, place)})`, many: place.script.names.many(name) };
  }
  const local = known(base, place);
  if (local) return { code: `${at}${local.js}(${list(given, place)})`, many: local.known === 'many' };
  if (base.type === 'MemberExpression' && base.indexer === ':') {
    const after = given.length > 0 ? `,${list(given, place)}` : '';
    const object = place.script.value(base.base, place);
    return { code: `${at}method(${object},${quote(base.identifier.name)}${after})`, many: true };
  }
  return { code: `${at}fn(${place.script.value(base, place)})(${list(given, place)})`, many: true };
}
