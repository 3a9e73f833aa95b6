/**
 * Compiles a script to a JavaScript function. Scripts are trusted: they are files of the product, or sent by a client
 * that owns the data anyway. What the compiler does not know stops it with the line, so nothing can differ unnoticed.
 */
import { compileFunction } from 'node:vm';
import { parse } from 'luaparse';
import type { Chunk } from 'luaparse';
import { value } from './expressions.js';
import { library, severalValues, support } from './library.js';
import { libraryName } from './calls.js';
import { parenthesized } from './parentheses.js';
import { createScope } from './scope.js';
import { block, body, createUnit, withTemporaries } from './statements.js';
import { assignedNames, type Names, resolveMarks, scriptFile, ScriptFault } from './syntax.js';
import type { LuaFunction, LuaResult, LuaTable } from './value.js';

export type Compiled = (keys: LuaTable, args: LuaTable) => LuaResult;
export type Functions = Readonly<Record<string, LuaFunction>>;

const parsing = {
  luaVersion: '5.1',
  encodingMode: 'pseudo-latin1',
  locations: true,
  ranges: true,
  comments: true,
} as const;

function read(source: string): Chunk {
  try {
    return parse(source, parsing);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    const [, line, message] = /^\[(\d+):\d+\] ([^]*)$/.exec(fault.message) ?? [];
    throw new ScriptFault(Number(line ?? 1), message ?? fault.message);
  }
}

function translate(source: string, names: Names): string {
  const chunk = read(source);
  const scope = createScope();
  const unit = createUnit(false);
  const outer = scope.child();
  const parameters = ['KEYS', 'ARGV'].map((name) => outer.declare(name, { global: true }).js);
  const script = {
    names,
    assigned: assignedNames(chunk),
    isParenthesized: parenthesized(source, chunk),
    value,
    body,
  };
  const code = block(chunk.body, { script, unit, scope: outer.child() });
  return `return(${parameters.join(',')})=>{${withTemporaries(unit, code)}}`;
}

/** `redis` are the functions of the `redis` table, by their full names. Throws ScriptFault. */
export function compile(source: string, redis: Functions): Compiled {
  const functions = new Map<string, unknown>(Object.entries({ ...library, ...redis }));
  const many = new Set(severalValues);
  const code = translate(source, { has: (name) => functions.has(name), many: (name) => many.has(name) });
  const scope = { ...support, ...Object.fromEntries([...functions].map(([name, fn]) => [libraryName(name), fn])) };
  const prelude = `"use strict";const {${Object.keys(scope).join(',')}}=$;`;
  const make = compileFunction(prelude + resolveMarks(code), ['$'], { filename: scriptFile }) as (
    library: typeof scope,
  ) => Compiled;
  return make(scope);
}
