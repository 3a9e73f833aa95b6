/** A ticket with an agent who is about to let go of it, and what was told of that. */
import type { Effect } from '../../src/conversation/index.js';
import type { Agent, Why } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { enterLine, newAgent } from './tickets.js';

const notice = { text: 'gone' };
const end: Effect = { kind: 'end', notice: { text: 'closed' } };
export const actions = ['close', 'hand-back', 'release'] as const;
export type Action = (typeof actions)[number];

export interface Taken {
  readonly conversation: string;
  readonly agent: Agent;
  readonly epoch: number;
}

export async function claimed(
  store: Store,
  agent: Agent,
  asked: { conversation: string; force?: boolean },
): Promise<Taken> {
  const { conversation, force = false } = asked;
  const claim = await store.queue.claim({ agent, token: crypto.randomUUID(), conversation, notice, force });
  if (claim.kind !== 'claimed') throw new Error(claim.kind);
  return { conversation, agent, epoch: claim.epoch };
}

export async function answered(store: Store, agent = newAgent()): Promise<Taken> {
  const taken = await claimed(store, agent, { conversation: await enterLine(store) });
  await store.queue.speak({ ...taken, id: crypto.randomUUID(), text: 'It is on its way.', note: false });
  return taken;
}

interface How {
  /** Not at once; so it is when nothing is said. */
  readonly undo?: boolean;
  readonly queue?: string;
  readonly why?: Why;
}

export async function letGo(store: Store, taken: Taken & How, action: Action) {
  const seen = (await store.queue.ticket(taken.conversation))?.seq ?? 0;
  const { queue, why, ...rest } = taken;
  const base = { undo: true, ...rest, seen, notice: action === 'close' ? { text: '' } : notice };
  if (action === 'release') return store.queue.release({ ...base, action, ...(queue === undefined ? {} : { queue }) });
  if (action === 'hand-back') return store.queue.release({ ...base, action, effects: [] });
  return store.queue.release({ ...base, action, effects: [end], ...(why === undefined ? {} : { why }) });
}

export async function writes(store: Store, conversation: string): Promise<void> {
  const said = { conversation, channel: 'web', activity: crypto.randomUUID(), text: 'wait' } as const;
  const heard = await store.conversations.receive({ ...said, customer: { id: `customer of ${conversation}` } });
  if (heard.kind === 'turn') await store.conversations.commit(heard.turn, []);
}

export const texts = async (store: Store, conversation: string) =>
  (await store.conversations.entries(conversation, 0)).map(({ text }) => text);
/** How often they were told that it is let go of. */
export const told = async (store: Store, conversation: string) =>
  (await texts(store, conversation)).filter((text) => text === 'gone' || text === 'closed').length;
