/** Lua's values in JavaScript. Text is bytes as characters 0–255; nil is undefined. */
export type LuaKey = boolean | number | string | LuaTable | LuaFunction;
export type LuaValue = LuaKey | undefined;
/**
 * A function that returns anything but one value returns a list. No Lua value is a list, so the two are distinguished.
 */
export type LuaResult = LuaValue | readonly LuaValue[];
export type LuaFunction = (...args: LuaValue[]) => LuaResult;

export interface LuaTable {
  /** Values 1, 2, 3, …; never ends in nil. */
  readonly list: LuaValue[];
  /** Everything else, in the order it came; made when first needed. */
  rest: Map<LuaKey, LuaValue> | undefined;
}

/** An error inside a script. */
export class LuaFault extends Error {
  readonly value: LuaValue;
  /** Which caller's line goes before the text, as in Lua's `error`; 0 for none. */
  readonly level: number;

  constructor(value: LuaValue, level = 1) {
    super(typeof value === 'string' ? value : 'error in a script');
    this.name = 'LuaFault';
    this.value = value;
    this.level = level;
  }
}

export const typeName = (value: LuaValue): string => {
  if (value === undefined) return 'nil';
  return typeof value === 'object' ? 'table' : typeof value;
};

export const isTrue = (value: LuaValue): boolean => value !== undefined && value !== false;
const isList = (result: LuaResult): result is readonly LuaValue[] => Array.isArray(result);
/** The first value of a result. */
export const one = (result: LuaResult): LuaValue => (isList(result) ? result[0] : result);
/** All values of a result. */
export const all = (result: LuaResult): readonly LuaValue[] => (isList(result) ? result : [result]);
