/** Cases that an agent has closed, made at the store. */
import type { Effect } from '../../src/conversation/index.js';
import type { Agent, Reopen, Reopened } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { enterLine, newAgent, readAll } from './tickets.js';

export const reopened = { text: 'reopened', mark: 'reopened', by: 'Ana' } as const;
export const told = { asked: 'reopened, asked before', scored: 'reopened, scored before' } as const;
const survey: readonly Effect[] = [
  { kind: 'say', reply: { text: 'how easy?', form: 'scale' } },
  { kind: 'count', what: 'asked-ces' },
];
const ends: Effect = { kind: 'end', notice: { text: 'closed' } };

export interface Case {
  readonly conversation: string;
  readonly agent: Agent;
  readonly epoch: number;
}

export function createCases(store: () => Store) {
  async function claimed(agent: Agent, conversation: string, force = false): Promise<number> {
    const wish = { agent, token: crypto.randomUUID(), conversation, notice: { text: 'joined' }, force };
    const claim = await store().queue.claim(wish);
    if (claim.kind !== 'claimed') throw new Error(claim.kind);
    return claim.epoch;
  }
  const speak = (held: Case) =>
    store().queue.speak({ ...held, id: crypto.randomUUID(), text: 'on its way', note: false });
  const close = async (held: Case, undo = false) => {
    const { seq: seen = 0, owed = false, asked } = (await store().queue.ticket(held.conversation)) ?? {};
    const what = { ...held, seen, undo, effects: asked ? [ends] : [ends, ...survey], notice: { text: '' } };
    return store().queue.release({ ...what, action: 'close', ...(owed && { why: readAll.why }) });
  };
  async function spared(): Promise<Case> {
    const [agent, conversation] = [newAgent(), await enterLine(store())];
    const held = { conversation, agent, epoch: await claimed(agent, conversation) };
    await speak(held);
    const { seq: seen = 0 } = (await store().queue.ticket(conversation)) ?? {};
    await store().queue.release({ ...held, seen, effects: [ends], notice: { text: '' }, action: 'close' });
    return held;
  }
  async function solved(agent = newAgent()): Promise<Case> {
    const conversation = await enterLine(store());
    const held = { conversation, agent, epoch: await claimed(agent, conversation) };
    await speak(held);
    await close(held);
    return held;
  }
  /** As it is shown to who looks for it now, or as if it were (`rest`). */
  async function reopen(closed: Case, rest: Partial<Reopen> = {}): Promise<Reopened> {
    const { epoch = 0, seq: seen = 0 } = (await store().queue.closedOne(closed.conversation, 1)) ?? {};
    const wish = { ...closed, episode: 1, epoch, seen, token: crypto.randomUUID(), notice: reopened, told };
    return store().queue.reopen({ ...wish, ...rest });
  }
  async function again(closed: Case, rest: Partial<Reopen> = {}): Promise<Case> {
    const back = await reopen(closed, rest);
    if (back.kind !== 'reopened') throw new Error(back.kind);
    return { ...closed, epoch: back.epoch };
  }
  async function writes(conversation: string, effects: readonly Effect[], id = conversation): Promise<void> {
    const said = { conversation, channel: 'web', activity: crypto.randomUUID(), text: 'a word' } as const;
    const heard = await store().conversations.receive({ ...said, customer: { id: `customer of ${id}` } });
    if (heard.kind === 'turn') await store().conversations.commit(heard.turn, effects);
  }
  return { claimed, speak, close, solved, spared, reopen, again, writes };
}
