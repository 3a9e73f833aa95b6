/** What an agent may do next. Add a line to have it done under fire. */
import type { MoveBody } from '../../../src/desk/contract.js';
import type { Chance } from '../../store/conformance/chance.js';
import type { Feed } from './feed.js';

export interface Held {
  readonly conversation: string;
  readonly epoch: number;
}

/** What a move may do. */
export interface Hands {
  readonly chance: Chance;
  readonly feed: Feed;
  /** The next in line; or that ticket; or, for supervisors, that ticket, whoever holds it. */
  claim(ticket?: string, takeOver?: boolean): Promise<void>;
  say(held: Held, note?: boolean): Promise<void>;
  letGo(held: Held, action: MoveBody['action'], force?: boolean): Promise<void>;
  /** To a colleague, or to another queue. */
  pass(held: Held, to: { readonly to: string } | { readonly queue: string }): Promise<void>;
  /** What they closed last goes on. */
  reopen(): Promise<void>;
  /** No heartbeat for longer than the lease. */
  sleep(): Promise<void>;
  present(state: 'here' | 'away'): Promise<void>;
}

interface AgentMove {
  readonly weight: number;
  readonly needsTicket: boolean;
  readonly act: (hands: Hands, held: Held) => Promise<void>;
}

/** As in http/people.ts. */
export const supervisor = 'sam';
export const agentIds: readonly string[] = ['ana', 'ben', 'chloe', supervisor];
/** As in dialogs/hours.yaml. */
const queues = ['main', 'returns', 'orders'];

export const agentMoves: readonly AgentMove[] = [
  { weight: 10, needsTicket: false, act: (hands) => hands.claim() },
  { weight: 3, needsTicket: false, act: (hands) => hands.claim(hands.feed.waiting()[0]) },
  { weight: 1, needsTicket: false, act: (hands) => hands.present('away') },
  { weight: 12, needsTicket: true, act: (hands, held) => hands.say(held) },
  { weight: 3, needsTicket: true, act: (hands, held) => hands.say(held, true) },
  { weight: 8, needsTicket: true, act: (hands, held) => hands.letGo(held, 'close') },
  { weight: 2, needsTicket: false, act: (hands) => hands.reopen() },
  { weight: 3, needsTicket: true, act: (hands, held) => hands.letGo(held, 'hand-back') },
  { weight: 3, needsTicket: true, act: (hands, held) => hands.letGo(held, 'release') },
  { weight: 3, needsTicket: true, act: (hands, held) => hands.pass(held, { to: hands.chance.pick(agentIds) }) },
  { weight: 2, needsTicket: true, act: (hands, held) => hands.pass(held, { queue: hands.chance.pick(queues) }) },
  {
    weight: 1,
    needsTicket: true,
    async act(hands, held) {
      await hands.sleep();
      await hands.say(held);
      await hands.letGo(held, hands.chance.pick(['close', 'hand-back', 'release']));
    },
  },
];

/** What a supervisor also does, to tickets of others. */
export const supervisorMoves: readonly AgentMove[] = [
  {
    weight: 4,
    needsTicket: false,
    act: (hands) => onSome(hands, ({ conversation }) => hands.claim(conversation, true)),
  },
  { weight: 1, needsTicket: false, act: (hands) => onSome(hands, (held) => hands.letGo(held, 'close', true)) },
  { weight: 1, needsTicket: false, act: (hands) => onSome(hands, (held) => hands.letGo(held, 'release', true)) },
];

async function onSome({ feed, chance }: Hands, act: (held: Held) => Promise<void>): Promise<void> {
  const shown = feed.shown();
  const row = shown[chance.below(shown.length)];
  if (row !== undefined) await act({ conversation: row.id, epoch: row.epoch });
}
