/** Redis's patterns for keys: `*`, `?`, `[a-c]`, `[^a]` and a backslash before what is meant literally. */
const quote = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function part(token: string): string {
  if (token === '*') return '[^]*';
  if (token === '?') return '[^]';
  if (token.startsWith('[')) {
    const negated = token.startsWith('[^');
    const inside = token.slice(negated ? 2 : 1, -1).replace(/[\\\]^[]/g, '\\$&');
    return inside === '' ? (negated ? '[^]' : '[]') : `[${negated ? '^' : ''}${inside}]`;
  }
  return quote(token.length === 2 && token.startsWith('\\') ? token.slice(1) : token);
}

/** Tells whether a key matches. */
export function matcher(pattern: string): (key: string) => boolean {
  if (/^[^*?[\\]*\*$/.test(pattern)) {
    const prefix = pattern.slice(0, -1);
    return (key) => key.startsWith(prefix);
  }
  const tokens = pattern.match(/\\[^]|\[\^?[^\]]*\]|[^]/g) ?? [];
  const expression = new RegExp(`^${tokens.map(part).join('')}$`);
  return (key) => expression.test(key);
}
