/** Reads a very small Markdown (bold, lists, links) into plain data. What it does not know stays text. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

const pattern = /\*\*([^*\n]+)\*\*|\[([^[\]\n]+)\]\(([^()\s]+)\)|(https?:\/\/[^\s<>"]+)/g;
const bullet = /^\s*(?:[-*•]|(\d{1,3})[.)])\s+(\S.*)$/;

/** Only addresses that cannot run anything: http(s), mail, telephone, and paths of this site. */
const safe = (href: string): boolean => /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(href);

const closing = '.,;:!?\'")]';
/** A full stop or a closing bracket after a bare address belongs to the sentence. */
function bareLink(address: string): readonly Inline[] {
  let end = address.length;
  while (end > 0 && closing.includes(address.charAt(end - 1))) end -= 1;
  const [href, tail] = [address.slice(0, end), address.slice(end)];
  const link: Inline = { kind: 'link', text: href.replace(/^https?:\/\//, ''), href };
  return tail === '' ? [link] : [link, { kind: 'text', text: tail }];
}

function found(match: RegExpMatchArray): readonly Inline[] {
  const [whole, bold, text, href, address] = match;
  if (bold !== undefined) return [{ kind: 'bold', text: bold }];
  if (address !== undefined) return bareLink(address);
  if (text !== undefined && href !== undefined && safe(href)) return [{ kind: 'link', text, href }];
  return [{ kind: 'text', text: whole }];
}

export function readInlines(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) inlines.push({ kind: 'text', text: text.slice(at, match.index) });
    inlines.push(...found(match));
    at = match.index + match[0].length;
  }
  if (at < text.length) inlines.push({ kind: 'text', text: text.slice(at) });
  return inlines;
}

/** Lines that belong together: a run of list lines of one sort, or lines of text up to an empty one. */
function runs(text: string): readonly (readonly string[])[] {
  const sort = (line: string) => {
    const match = bullet.exec(line);
    if (match === null) return line.trim() === '' ? 'gap' : 'text';
    return match[1] === undefined ? 'bullets' : 'numbers';
  };
  const all: string[][] = [];
  let last = 'gap';
  for (const line of text.split(/\r?\n/)) {
    const now = sort(line);
    if (now !== 'gap') {
      if (now === last) all.at(-1)?.push(line);
      else all.push([line]);
    }
    last = now;
  }
  return all;
}

export function readBlocks(text: string): readonly Block[] {
  return runs(text).map((lines) => {
    const first = bullet.exec(lines[0] ?? '');
    if (first === null) return { kind: 'paragraph', inlines: readInlines(lines.join('\n')) };
    const items = lines.map((line) => readInlines(bullet.exec(line)?.[2] ?? line));
    return { kind: 'list', ordered: first[1] !== undefined, items };
  });
}
