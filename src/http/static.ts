/** Pages and what they load, read once at start: there are few, and no path ever reaches the disk. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SupportError } from '../base/index.js';
import { type Answer, route, type Route } from './routes.js';

export interface StaticFiles {
  readonly folder: string;
  /** Address → file of the folder, for pages that have one of their own. Every file is also at `/assets/<its name>`. */
  readonly pages: Readonly<Record<string, string>>;
  /** Files other sites may load. */
  readonly shared: readonly string[];
  /** Pages that may stand in frames of other sites. */
  readonly framed?: readonly string[];
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
/** A name that changes with its content, as esbuild makes it: it never has to be asked for again. */
const hashed = /-[A-Z0-9]{8}\.\w+$/;

interface StoredFile {
  readonly type: string;
  readonly tag: string;
  readonly cache: string;
  readonly plain: Buffer;
  /** Packed when it is first asked for, because no start should wait for it; nothing for what does not shrink. */
  readonly gzip: () => Buffer | undefined;
}

function filesOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => extname(name) in types && statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'));
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function store(folder: string, name: string): StoredFile {
  const plain = readFileSync(join(folder, name));
  const type = types[extname(name)] ?? 'application/octet-stream';
  return {
    type,
    tag: createHash('sha256').update(plain).digest('base64url').slice(0, 20),
    cache: hashed.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    plain,
    gzip: type.includes('charset') ? once(() => gzipSync(plain)) : () => undefined,
  };
}

/**
 * Answers 304 to a browser that has it already. Each packing is a representation of its own, so it has a tag of its
 * own.
 */
function answer({ type, tag, cache, plain, gzip }: StoredFile, headers: Readonly<Record<string, unknown>>): Answer {
  const asked = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(String(headers['accept-encoding']));
  const packed = asked ? gzip() : undefined;
  const etag = packed ? `"${tag}-gz"` : `"${tag}"`;
  const common = { etag, 'cache-control': cache, vary: 'accept-encoding' };
  const known = String(headers['if-none-match'])
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(etag)) return { kind: 'empty', status: 304, headers: common };
  return packed
    ? { kind: 'bytes', type, body: packed, headers: { ...common, 'content-encoding': 'gzip' } }
    : { kind: 'bytes', type, body: plain, headers: common };
}

/** One route per file that exists; everything else stays unknown. Throws `unavailable` when the pages are not built. */
export function serveFiles({ folder, pages, shared, framed = [] }: StaticFiles): readonly Route[] {
  const files = filesOf(folder);
  const missing = Object.values(pages).find((name) => !files.includes(name));
  if (missing !== undefined) {
    throw new SupportError('unavailable', `The page ${missing} is not built. Run npm run build.`);
  }
  const stored = new Map<string, StoredFile>();
  const load = (name: string) => {
    const file = stored.get(name) ?? store(folder, name);
    stored.set(name, file);
    return file;
  };
  const addresses = [...Object.entries(pages), ...files.map((name) => [`/assets/${name}`, name] as const)];
  return addresses.map(([path, name]) => {
    const file = load(name);
    const handle = ({ headers }: { headers: Readonly<Record<string, unknown>> }) =>
      Promise.resolve(answer(file, headers));
    return route({ method: 'GET', path, anySite: shared.includes(name), framed: framed.includes(name), handle });
  });
}
