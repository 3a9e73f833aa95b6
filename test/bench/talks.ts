/** Conversations for the benches of the store, over its own ports: what a turn does, without deciding it. */
import { randomIds } from '../../src/base/index.js';
import { type Effect, freshMood } from '../../src/conversation/index.js';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.js';
import { quiet } from '../support/stores.js';
import { readAll } from '../support/tickets.js';

export const text = 'x'.repeat(100);
const memory = { mood: freshMood, failures: 0 };
const say: Effect = { kind: 'say', reply: { text } };
const began: readonly Effect[] = [{ kind: 'open' }, say, { kind: 'remember', memory }];
const went: readonly Effect[] = [say, { kind: 'remember', memory }];
const escalated: readonly Effect[] = [{ kind: 'open' }, { kind: 'queue', boostMs: 0, reason: 'asked' }, say];

export function openBench(path: string, menus: StoreOptions['menus'] = {}): Promise<Store> {
  const config = {
    REDIS_URL: `unix://${path}`,
    DATA_DIR: '',
    DATA_SYNC: 'everysec' as const,
    SHARDS: 1,
    RETENTION_DAYS: 30,
    AGENT_CAPACITY: 1_000_000,
  };
  return openStore({ config, log: quiet, ids: randomIds, menus });
}

async function turn({ conversations }: Store, id: string, effects: readonly Effect[]): Promise<void> {
  const said = { conversation: id, channel: 'web' as const, customer: { id: `u-${id}` }, text };
  const heard = await conversations.receive({ ...said, activity: randomIds.next() });
  if (heard.kind === 'turn') await conversations.commit(heard.turn, effects);
}

export const firstTurn = (store: Store, id: string): Promise<void> => turn(store, id, began);
export const nextTurn = (store: Store, id: string): Promise<void> => turn(store, id, went);
export const enterLine = (store: Store, id: string): Promise<void> => turn(store, id, escalated);

const agent = (n: number) => ({ id: `agent${n % 500}`, name: 'Ana', queues: ['main'] });
const joined = { text: 'Ana joined', mark: 'joined' } as const;

/** Takes the head of the line; returns the ticket. */
export async function claimNext(store: Store, n: number) {
  const claimed = await store.queue.claim({ agent: agent(n), token: randomIds.next(), notice: joined });
  if (claimed.kind !== 'claimed') throw new Error(`claim: ${claimed.kind}`);
  return claimed;
}

/** Ends what the claim of the same number gave. */
export async function close(store: Store, n: number, claimed: Awaited<ReturnType<typeof claimNext>>): Promise<void> {
  const { conversation, epoch } = claimed;
  const effects: readonly Effect[] = [{ kind: 'end', outcome: 'helped' }];
  const notice = { text: '' };
  await store.queue.release({ ...readAll, conversation, agent: agent(n), epoch, action: 'close', notice, effects });
}
