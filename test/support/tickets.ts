/** Tickets made at the store, without a customer, and claims that take their time. */
import { randomIds } from '../../src/base/index.js';
import type { Effect } from '../../src/conversation/index.js';
import { freshMood } from '../../src/conversation/index.js';
import type { Agent } from '../../src/queue/index.js';
import type { ClaimContext } from '../../src/store/claim.js';
import type { Connection } from '../../src/store/connection.js';
import type { Store } from '../../src/store/index.js';
import { keys, shardNames } from '../../src/store/keys.js';
import { createRun, type Run } from '../../src/store/run.js';
import { createSeats } from '../../src/store/seats.js';

/** What an agent says who has read everything, and closes it without an answer on purpose. */
export const readAll = { seen: 1_000_000_000, why: { reason: 'other' } } as const;

/** The same of who has read the customer's one message: to say that more was read than is written is refused. */
export const readOne = { seen: 1, why: readAll.why } as const;

const opened = (boostMs: number): readonly Effect[] => [
  { kind: 'open' },
  { kind: 'queue', boostMs, reason: 'asked' },
  { kind: 'remember', memory: { mood: freshMood, failures: 0 } },
];

/** Lets somebody new enter the line; resolves with their conversation. */
export async function enterLine({ conversations }: Store, boostMs = 0): Promise<string> {
  const conversation = `web-${crypto.randomUUID()}`;
  const customer = { id: `customer of ${conversation}` };
  const heard = await conversations.receive({ conversation, channel: 'web', activity: 'a', customer, text: 'help' });
  if (heard.kind !== 'turn') throw new Error(heard.kind);
  await conversations.commit(heard.turn, opened(boostMs));
  return conversation;
}

/** An agent whom nobody has met yet. */
export function newAgent(queues: readonly string[] = ['main']): Agent {
  const id = `agent-${crypto.randomUUID()}`;
  return { id, name: `Agent ${id}`, queues };
}

/** Claims as the store makes them, over a connection of their own. */
export async function claimsOver(connection: Connection, capacity: number, leaseMs = 60_000): Promise<ClaimContext> {
  const { redis } = connection;
  const shards = Number(await redis.get(keys.shards));
  const [run, names] = [createRun(connection), shardNames(shards)];
  const seats = createSeats({ redis, run, ids: randomIds, names, leaseMs });
  return { redis, run, names, shards, seats, capacity, leaseMs };
}

function createGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), opened };
}

/** The same claims, held up before a script `is` run, until they are let `go`. */
export function heldUp(context: ClaimContext, is: (...asked: Parameters<Run>) => boolean) {
  const [reached, gate] = [createGate(), createGate()];
  const run: Run = async (name, shard, asked) => {
    if (is(name, shard, asked)) {
      reached.open();
      await gate.opened;
    }
    return context.run(name, shard, asked);
  };
  const seats = createSeats({ ...context, run, ids: randomIds });
  return { slow: { ...context, run, seats }, reached: reached.opened, go: gate.open };
}
