/** Expressions, compiled to JavaScript. */
import type {
  BinaryExpression,
  Expression,
  Identifier,
  LogicalExpression,
  MemberExpression,
  TableConstructorExpression,
  UnaryExpression,
} from 'luaparse';
import { call, isCall, libraryName, list, named, rest } from './calls.js';
import { lineOf, mark, type Place, quote, refuse, ScriptFault } from './syntax.js';

const arithmetic = ['+', '-', '*', '/', '%'];
const comparisons = ['==', '~=', '<', '<=', '>', '>='];

const isNumber = (node: Expression): boolean =>
  node.type === 'NumericLiteral' ||
  (node.type === 'BinaryExpression' && arithmetic.includes(node.operator)) ||
  (node.type === 'UnaryExpression' && (node.operator === '-' || node.operator === '#'));

const isBoolean = (node: Expression): boolean =>
  node.type === 'BooleanLiteral' ||
  (node.type === 'BinaryExpression' && comparisons.includes(node.operator)) ||
  (node.type === 'UnaryExpression' && node.operator === 'not');

const number = (node: Expression, place: Place): string =>
  isNumber(node) ? value(node, place) : `num(${value(node, place)})`;
const text = (node: Expression, place: Place): string =>
  node.type === 'StringLiteral' ? quote(node.value) : `str(${value(node, place)})`;

function identifier(node: Identifier, { scope, script }: Place): string {
  const local = scope.find(node.name);
  if (local) return local.alias ? libraryName(local.alias) : local.js;
  if (script.names.has(node.name)) return libraryName(node.name);
  throw new ScriptFault(lineOf(node), `the global variable '${node.name}' is not known to the embedded store`);
}

function temporary({ unit }: Place): string {
  const name = `t$${unit.temporaries.length}`;
  unit.temporaries.push(name);
  return name;
}

function logical(node: LogicalExpression, place: Place): string {
  const both = node.operator === 'and';
  if (isBoolean(node.left)) {
    const [condition, right] = [test(node.left, place), value(node.right, place)];
    return both ? `(${condition}?${right}:false)` : `(${condition}?true:${right})`;
  }
  const kept = temporary(place);
  const [left, right] = [value(node.left, place), value(node.right, place)];
  return both ? `(isTrue(${kept}=${left})?${right}:${kept})` : `(isTrue(${kept}=${left})?${kept}:${right})`;
}

function comparison(node: BinaryExpression, place: Place): string {
  const [a, b] = [value(node.left, place), value(node.right, place)];
  if (node.operator === '==') return `(${a}===${b})`;
  if (node.operator === '~=') return `(${a}!==${b})`;
  if (isNumber(node.left) && isNumber(node.right)) return `(${a}${node.operator}${b})`;
  const name = node.operator.endsWith('=') ? 'atMost' : 'less';
  return `${name}${node.operator.startsWith('<') ? '' : 'Swapped'}(${a},${b})`;
}

function binary(node: BinaryExpression, place: Place): string {
  const { operator, left, right } = node;
  if (comparisons.includes(operator)) return comparison(node, place);
  if (operator === '..') return `(${text(left, place)}+${text(right, place)})`;
  if (operator === '%') return `modulo(${number(left, place)},${number(right, place)})`;
  if (arithmetic.includes(operator)) return `(${number(left, place)}${operator} ${number(right, place)})`;
  throw refuse(node, `the operator ${operator}`);
}

function unary(node: UnaryExpression, place: Place): string {
  if (node.operator === 'not') return `!${test(node.argument, place)}`;
  if (node.operator === '-') return `(- ${number(node.argument, place)})`;
  if (node.operator === '#') return `length(${value(node.argument, place)})`;
  throw refuse(node, `the operator ${node.operator}`);
}

function table({ fields }: TableConstructorExpression, place: Place): string {
  const values = fields.flatMap((field) => (field.type === 'TableValue' ? [field.value] : []));
  const keyed = fields.flatMap((field) => {
    if (field.type === 'TableValue') return [];
    const key = field.type === 'TableKeyString' ? quote(field.key.name) : value(field.key, place);
    return [`${key},${value(field.value, place)}`];
  });
  const elements = `[${list(values, place)}]`;
  return keyed.length > 0 ? `tableOf(${elements},[${keyed.join(',')}])` : `listOf(${elements})`;
}

function member(node: MemberExpression, place: Place): string {
  const name = named(node, place);
  return name === undefined ? `get(${value(node.base, place)},${quote(node.identifier.name)})` : libraryName(name);
}

/** One value. */
export function value(node: Expression, place: Place): string {
  switch (node.type) {
    case 'Identifier':
      return identifier(node, place);
    case 'StringLiteral':
      return quote(node.value);
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return String(node.value);
    case 'NilLiteral':
      return 'undefined';
    case 'VarargLiteral':
      return `one(${rest(node, place)})`;
    case 'LogicalExpression':
      return logical(node, place);
    case 'BinaryExpression':
      return binary(node, place);
    case 'UnaryExpression':
      return unary(node, place);
    case 'TableConstructorExpression':
      return table(node, place);
    case 'IndexExpression':
      return `${mark(lineOf(node))}get(${value(node.base, place)},${value(node.index, place)})`;
    case 'MemberExpression':
      return member(node, place);
    case 'FunctionDeclaration':
      return place.script.body(node.parameters, node.body, place).code;
    default:
      return single(node, place);
  }
}

function single(node: Expression, place: Place): string {
  if (!isCall(node)) throw refuse(node, node.type);
  const { code, many } = call(node, place);
  return many ? `one(${code})` : code;
}

/** A JavaScript boolean: whether Lua takes the value for true. */
export function test(node: Expression, place: Place): string {
  if (isBoolean(node)) return value(node, place);
  if (node.type === 'NilLiteral') return 'false';
  if (node.type === 'LogicalExpression') {
    return `(${test(node.left, place)}${node.operator === 'and' ? '&&' : '||'}${test(node.right, place)})`;
  }
  return `isTrue(${value(node, place)})`;
}
