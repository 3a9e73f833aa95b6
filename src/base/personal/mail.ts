/** E-mail addresses: found by their @, with what may stand on both sides of it. */
import type { Span } from './groups.js';

const local = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
/** Signs that end a sentence or open a bracket more often than they begin an address. */
const rarelyFirst = /^[.!#$%&'*/=?^`{|}~-]+/;
const longestLocal = 64;
const domain = /@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}_])/uy;
/** Threads of Teams, and files for screens of double density. */
const others = /^@(?:thread\.|[\d.]+x\.(?:png|jpe?g|gif|svg|webp|css|js)$)/i;

function localBefore(text: string, at: number): number {
  let from = at;
  while (from > Math.max(0, at - longestLocal) && local.test(text.charAt(from - 1))) from -= 1;
  const name = text.slice(from, at);
  // of name=value and of a path, the address is what comes last
  const cut = Math.max(name.lastIndexOf('='), name.lastIndexOf('/'), name.lastIndexOf('?'), name.lastIndexOf('&')) + 1;
  return from + cut + (rarelyFirst.exec(name.slice(cut))?.[0].length ?? 0);
}

export function findAddresses(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const from = Math.max(localBefore(text, at), spans.at(-1)?.end ?? 0);
    if (from === at) continue;
    domain.lastIndex = at;
    const host = domain.exec(text)?.[0];
    if (host !== undefined && !others.test(host)) spans.push({ at: from, end: at + host.length });
  }
  return spans;
}
