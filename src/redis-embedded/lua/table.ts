/** Tables: reading, writing, making. */
import { LuaFault, type LuaKey, type LuaTable, type LuaValue, typeName } from './value.js';

const notIndexed = (value: LuaValue): LuaFault => new LuaFault(`attempt to index a ${typeName(value)} value`);

export const notTable = (value: LuaValue, of: string): LuaFault => {
  return new LuaFault(`bad argument #1 to '${of}' (table expected, got ${typeName(value)})`);
};

export function get(table: LuaValue, key: LuaValue): LuaValue {
  if (typeof table !== 'object') throw notIndexed(table);
  if (typeof key === 'number') {
    const value = table.list[key - 1];
    if (value !== undefined) return value;
  }
  return key === undefined ? undefined : table.rest?.get(key);
}

/** Numbers that follow the list and were set before it grew so far move into it. */
function gather({ list, rest }: LuaTable): void {
  if (!rest) return;
  for (let next = rest.get(list.length + 1); next !== undefined; next = rest.get(list.length + 1)) {
    list.push(next);
    rest.delete(list.length);
  }
}

/** A list never ends in nil. */
export const trim = (list: LuaValue[]): void => {
  while (list.length > 0 && list.at(-1) === undefined) list.pop();
};

function putRest(table: LuaTable, key: LuaKey, value: LuaValue): void {
  if (value === undefined) table.rest?.delete(key);
  else (table.rest ??= new Map()).set(key, value);
}

export function put(table: LuaValue, key: LuaValue, value: LuaValue): void {
  if (typeof table !== 'object') throw notIndexed(table);
  if (key === undefined) throw new LuaFault('table index is nil');
  const { list } = table;
  if (typeof key !== 'number' || !Number.isInteger(key) || key < 1 || key > list.length + 1) {
    if (Number.isNaN(key)) throw new LuaFault('table index is NaN');
    putRest(table, key, value);
  } else if (key <= list.length) {
    list[key - 1] = value;
    if (value === undefined) trim(list);
  } else if (value !== undefined) {
    list.push(value);
    gather(table);
  }
}

/** A table of `list` alone; it is taken over, not copied. */
export function listOf(list: LuaValue[]): LuaTable {
  trim(list);
  return { list, rest: undefined };
}

/** A table of a list and of keys, each followed by its value. */
export function tableOf(list: LuaValue[], flat: readonly LuaValue[]): LuaTable {
  const table: LuaTable = { list: [], rest: undefined };
  for (let i = 0; i < flat.length; i += 2) put(table, flat[i], flat[i + 1]);
  list.forEach((value, at) => put(table, at + 1, value));
  return table;
}

export function length(value: LuaValue): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object') throw new LuaFault(`attempt to get length of a ${typeName(value)} value`);
  return value.list.length;
}

/** For `ipairs`: 1, 2, 3, … up to the first nil. */
export function* ipairs(table: LuaValue): Generator<readonly [number, LuaValue]> {
  if (typeof table !== 'object') throw notTable(table, 'ipairs');
  for (let i = 1; ; i += 1) {
    const value = get(table, i);
    if (value === undefined) return;
    yield [i, value];
  }
}

/** For `pairs`: the list first, then the rest. Lua leaves the order open, so scripts must not depend on it. */
export function* pairs(table: LuaValue): Generator<readonly [LuaKey, LuaValue]> {
  if (typeof table !== 'object') throw notTable(table, 'pairs');
  for (let i = 0; i < table.list.length; i += 1) {
    const value = table.list[i];
    if (value !== undefined) yield [i + 1, value];
  }
  if (table.rest) yield* table.rest;
}
