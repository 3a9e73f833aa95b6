/** Statements that give names to values: locals, assignments, functions. */
import type { AssignmentStatement, Expression, FunctionDeclaration, LocalStatement } from 'luaparse';
import { isCall, isOpen, list, named } from './calls.js';
import { value } from './expressions.js';
import { lineOf, type Parameter, type Place, quote, refuse, ScriptFault } from './syntax.js';

type Target = AssignmentStatement['variables'][number];

/** Values for `wanted` names: one expression each, or a JavaScript list when their numbers differ. */
function values(init: readonly Expression[], wanted: number, place: Place): readonly string[] | string {
  if (init.length > wanted || (init.length < wanted && isOpen(init.at(-1), place))) return `[${list(init, place)}]`;
  const given = init.map((node) => value(node, place));
  return [...given, ...Array.from({ length: wanted - given.length }, () => 'undefined')];
}

/** `local call = redis.call`: the name stands for the library's function from here on. */
function isAlias({ variables, init }: LocalStatement, place: Place): boolean {
  const [variable, only] = [variables[0], init[0]];
  if (!variable || !only || variables.length + init.length !== 2 || isCall(only)) return false;
  const name = place.script.assigned.has(variable.name) ? undefined : named(only, place);
  if (name === undefined) return false;
  place.scope.declare(variable.name, { alias: name });
  return true;
}

export function local(node: LocalStatement, place: Place): string {
  if (isAlias(node, place)) return '';
  const given = values(node.init, node.variables.length, place);
  const declared = node.variables.map(({ name }) => place.scope.declare(name).js);
  if (typeof given === 'string') return `let [${declared.join(',')}]=${given};`;
  return `let ${declared.map((name, at) => `${name}=${given[at] ?? 'undefined'}`).join(',')};`;
}

function store(target: Target, code: string, place: Place): string {
  if (target.type === 'IndexExpression') {
    return `put(${value(target.base, place)},${value(target.index, place)},${code});`;
  }
  if (target.type === 'MemberExpression') {
    return `put(${value(target.base, place)},${quote(target.identifier.name)},${code});`;
  }
  const found = place.scope.find(target.name);
  if (!found || found.global) {
    throw new ScriptFault(lineOf(target), `the global variable '${target.name}' cannot be assigned; make it local`);
  }
  return `${found.js}=${code};`;
}

export function assignment({ variables, init }: AssignmentStatement, place: Place): string {
  const given = values(init, variables.length, place);
  const [target] = variables;
  if (target && variables.length === 1 && typeof given !== 'string') {
    return store(target, given[0] ?? 'undefined', place);
  }
  const from = typeof given === 'string' ? given : `[${given.join(',')}]`;
  const stores = variables.map((one, at) => store(one, `v$[${at}]`, place));
  return `{const v$=${from};${stores.join('')}}`;
}

export function declaration(node: FunctionDeclaration, place: Place): string {
  const { identifier } = node;
  const { script, scope } = place;
  if (identifier?.type === 'MemberExpression') {
    const self: readonly Parameter[] = identifier.indexer === ':' ? [{ type: 'Identifier', name: 'self' }] : [];
    return store(identifier, script.body([...self, ...node.parameters], node.body, place).code, place);
  }
  if (identifier && !node.isLocal && scope.find(identifier.name)) {
    return store(identifier, script.body(node.parameters, node.body, place).code, place);
  }
  if (!identifier || !node.isLocal) throw refuse(node, 'a global function');
  const steady = !script.assigned.has(identifier.name);
  const { js } = scope.declare(identifier.name, steady ? { known: 'many' } : {}); // before its body: it may call itself
  const { code, many } = script.body(node.parameters, node.body, place);
  if (steady && !many) scope.learn(identifier.name, { known: 'one' });
  return `let ${js}=${code};`;
}
