/** Redis's patterns for keys: `*`, `?`, `[a-c]`, `[^a]` and a backslash before what is meant literally. */
type Token = 'many' | ((char: string) => boolean);

/** What stands in brackets, from `at` on: up to the next one that closes, or to the end. */
function readClass(pattern: string, from: number): { readonly token: Token; readonly end: number } {
  const negated = pattern.charAt(from) === '^';
  const ranges: (readonly [string, string])[] = [];
  let at = negated ? from + 1 : from;
  for (; at < pattern.length && pattern.charAt(at) !== ']'; at += 1) {
    if (pattern.charAt(at) === '\\' && at + 1 < pattern.length) at += 1;
    else if (pattern.charAt(at + 1) === '-' && at + 2 < pattern.length) {
      ranges.push([pattern.charAt(at), pattern.charAt(at + 2)]);
      at += 2;
      continue;
    }
    ranges.push([pattern.charAt(at), pattern.charAt(at)]);
  }
  const within = (char: string, [a, b]: readonly [string, string]) =>
    (a <= char && char <= b) || (b <= char && char <= a);
  return { token: (char) => ranges.some((range) => within(char, range)) !== negated, end: at };
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    if (char === '*') tokens.push('many');
    else if (char === '?') tokens.push(() => true);
    else if (char === '[') {
      const { token, end } = readClass(pattern, at + 1);
      tokens.push(token);
      at = end;
    } else {
      if (char === '\\' && at + 1 < pattern.length) at += 1;
      const meant = pattern.charAt(at);
      tokens.push((other) => other === meant);
    }
  }
  return tokens;
}

/** By hand, not as a RegExp: after a mismatch only the last star takes one more, so that many stars cost no more. */
function matches(tokens: readonly Token[], key: string): boolean {
  let [token, at] = [0, 0];
  let star: { readonly token: number; readonly at: number } | undefined;
  while (at < key.length) {
    const next = tokens[token];
    if (next === 'many') {
      star = { token, at };
      token += 1;
    } else if (next?.(key.charAt(at)) === true) {
      token += 1;
      at += 1;
    } else if (star !== undefined) {
      star = { token: star.token, at: star.at + 1 };
      [token, at] = [star.token + 1, star.at];
    } else return false;
  }
  return tokens.slice(token).every((rest) => rest === 'many');
}

/** Tells whether a key matches. */
export function matcher(pattern: string): (key: string) => boolean {
  const tokens = tokensOf(pattern);
  return (key) => matches(tokens, key);
}
