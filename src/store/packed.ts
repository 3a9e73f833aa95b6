/** Texts in one text: what would end a part of an entry is escaped, and a list has its items behind form feeds. */
const escapes: Readonly<Record<string, string>> = { '\\': '\\', '\t': 't', '\n': 'n', '\f': 'f' };
const originals: Readonly<Record<string, string>> = { '\\': '\\', t: '\t', n: '\n', f: '\f' };
const special = /[\\\t\n\f]/g;
export const escaped = (value: string): string => value.replace(special, (char) => `\\${escapes[char] ?? ''}`);
export const original = (packed: string): string =>
  packed.includes('\\') ? packed.replace(/\\(.)/g, (_, char: string) => originals[char] ?? '') : packed;

export const separator = '\f';
export const packList = (values: readonly string[]): string => values.map(escaped).join(separator);
export const readList = (packed: string): readonly string[] => packed.split(separator).map(original);
