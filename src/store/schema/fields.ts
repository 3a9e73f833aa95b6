/** Kinds of values: what each is in TypeScript, how it travels, and what a script makes of it. */
import { broken, int as readInt, list as readList, micros as toMicros, ms, text as readText } from '../decode.js';

/** What a request is made of: texts, and lists of them. */
export type Wire = string | readonly Wire[];

export interface Field<T> {
  pack(value: T): Wire;
  /** Of an answer, or of what is stored. */
  read(value: unknown): T;
  /** Lua: a value of a request as a script uses it, where that is not the text itself. */
  readonly asked?: (code: string) => string;
  /** Lua: the same of a stored value, which is false where nothing is. */
  readonly kept: (code: string) => string;
  /** Lua: a value of a script on its way into an answer. */
  readonly answered: (code: string) => string;
  /** What an answer is built by in a script: constructors by name, each with its fields in order. */
  readonly shapes?: Shapes;
}

/** A constructor of answers: what stands before the fields, and the fields. */
export interface Shape {
  readonly kind?: string;
  readonly fields: Fields;
}
export type Shapes = Readonly<Record<string, Shape>>;

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type TypeOf<F> = F extends Field<infer T> ? T : never;
/** A record of all fields. */
export type RecordOf<F extends Fields> = { readonly [Name in keyof F]: TypeOf<F[Name]> };

const asIs = (code: string): string => code;
const orEmpty = (code: string): string => `${code} or ''`;
const number = (code: string): string => `int(${code})`;
const exact = (code: string): string => `exact(${code})`;

export const text: Field<string> = { pack: (value) => value, read: readText, kept: orEmpty, answered: asIs };

/** A whole number that is small: fourteen digits at most. */
export const int: Field<number> = { pack: String, read: readInt, asked: number, kept: number, answered: asIs };

/** A time, microseconds since 1970 and whole, as the scripts count. */
export const stamp: Field<number> = { pack: String, read: readInt, asked: number, kept: number, answered: exact };

/** Milliseconds here, whole microseconds there. */
export const micros: Field<number> = {
  ...stamp,
  pack: (value) => String(toMicros(value)),
  read: ms,
};

/** A part of one, as whole thousandths. */
export const share: Field<number> = {
  ...int,
  pack: (value) => String(Math.round(value * 1000)),
  read: (value) => readInt(value) / 1000,
};

export const flag: Field<boolean> = {
  pack: (value) => (value ? '1' : ''),
  read: (value) => readText(value) === '1',
  asked: (code) => `${code} == '1'`,
  kept: (code) => `${code} == '1'`,
  answered: (code) => `${code} and '1' or ''`,
};

/** Nothing, or a number; in a script nil. */
export const perhaps: Field<number | undefined> = {
  pack: (value) => value?.toString() ?? '',
  read: (value) => (readText(value) === '' ? undefined : readInt(value)),
  asked: (code) => `tonumber(${code})`,
  kept: (code) => `tonumber(${code} or nil)`,
  answered: (code) => `${code} and exact(${code}) or ''`,
};

export const list = <T>(of: Field<T>): Field<readonly T[]> => ({
  pack: (values) => values.map((value) => of.pack(value)),
  read: (value) => readList(value).map((one) => of.read(one)),
  kept: asIs,
  answered: asIs,
  ...(of.shapes === undefined ? {} : { shapes: of.shapes }),
});

/** Packs the fields of a value in the order of the table. Every request passes here, and every answer below. */
export function packer<F extends Fields>(fields: F): (value: RecordOf<F>) => readonly Wire[] {
  const [names, inOrder] = [Object.keys(fields), Object.values(fields)];
  return (value) => inOrder.map((field, at) => field.pack(value[names[at] ?? '']));
}

/** Reads values that follow each other. A copy of what is blank has its size from the beginning. */
function reader<F extends Fields>(fields: F, kind?: string): (values: readonly unknown[]) => RecordOf<F> {
  const [names, inOrder] = [Object.keys(fields), Object.values(fields)];
  const blank: Record<string, unknown> = kind === undefined ? {} : { kind };
  const start = Object.keys(blank).length;
  for (const name of names) blank[name] = undefined;
  return (values) => {
    const found = { ...blank };
    inOrder.forEach((field, at) => (found[names[at] ?? ''] = field.read(values[start + at])));
    return found as RecordOf<F>;
  };
}

/** A list of different values, each with its name. A script builds it with `answer.<name>`. */
export function record<F extends Fields>(name: string, fields: F): Field<RecordOf<F>> {
  const read = reader(fields);
  return {
    pack: packer(fields),
    read: (value) => read(readList(value)),
    kept: asIs,
    answered: asIs,
    shapes: { [name]: { fields }, ...shapesIn(fields) },
  };
}

type Kinds = Readonly<Record<string, Fields>>;
type KindsOf<K extends Kinds> = {
  readonly [Kind in keyof K]: { readonly kind: Kind } & RecordOf<K[Kind]>;
}[keyof K];

function shapesIn(fields: Fields): Shapes {
  return Object.assign({}, ...Object.values(fields).map(({ shapes }) => shapes ?? {})) as Shapes;
}

/** One of several kinds of answers. A script builds it with `answer.<kind>`. */
export function kinds<K extends Kinds>(of: K): Field<KindsOf<K>> {
  const inner = Object.values(of).map(shapesIn);
  const own = Object.entries(of).map(([kind, fields]) => [kind, { kind, fields }] as const);
  const readers = new Map(Object.entries(of).map(([kind, fields]) => [kind, reader(fields, kind)]));
  return {
    pack: () => [], // a request has no kinds
    read(value) {
      const values = readList(value);
      const kind = readText(values[0]);
      const read = readers.get(kind);
      if (read === undefined) throw broken(`an answer of a known kind, but ${kind}`);
      return read(values) as KindsOf<K>;
    },
    kept: asIs,
    answered: asIs,
    shapes: Object.assign({}, ...inner, Object.fromEntries(own)) as Shapes,
  };
}
