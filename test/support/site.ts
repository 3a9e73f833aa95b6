/** Somebody else's site: pages on an address of their own, beside the server of the chat. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SitePage {
  readonly body: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Site {
  readonly url: string;
  /** Serves a page under a path of its own; returns its address. */
  page(page: SitePage): string;
  close(): Promise<void>;
}

/**
 * The chat's server is `127.0.0.1`. By that name the site is another origin of the same site, as `www.` is beside `support.`;
 * as `localhost` it is another site, and this browser keeps what is stored in its frames from them.
 */
export async function openSite(name: '127.0.0.1' | 'localhost'): Promise<Site> {
  const pages = new Map<string, SitePage>();
  const server = createServer(({ url = '' }, response) => {
    const page = pages.get(url.split('?')[0] ?? '');
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': page?.type ?? 'text/html; charset=utf-8',
      ...page?.headers,
    });
    response.end(page?.body ?? '');
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const url = `http://${name}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    page(page) {
      const path = `/page-${pages.size}${page.type === undefined ? '' : '.js'}`;
      pages.set(path, page);
      return url + path;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
