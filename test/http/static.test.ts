/** Pages and their files, and the headers that keep them safe; what other sites may load, and what not. */
import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SupportError } from '../../src/base/index.js';
import { json, route } from '../../src/http/index.js';
import { closeHouses, type House, openHouse, speak } from './house.js';

const script = `console.log("${'warm '.repeat(200)}");`;
const contents: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>Shop</title>',
  'desk.html': '<!doctype html><title>Desk</title>',
  'widget.js': script,
  'desk.js': 'export {};',
  'desk.css': 'body{}',
  'assets/inter-ABCD2345.woff2': 'font',
  'desk.js.map': '{}',
  'secret.txt': 'no page loads this',
};

describe('files', () => {
  let folder = '';
  before(() => {
    const parent = mkdtempSync(join(tmpdir(), 'warmline-files-'));
    folder = join(parent, 'web');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    for (const [name, text] of Object.entries(contents)) writeFileSync(join(folder, name), text);
    writeFileSync(join(parent, 'outside.js'), 'outside');
  });
  after(() => rmSync(join(folder, '..'), { recursive: true }));
  afterEach(closeHouses);

  const serve = (): Promise<House> =>
    openHouse({
      routes: [
        route({ method: 'GET', path: '/v3/directline/x', anySite: true, handle: () => Promise.resolve(json({})) }),
        route({ method: 'POST', path: '/v3/directline/x', anySite: true, handle: () => Promise.resolve(json({})) }),
      ],
      furnish: (http) =>
        http.files({
          folder,
          pages: { '/': 'index.html', '/desk': 'desk.html', '/widget.js': 'widget.js' },
          shared: ['widget.js'],
        }),
    });

  const table: readonly (readonly [string, string, string])[] = [
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/desk', 'text/html; charset=utf-8', 'no-cache'],
    ['/desk/', 'text/html; charset=utf-8', 'no-cache'],
    ['/widget.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/assets/desk.css', 'text/css; charset=utf-8', 'no-cache'],
    ['/assets/desk.js.map', 'application/json; charset=utf-8', 'no-cache'],
    ['/assets/assets/inter-ABCD2345.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ];
  for (const [path, type, cache] of table) {
    it(`at ${path} are ${type}, ${cache}`, async () => {
      const { url } = await serve();
      const { status, headers } = await fetch(`${url}${path}`);
      expect([status, headers.get('content-type'), headers.get('cache-control')]).to.deep.equal([200, type, cache]);
    });
  }

  it('come back whole, packed or not', async () => {
    const { url } = await serve();
    const packed = await fetch(`${url}/widget.js`);
    expect(packed.headers.get('content-encoding')).to.equal('gzip');
    expect(Number(packed.headers.get('content-length'))).to.be.below(script.length / 2);
    expect(await packed.text()).to.equal(script);
    for (const accept of ['identity', 'gzip;q=0, *;q=0']) {
      const plain = await fetch(`${url}/widget.js`, { headers: { 'accept-encoding': accept } });
      expect(plain.headers.get('content-encoding')).to.equal(null);
      expect(await plain.text()).to.equal(script);
    }
  });

  it('are not sent again to who has them', async () => {
    const { url } = await serve();
    const etag = (await fetch(`${url}/widget.js`)).headers.get('etag') ?? '';
    const again = await fetch(`${url}/widget.js`, { headers: { 'if-none-match': `"other", W/${etag}` } });
    expect([again.status, await again.text()]).to.deep.equal([304, '']);
    const other = await fetch(`${url}/widget.js`, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).to.equal(200);
  });

  const outside = [
    '/assets/../outside.js',
    '/assets/..%2foutside.js',
    '/assets/%2e%2e/outside.js',
    '/assets/..\\outside.js',
    '/assets/assets/../../outside.js',
    '/../../../../etc/passwd',
    '/assets//etc/passwd',
    '/assets/desk.js%00.css',
    '/assets/secret.txt',
    '/assets/',
  ];
  for (const path of outside) {
    it(`outside of the folder are not found: ${path}`, async () => {
      const { port } = await serve();
      const answer = await speak(port, `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`);
      expect(answer)
        .to.match(/^HTTP\/1\.1 404 /)
        .and.not.to.contain('root:');
    });
  }

  it('come with a policy that lets a page load and call nothing but us', async () => {
    const { url } = await serve();
    for (const path of ['/', '/desk', '/assets/desk.js', '/api/sign-in', '/nowhere']) {
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get('content-security-policy'), path).to.equal(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; " +
          "img-src 'self' data:; font-src 'self'; frame-src 'self'; media-src 'self' data:; base-uri 'none'; form-action 'self'; " +
          "frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options'), path).to.equal('nosniff');
      expect(headers.get('referrer-policy'), path).to.equal('same-origin');
      expect(headers.get('server'), path).to.equal(null);
    }
  });

  it('of the widget may be loaded by other sites, those of the desk may not', async () => {
    const { url } = await serve();
    const allowed = async (path: string) => {
      const { headers } = await fetch(`${url}${path}`);
      return [headers.get('access-control-allow-origin'), headers.get('cross-origin-resource-policy')];
    };
    for (const path of ['/widget.js', '/assets/widget.js', '/v3/directline/x']) {
      expect(await allowed(path), path).to.deep.equal(['*', 'cross-origin']);
    }
    for (const path of ['/', '/desk', '/assets/desk.js', '/assets/desk.css']) {
      expect(await allowed(path), path).to.deep.equal([null, 'same-origin']);
    }
  });

  it('and calls of the chat pass the preflight of other sites, also with two methods on one path', async () => {
    const { url } = await serve();
    const headers = { origin: 'https://shop.example', 'access-control-request-method': 'POST' };
    const asked = await fetch(`${url}/v3/directline/x`, { method: 'OPTIONS', headers });
    expect(asked.status).to.equal(204);
    expect(asked.headers.get('access-control-allow-origin')).to.equal('*');
    expect(asked.headers.get('access-control-allow-methods')).to.equal('GET, POST');
    expect(asked.headers.get('access-control-allow-headers')).to.contain('authorization').and.contain('content-type');
  });

  it('that are not built stop the start, with what to do', async () => {
    const start = openHouse({
      furnish: (http) => http.files({ folder: join(folder, 'nowhere'), pages: { '/': 'index.html' }, shared: [] }),
    });
    const fault: unknown = await start.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(fault).to.be.instanceOf(SupportError).and.to.include({
      code: 'unavailable',
      message: 'The page index.html is not built. Run npm run build.',
    });
  });
});
