/** What a process may say of post that it holds, or held. */
import type { DeliveryLease } from '../../../src/conversation/index.js';
import type { Chance } from './chance.js';
import { texts } from './effects.js';
import type { Side } from './side.js';

export function drawReport(post: DeliveryLease, chance: Chance): (side: Side) => Promise<unknown> {
  const { seq } = chance.pick(post.entries);
  const note = { text: chance.pick(texts), mark: 'undelivered', about: seq } as const;
  return chance.pick<(side: Side) => Promise<unknown>>([
    (side) => side.deliveries.sent(post, seq, 20_000),
    (side) => side.deliveries.later(post, post.tries + 1, 5000),
    (side) => side.deliveries.undelivered(post, seq, { note, leaseMs: 20_000 }),
  ]);
}
