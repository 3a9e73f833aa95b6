/** Between Redis's answers and Lua's values, by Redis's rules. */
import type { Reply } from '../reply.js';
import { get, listOf } from './table.js';
import { LuaFault, type LuaTable, type LuaValue } from './value.js';

const field = (name: string, text: string): LuaTable => ({ list: [], rest: new Map([[name, text]]) });

export const errorTable = (message: string): LuaTable => field('err', message);
export const statusTable = (message: string): LuaTable => field('ok', message);

const isList = (reply: Reply): reply is readonly Reply[] => Array.isArray(reply);

export function toLua(reply: Reply): LuaValue {
  if (typeof reply === 'string' || typeof reply === 'number') return reply;
  if (reply === null) return false;
  if (typeof reply === 'bigint') return Number(reply);
  if (isList(reply)) return listOf(reply.map(toLua));
  return 'ok' in reply ? statusTable(reply.ok) : errorTable(reply.error);
}

function tableReply(table: LuaTable): Reply {
  const [error, status] = [get(table, 'err'), get(table, 'ok')];
  if (typeof error === 'string') return { error };
  if (typeof status === 'string') return { ok: status };
  const end = table.list.indexOf(undefined);
  return (end < 0 ? table.list : table.list.slice(0, end)).map(toReply);
}

/** Numbers lose their fraction, lists end before the first nil. */
export function toReply(value: LuaValue): Reply {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number': {
      const whole = Math.trunc(value) + 0;
      if (!Number.isSafeInteger(whole)) throw new LuaFault(`the number ${value} does not fit an integer reply`);
      return whole;
    }
    case 'object':
      return tableReply(value);
    default:
      return value === true ? 1 : null;
  }
}

/** One argument of `redis.call`. Redis prints 17 digits here, so whole numbers up to 2^53 stay exact. */
export function toArgument(value: LuaValue): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') {
    throw new LuaFault(errorTable('ERR Lua redis lib command arguments must be strings or integers'));
  }
  if (!Number.isSafeInteger(value)) {
    throw new LuaFault(`the number ${value} is not a whole number below 2^53; round it before it is stored`);
  }
  return Object.is(value, -0) ? '-0' : String(value);
}
