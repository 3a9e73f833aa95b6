/** The `cjson` library of scripts: JSON of lists, texts, numbers and truth, written as Redis writes it. */
import { print } from './operators.js';
import { textArgument } from './strings.js';
import { listOf, tableOf } from './table.js';
import { LuaFault, type LuaTable, type LuaValue, typeName } from './value.js';

/** From and to the bytes that texts are in scripts. */
const toCharacters = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');
const toBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

const plain = (text: string): string => text;
/** Texts of this kind are the same as bytes and as characters. */
const isPlain = (json: string): boolean => /^[\0-\x7f]*$/.test(json) && !json.includes('\\u');

function fromJson(value: unknown, text: (json: string) => string): LuaValue {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return listOf(value.map((one) => fromJson(one, text)));
  if (value === null) throw new LuaFault('cjson.decode of null is not supported by the embedded store');
  const flat = Object.entries(value as object).flatMap(([name, one]) => [text(name), fromJson(one, text)]);
  return tableOf([], flat);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    throw new LuaFault(`cjson.decode: ${fault.message}`);
  }
}

function decode(value: LuaValue): LuaValue {
  const json = textArgument(value, { at: 1, of: 'decode' });
  return isPlain(json) ? fromJson(parsed(json), plain) : fromJson(parsed(toCharacters(json)), toBytes);
}

/** What Redis escapes and JavaScript does not. */
const quoted = (text: string): string => JSON.stringify(text).replaceAll('/', '\\/').replaceAll('\x7f', '\\u007f');

function tableJson({ list, rest }: LuaTable): string {
  if (!rest || rest.size === 0) return list.length === 0 ? '{}' : `[${list.map(toJson).join(',')}]`;
  const named = [...rest].map(([name, value]) => {
    if (typeof name === 'string') return `${quoted(name)}:${toJson(value)}`;
    throw new LuaFault('cjson.encode of a table with other keys than texts is not supported by the embedded store');
  });
  if (list.length > 0) throw new LuaFault('cjson.encode of a list with names is not supported by the embedded store');
  return `{${named.join(',')}}`;
}

function toJson(value: LuaValue): string {
  switch (typeof value) {
    case 'undefined':
      return 'null';
    case 'boolean':
      return String(value);
    case 'number':
      return print(value);
    case 'string':
      return quoted(value);
    case 'object':
      return tableJson(value);
    default:
      throw new LuaFault(`Cannot serialise ${typeName(value)}: type not supported`);
  }
}

export const json = { 'cjson.decode': decode, 'cjson.encode': toJson };
