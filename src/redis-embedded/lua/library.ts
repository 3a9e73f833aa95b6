/** The functions scripts may call, by the names they use. */
import { caught } from './faults.js';
import { json } from './json.js';
import { atMost, asNumber, less, modulo, num, str } from './operators.js';
import { numberArgument, strings, textArgument, tostring } from './strings.js';
import { get, ipairs, length, listOf, notTable, pairs, put, tableOf, trim } from './table.js';
import {
  all,
  isTrue,
  LuaFault,
  type LuaFunction,
  type LuaTable,
  type LuaValue,
  type LuaResult,
  one,
  typeName,
} from './value.js';

const tooMany = 8000; // Lua's own limit of values on its stack

function tableArgument(value: LuaValue, of: string): LuaTable {
  if (typeof value === 'object') return value;
  throw notTable(value, of);
}

function unpack(table: LuaValue, from: LuaValue, to: LuaValue): readonly LuaValue[] {
  const { list } = tableArgument(table, 'unpack');
  const start = numberArgument(from, { at: 2, of: 'unpack', default: 1 });
  const end = numberArgument(to, { at: 3, of: 'unpack', default: list.length });
  if (end - start >= tooMany) throw new LuaFault('too many results to unpack');
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, i) => get(table, start + i));
}

function select(which: LuaValue, ...values: LuaValue[]): LuaValue | readonly LuaValue[] {
  if (which === '#') return values.length;
  const n = numberArgument(which, { at: 1, of: 'select' });
  if (n === 0 || n < -values.length) throw new LuaFault("bad argument #1 to 'select' (index out of range)");
  return values.slice(n < 0 ? n : n - 1);
}

function insert(...args: LuaValue[]): LuaResult {
  const table = tableArgument(args[0], 'insert');
  const { list } = table;
  if (args.length < 2 || args.length > 3) throw new LuaFault("wrong number of arguments to 'insert'");
  const at = args.length === 2 ? list.length + 1 : numberArgument(args[1], { at: 2, of: 'insert' });
  const value = args.at(-1);
  if (at < 1 || at > list.length || value === undefined) put(table, at, value);
  else list.splice(at - 1, 0, value);
  return [];
}

function remove(table: LuaValue, at: LuaValue): LuaValue {
  const { list } = tableArgument(table, 'remove');
  const n = numberArgument(at, { at: 2, of: 'remove', default: list.length });
  if (n < 1 || n > list.length) return undefined;
  const [gone] = list.splice(n - 1, 1);
  trim(list);
  return gone;
}

function concat(...[table, separator, from, to]: LuaValue[]): string {
  const { list } = tableArgument(table, 'concat');
  const between = separator === undefined ? '' : textArgument(separator, { at: 2, of: 'concat' });
  const start = numberArgument(from, { at: 3, of: 'concat', default: 1 });
  const end = numberArgument(to, { at: 4, of: 'concat', default: list.length });
  const parts: string[] = [];
  for (let i = start; i <= end; i += 1) {
    const value = get(table, i);
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new LuaFault(`invalid value (${typeName(value)}) at index ${i} in table for 'concat'`);
    }
    parts.push(str(value));
  }
  return parts.join(between);
}

const numbers = (values: LuaValue[], of: string): number[] =>
  values.length === 0
    ? [numberArgument(undefined, { at: 1, of })]
    : values.map((value, i) => numberArgument(value, { at: i + 1, of }));

/** A call of something that may not be a function. */
function fn(value: LuaValue, level = 1): LuaFunction {
  if (typeof value !== 'function') throw new LuaFault(`attempt to call a ${typeName(value)} value`, level);
  return value;
}

function pcall(action: LuaValue, ...args: LuaValue[]): readonly LuaValue[] {
  try {
    return [true, ...all(fn(action, 0)(...args))];
  } catch (fault) {
    return [false, caught(fault)];
  }
}

/** Functions by their Lua name. A local name of one of these is followed at compile time. */
export const library = {
  ...json,
  ...strings,
  tonumber: (value: LuaValue) => asNumber(value),
  tostring: (value: LuaValue) => tostring(value),
  type: (value: LuaValue) => typeName(value),
  unpack,
  select,
  pcall,
  error: (value: LuaValue, level: LuaValue) => {
    throw new LuaFault(value, numberArgument(level, { at: 2, of: 'error', default: 1 }));
  },
  'math.floor': (value: LuaValue) => Math.floor(numberArgument(value, { at: 1, of: 'floor' })),
  'math.ceil': (value: LuaValue) => Math.ceil(numberArgument(value, { at: 1, of: 'ceil' })),
  'math.abs': (value: LuaValue) => Math.abs(numberArgument(value, { at: 1, of: 'abs' })),
  'math.max': (...values: LuaValue[]) => Math.max(...numbers(values, 'max')),
  'math.min': (...values: LuaValue[]) => Math.min(...numbers(values, 'min')),
  'table.insert': insert,
  'table.remove': remove,
  'table.concat': concat,
} satisfies Readonly<Record<string, LuaFunction>>;

/** Library functions that may return several values. */
export const severalValues: readonly string[] = ['unpack', 'select', 'pcall', 'string.byte', 'string.find'];

/** `object:name(…)`: of the string library when it is text. */
function method(object: LuaValue, name: string, ...args: LuaValue[]): LuaValue | readonly LuaValue[] {
  if (typeof object !== 'string') return fn(get(object, name))(object, ...args);
  const found = new Map<string, LuaFunction>(Object.entries(strings)).get(`string.${name}`);
  return fn(found)(object, ...args);
}

/** What compiled code calls besides the library. */
export const support = {
  all,
  atMost,
  atMostSwapped: (a: LuaValue, b: LuaValue) => atMost(b, a),
  fn: (value: LuaValue) => fn(value),
  get,
  ipairs,
  isTrue,
  length,
  less,
  lessSwapped: (a: LuaValue, b: LuaValue) => less(b, a),
  listOf,
  method,
  modulo,
  num,
  one,
  pairs,
  put,
  str,
  tableOf,
};
