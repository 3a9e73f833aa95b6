/** What can happen to any store and the way to it. */
import type { RedisServer } from '../../support/redis.js';
import type { Proxy } from '../proxy.js';
import { type Fault, wait } from './ground.js';

export type Sync = 'always' | 'everysec';

export interface Store {
  /** Its processes. */
  readonly servers: readonly RedisServer[];
  /** The ways to it. */
  readonly proxies: readonly Proxy[];
  /** How it syncs now. */
  sync(): Sync;
  /** What a kill may take with it of what was acknowledged before, milliseconds. */
  unwrittenMs(): number;
  /** Starts a killed process again. */
  revive(server: RedisServer): Promise<void>;
}

const crash = ({ servers, sync, unwrittenMs, revive }: Store): Fault => ({
  name: 'store killed',
  async strike({ chance, history }) {
    const server = chance.pick(servers);
    history.note({ kind: 'fault', name: `store killed under ${sync()}` });
    await server.kill('SIGKILL');
    if (unwrittenMs() > 0) history.note({ kind: 'loss', since: history.now() - unwrittenMs() });
    await wait(chance.below(400));
    await revive(server);
  },
});

const hold = ({ servers }: Store): Fault => ({
  name: 'store stopped',
  async strike({ chance, history, leaseMs }) {
    const server = chance.pick(servers);
    history.note({ kind: 'fault', name: 'store stopped longer than the lease' });
    await server.kill('SIGSTOP');
    await wait(leaseMs * 1.3);
    await server.kill('SIGCONT');
  },
});

const cut = ({ proxies }: Store): Fault => ({
  name: 'connections cut',
  async strike({ chance, history }) {
    history.note({ kind: 'fault', name: 'connections cut' });
    const meant = chance.once(2) ? proxies : [chance.pick(proxies)];
    for (const proxy of meant) proxy.cut();
    await wait(50 + chance.below(400));
    for (const proxy of meant) proxy.mend();
  },
});

const freeze = ({ proxies }: Store): Fault => ({
  name: 'half-open',
  strike({ chance, history }) {
    history.note({ kind: 'fault', name: 'connections half-open' });
    chance.pick(proxies).freeze();
    return Promise.resolve();
  },
});

export const storeFaults = (store: Store): readonly Fault[] => [crash(store), hold(store), cut(store), freeze(store)];
