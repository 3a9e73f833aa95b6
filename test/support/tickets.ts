/** Tickets made at the store, without a customer; and waiting for what the store comes to. */
import type { Effect } from '../../src/conversation/index.js';
import { freshMood } from '../../src/conversation/index.js';
import type { Agent } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';

const opened: readonly Effect[] = [
  { kind: 'open' },
  { kind: 'queue', boostMs: 0, reason: 'asked' },
  { kind: 'remember', memory: { mood: freshMood, failures: 0 } },
];

/** Lets somebody new enter the line; resolves with their conversation. */
export async function enterLine({ conversations }: Store): Promise<string> {
  const conversation = `web-${crypto.randomUUID()}`;
  const customer = { id: `customer of ${conversation}` };
  const heard = await conversations.hear({ conversation, channel: 'web', activity: 'a', customer, text: 'help' });
  if (heard.kind !== 'turn') throw new Error(heard.kind);
  await conversations.settle(heard.turn, opened);
  return conversation;
}

/** An agent whom nobody has met yet. */
export function newAgent(queues: readonly string[] = ['main']): Agent {
  const id = `agent-${crypto.randomUUID()}`;
  return { id, name: `Agent ${id}`, queues };
}

/** Looks again and again until it is so; every look is a round trip, so that nothing spins. */
export async function until(look: () => Promise<boolean>): Promise<void> {
  while (!(await look()));
}
