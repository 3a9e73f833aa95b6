/** A balancer as orchestrators have it: new connections go, in turn, to the servers that say they are ready. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Balancer {
  readonly url: string;
  /** From here on it is asked whether it is ready; resolves when it was. */
  add(server: { readonly url: string; readonly port: number }): Promise<void>;
  close(): Promise<void>;
}

const lookMs = 50;

interface Target {
  readonly port: number;
  ready: boolean;
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  );

/** A connection ends, on both sides, as either side ends it: a reset is passed on as one. */
function join(near: Socket, far: Socket): void {
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on('error', () => other.resetAndDestroy());
    one.on('close', () => other.destroy());
    one.pipe(other);
  }
}

export async function startBalancer(): Promise<Balancer> {
  const targets: Target[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let turn = 0;
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const ready = targets.filter((one) => one.ready);
    const target = ready[(turn += 1) % ready.length];
    if (target === undefined) near.resetAndDestroy();
    else join(near, connect({ port: target.port, host: '127.0.0.1', allowHalfOpen: true }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async add({ url, port }) {
      const target: Target = { port, ready: false };
      targets.push(target);
      const look = async () => void (target.ready = await isReady(url));
      while (!target.ready) await look();
      timers.add(setInterval(() => void look(), lookMs));
    },
    async close() {
      for (const timer of timers) clearInterval(timer);
      server.close();
      await once(server, 'close');
    },
  };
}
