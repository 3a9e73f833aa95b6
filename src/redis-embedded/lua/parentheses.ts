/** `(f())` is one value whatever f returns, but the parser forgets parentheses: they are found in the text again. */
import type { Chunk, Expression } from 'luaparse';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const isRange = (value: unknown): value is readonly [number, number] => Array.isArray(value) && value.length === 2;

/** The script with its comments blanked out. */
function withoutComments(source: string, { comments = [] }: Chunk): string {
  let text = source;
  for (const comment of comments) {
    if (!('range' in comment) || !isRange(comment.range)) continue;
    const [from, to] = comment.range;
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  return text;
}

/** How many parentheses open right before a place. */
function opened(text: string, before: number): number {
  let count = 0;
  for (let at = before - 1; at >= 0 && /[\s(]/.test(text.charAt(at)); at -= 1) if (text.charAt(at) === '(') count += 1;
  return count;
}

/** The calls and varargs of a script that stand in parentheses of their own. */
export function parenthesized(source: string, chunk: Chunk): (node: Expression) => boolean {
  const text = withoutComments(source, chunk);
  const found = new Set<unknown>();
  const sole = new Set<unknown>(); // the one argument of a call: the call's own parenthesis comes before it

  function visit(node: unknown): void {
    if (!isNode(node)) return;
    if (node['type'] === 'CallExpression' && Array.isArray(node['arguments']) && node['arguments'].length === 1) {
      sole.add(node['arguments'][0]);
    }
    if (isRange(node['range']) && opened(text, node['range'][0]) > (sole.has(node) ? 1 : 0)) found.add(node);
    for (const child of Object.values(node)) visit(child);
  }

  visit(chunk.body);
  return (node) => found.has(node);
}
