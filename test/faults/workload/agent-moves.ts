/** What an agent may do next. Add a line to have it done under fire. */
import type { Hands, Held } from './agent.js';

interface AgentMove {
  readonly weight: number;
  readonly needsTicket: boolean;
  readonly act: (hands: Hands, held: Held) => Promise<void>;
}

export const agentMoves: readonly AgentMove[] = [
  { weight: 10, needsTicket: false, act: (hands) => hands.claim() },
  { weight: 3, needsTicket: false, act: (hands) => hands.claim(hands.feed.waiting()[0]) },
  { weight: 1, needsTicket: false, act: (hands) => hands.present('away') },
  { weight: 12, needsTicket: true, act: (hands, held) => hands.say(held) },
  { weight: 3, needsTicket: true, act: (hands, held) => hands.say(held, true) },
  { weight: 8, needsTicket: true, act: (hands, held) => hands.letGo(held, 'close') },
  { weight: 3, needsTicket: true, act: (hands, held) => hands.letGo(held, 'hand-back') },
  { weight: 3, needsTicket: true, act: (hands, held) => hands.letGo(held, 'release') },
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
