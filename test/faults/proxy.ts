/** The network between a server and its store: a socket that pipes, and that can be cut or go silent. */
import { createServer, connect, type NetConnectOpts, type Socket } from 'node:net';
import { once } from 'node:events';

export interface Proxy {
  /** Ends every connection at once and refuses new ones, until it is mended. */
  cut(): void;
  /** Connections that are open now stay open for ever, but nothing passes any more; new ones work. */
  freeze(): void;
  mend(): void;
  close(): Promise<void>;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

const endBoth = ({ near, far }: Pair) => {
  near.destroy();
  far.destroy();
};

/** Both sides are a path, or a host and port. */
export async function startProxy(listen: NetConnectOpts, target: NetConnectOpts): Promise<Proxy> {
  const pairs = new Set<Pair>();
  let down = false;
  const server = createServer((near) => {
    if (down) {
      near.destroy();
      return;
    }
    const pair: Pair = { near, far: connect(target) };
    pairs.add(pair);
    for (const side of [near, pair.far]) {
      side.on('error', () => endBoth(pair));
      side.on('close', () => {
        endBoth(pair);
        pairs.delete(pair);
      });
    }
    near.pipe(pair.far).pipe(near);
  });
  server.listen(listen);
  await once(server, 'listening');

  const cut = () => {
    down = true;
    for (const pair of pairs) endBoth(pair);
  };
  return {
    cut,
    freeze() {
      for (const { near, far } of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        for (const side of [near, far]) side.on('data', () => undefined); // read, so that nobody feels the jam
      }
    },
    mend: () => void (down = false),
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
