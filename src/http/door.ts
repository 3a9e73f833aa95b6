/** Before any route: the headers every answer carries, addresses restify would trip over, and calls of strangers. */
import type { IncomingMessage } from 'node:http';
import type { Next, Request, Response } from 'restify';
import { SupportError } from '../base/index.js';
import { isFromHere } from './address.js';
import { unknownAddress } from './errors.js';
import { isSecure, sharedWith, type Site } from './site.js';

/** Scripts and styles come from here alone; nothing on a page can talk to anyone else. */
const policy = (site: Site, { images = '', ancestors = "'none'" } = {}) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self' ${isSecure(site) ? (site.publicUrl?.replace(/^https/, 'wss') ?? '') : 'ws: wss:'}`,
    `img-src 'self' data:${images}`,
    "font-src 'self'",
    "frame-src 'self'",
    "media-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
const year = 31_536_000;
const safety = (site: Site) => ({
  'content-security-policy': policy(site),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(isSecure(site) ? { 'strict-transport-security': `max-age=${year}` } : {}),
});
/** What routes for any site add to that, and the answer to their preflight. Throws `forbidden`: see `sharedWith`. */
export const sharing = (request: IncomingMessage, site: Site) => ({
  'access-control-allow-origin': sharedWith(request, site),
  'access-control-expose-headers': 'retry-after, x-request-id',
  'cross-origin-resource-policy': 'cross-origin',
  ...(site.allowedOrigins === undefined ? {} : { vary: 'origin' }),
});
/**
 * What a page adds that stands in frames of other sites: theirs alone where ALLOWED_ORIGINS says which, a site's own logo,
 * and what it takes to stand on a page that is isolated from all others.
 */
export function framing(site: Site) {
  const { allowedOrigins, publicUrl } = site;
  const named = ["'self'", ...(publicUrl === undefined ? [] : [publicUrl]), ...(allowedOrigins ?? [])];
  const ancestors = allowedOrigins === undefined ? '*' : named.join(' ');
  return {
    'content-security-policy': policy(site, { images: ' https:', ancestors }),
    'cross-origin-resource-policy': 'cross-origin',
    'cross-origin-embedder-policy': 'credentialless',
  };
}
export const preflight = {
  'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'access-control-allow-methods': 'GET, POST',
  'access-control-max-age': '7200',
};

/** The first handler of every request. It must not throw: restify would not catch it. */
export function createDoor(site: Site): (request: Request, response: Response, next: Next) => void {
  const headers = Object.entries(safety(site));
  return (request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    // A whole URL in the request line is parsed by restify, which throws on some of them where nobody catches.
    if (request.url?.startsWith('/') === true) next();
    else {
      const { status, body } = unknownAddress;
      const type = { 'content-type': 'application/json; charset=utf-8', connection: 'close' };
      response.sendRaw(status, JSON.stringify(body), type);
      next(false);
    }
  };
}

const onThisComputer = 'This is open on this computer only. Use 127.0.0.1 or localhost.';
const loopback = ['127.0.0.1', 'localhost', '[::1]'];

export const isLoopback = (host: string): boolean => loopback.includes(host) || host === '::1';

function hostname(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}

/**
 * The name by which the caller knows this server, where it can be believed: what they say, if it means this computer,
 * or else the address they have reached.
 */
export function ownHost({ headers: { host = '' }, socket }: IncomingMessage): string {
  if (loopback.includes(hostname(host))) return host;
  const { localAddress = '127.0.0.1', localPort = 0 } = socket;
  return `${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`;
}

/** Throws `forbidden` for every call of a web page, whatever page it is: browsers say where they come from. */
export function refusePages({ headers }: IncomingMessage): void {
  if (headers.origin === undefined && (headers['sec-fetch-site'] ?? 'none') === 'none') return;
  throw new SupportError('forbidden', 'Web pages may not call this address.');
}

/** Throws `forbidden` for everybody but who is at this computer, and knows it by a name of its own (DNS rebinding). */
export function refuseOthers(request: IncomingMessage): void {
  if (isFromHere(request) && loopback.includes(hostname(request.headers.host ?? ''))) return;
  throw new SupportError('forbidden', onThisComputer);
}

/** With or without the port that everybody knows. */
function isNameOf(publicUrl: string, host: string): boolean {
  const { host: own, port, protocol } = new URL(publicUrl);
  return host === own || (port === '' && host === `${own}:${protocol === 'https:' ? 443 : 80}`);
}

interface Own {
  readonly site: Site;
  /** It listens on loopback only. */
  readonly onLoopback: boolean;
}

/**
 * Throws `forbidden` for calls that did not come from our own pages. A page of another site is recognised by its
 * `Origin` or `Sec-Fetch-Site`; SameSite cookies alone are not enough, since all ports of a host are one site. A site
 * that points its own name here (DNS rebinding) is recognised by the `Host`: the server is known by the name of
 * `PUBLIC_URL` where there is a provider, where it listens on loopback only by those of this computer, and by no other.
 */
export function refuseStrangers({ headers, method }: IncomingMessage, { site, onLoopback }: Own): void {
  const { origin, host = '' } = headers;
  const publicUrl = site.open === true ? site.publicUrl : undefined;
  const byProxy = publicUrl !== undefined && isNameOf(publicUrl, host.toLowerCase());
  if (!byProxy && !(onLoopback && loopback.includes(hostname(host)))) {
    throw new SupportError(
      'forbidden',
      onLoopback ? onThisComputer : `This is open at ${publicUrl ?? 'no name'} only.`,
    );
  }
  if (method !== 'POST') return;
  const from = headers['sec-fetch-site'] ?? 'none';
  const ownOrigin =
    origin === undefined ||
    origin === publicUrl ||
    (!byProxy && URL.canParse(origin) && new URL(origin).host === host.toLowerCase());
  if (!ownOrigin || !['same-origin', 'none'].includes(from)) {
    throw new SupportError('forbidden', 'Requests from other sites are not taken here.');
  }
}
