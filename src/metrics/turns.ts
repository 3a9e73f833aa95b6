/** Turns as they pass: how long each stage takes, and what they came to once they are settled. */
import type { Conversations, Deliveries, Effect, Entry } from '../conversation/index.js';
import { channelOfKey } from '../conversation/index.js';
import type { Clock } from '../base/index.js';
import type { Instruments } from './instruments.js';

/** Returns how many seconds have passed. */
function stopwatch(): () => number {
  const began = performance.now();
  return () => (performance.now() - began) / 1000;
}

function count(instruments: Instruments, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.kind === 'count') instruments.counts.inc({ what: effect.what });
    else if (effect.kind === 'entry') instruments.entries.inc({ outcome: effect.what });
    else if (effect.kind === 'queue') instruments.escalations.inc({ reason: effect.reason });
    else if (effect.kind === 'end' && effect.outcome !== undefined) instruments.ends.inc({ outcome: effect.outcome });
  }
}

/** The same conversations, measured. */
export function measuredConversations(inner: Conversations, instruments: Instruments): Conversations {
  const { turns } = instruments;
  return {
    ...inner,
    async receive(said) {
      const seconds = stopwatch();
      const received = await inner.receive(said);
      turns.observe({ stage: 'receive' }, seconds());
      return received;
    },
    async commit(turn, effects) {
      const seconds = stopwatch();
      const committed = await inner.commit(turn, effects);
      turns.observe({ stage: 'commit' }, seconds());
      if (committed.kind === 'committed') count(instruments, effects);
      return committed;
    },
  };
}

/** The same outbox, measured. */
export function measuredDeliveries(inner: Deliveries, { deliveries, ages, escalations }: Instruments, clock: Clock) {
  const told = (conversation: string, result: string) =>
    deliveries.inc({ channel: channelOfKey(conversation), result });
  return {
    ...inner,
    async sent(lease, seq, leaseMs) {
      const { conversation } = lease;
      const entry: Entry | undefined = lease.entries.find((one) => one.seq === seq);
      if (entry !== undefined && entry.role !== 'customer') {
        told(conversation, 'sent');
        ages.observe({ channel: channelOfKey(conversation) }, Math.max(0, clock.now() - entry.at) / 1000);
      }
      return inner.sent(lease, seq, leaseMs);
    },
    later(lease, tries, pauseMs) {
      if (tries > lease.tries) told(lease.conversation, 'failed');
      return inner.later(lease, tries, pauseMs);
    },
    undelivered(lease, seq, note) {
      told(lease.conversation, 'refused');
      escalations.inc({ reason: 'undelivered' });
      return inner.undelivered(lease, seq, note);
    },
  } satisfies Deliveries;
}
