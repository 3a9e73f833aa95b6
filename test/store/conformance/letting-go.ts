/** How an agent may let go of a ticket. */
import { closeReasonNames, type Effect, type Reply } from '../../../src/conversation/index.js';
import type { Holder, Release, Reopen } from '../../../src/queue/index.js';
import type { Chance } from './chance.js';
import { texts } from './effects.js';
import { queues } from './team.js';

interface Holding {
  readonly conversation: string;
  readonly agent: Holder;
  readonly epoch: number;
}

/** How far they have read: mostly all of it. */
export const drawSeen = (chance: Chance): number => (chance.once(3) ? chance.below(12) : 1_000_000);

export function drawRelease(chance: Chance, holding: Holding, notice: Reply): Release {
  const base = {
    ...holding,
    seen: drawSeen(chance),
    notice: chance.once(3) ? { text: '' } : notice,
    force: chance.once(6),
    undo: chance.once(2),
  };
  const action = chance.pick(['release', 'hand-back', 'close'] as const);
  switch (action) {
    case 'release':
      return { ...base, action, ...(chance.once(2) ? { queue: chance.pick(queues) } : {}) };
    case 'hand-back':
      return { ...base, action, effects: [{ kind: 'say', reply: { text: 'back' } }] };
    case 'close': {
      const why = { reason: chance.pick(closeReasonNames), words: chance.pick(texts) };
      const effects: readonly Effect[] = [{ kind: 'end' }];
      return { ...base, action, effects, ...(chance.once(4) ? {} : { why }) };
    }
  }
}

/** One of the first episodes, mostly by a supervisor. */
export function drawReopen(
  chance: Chance,
  { conversation, agent, epoch }: Holding,
  wish: Pick<Reopen, 'token' | 'notice'>,
): Reopen {
  const told = { asked: 'asked before', scored: 'scored before' };
  const known = { episode: 1 + chance.below(3), epoch: epoch + (chance.once(6) ? 0 : 1), seen: drawSeen(chance) };
  return { ...wish, ...known, conversation, agent, told, force: !chance.once(4) };
}
