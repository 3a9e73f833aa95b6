/** Pages and what they load, read once at start: there are few, and no path ever reaches the disk. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SupportError } from '../base/index.js';
import { type Answer, route, type Route } from './routes.js';

export interface StaticFiles {
  readonly folder: string;
  /** Address → file of the folder, for pages that have one of their own. */
  readonly pages: Readonly<Record<string, string>>;
  /** Files other sites may load. */
  readonly shared: readonly string[];
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Scripts and styles come from here alone; nothing on a page can talk to anyone else. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws: wss:",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
const safety = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};
const hashed = /-[A-Z0-9]{8}\.\w+$/;

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && extname(name) in types)
    .map((name) => relative(folder, join(folder, name)).split(sep).join('/'));
}

function answer(folder: string, name: string, acceptsGzip: boolean): Answer {
  const body = readFileSync(join(folder, name));
  const type = types[extname(name)] ?? 'application/octet-stream';
  const cache = hashed.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
  const headers = { ...safety, 'cache-control': cache, vary: 'accept-encoding' };
  if (!acceptsGzip || type.startsWith('font/')) return { kind: 'bytes', type, body, headers };
  return { kind: 'bytes', type, body: gzipSync(body), headers: { ...headers, 'content-encoding': 'gzip' } };
}

/** One route per file that exists; everything else stays unknown. Throws `unavailable` when the pages are not built. */
export function serveFiles({ folder, pages, shared }: StaticFiles): readonly Route[] {
  const made = new Map<string, Answer>();
  const cached = (name: string, gzip: boolean) => {
    const key = `${name} ${gzip}`;
    const found = made.get(key) ?? answer(folder, name, gzip);
    made.set(key, found);
    return found;
  };
  const files = filesOf(folder);
  const missing = Object.values(pages).find((name) => !files.includes(name));
  if (missing !== undefined)
    throw new SupportError('unavailable', `The page ${missing} is not built. Run npm run build.`);
  const addresses = [...Object.entries(pages), ...files.map((name) => [`/assets/${name}`, name] as const)];
  return addresses.map(([path, name]) =>
    route({
      method: 'GET',
      path,
      anySite: shared.includes(name),
      handle: ({ headers }) => Promise.resolve(cached(name, /\bgzip\b/.test(String(headers['accept-encoding'] ?? '')))),
    }),
  );
}
