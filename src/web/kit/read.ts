/** Reads the JSON every page shows. What people wrote may hold signs that turn the words around it: they become visible. */

/** Overrides, embeddings and isolates of direction, and controls other than line breaks and tabs; each is harmless alone. */
const turning = /[\u202a-\u202e\u2066-\u2069\u2028\u2029\p{Cc}]/gu;
const harmless = new Set(['\n', '\r', '\t']);

/** The text with a visible sign in place of each that would make it look like another: `exe.png` for `gnp.exe`. */
export const readable = (text: string): string =>
  text.replace(turning, (sign) => (harmless.has(sign) ? sign : '\ufffd'));

/** What goes back to the server as it came. */
const names = /(?:id|token|ticket|value|choice|next|url|watermark)$/i;

/** Throws a SyntaxError when it is not JSON. */
export const readJson = (text: string): unknown =>
  JSON.parse(text, (key, value: unknown) => (typeof value === 'string' && !names.test(key) ? readable(value) : value));
