/** The trade between calling calm people and missing unhappy ones: what other bars would have done on labelled conversations. */
import type { Policy } from './policy.js';
import { type PastConversation, replay, tally } from './replay.js';

type Read = Parameters<typeof replay>[1];

export interface CurvePoint {
  /** The points at which a person is offered. */
  readonly offer: number;
  /** Shares of the labelled conversations of each kind, 0..1; `undefined` where there are none. */
  readonly calmCalled?: number;
  readonly unhappyMissed?: number;
}

/** Feelings do not depend on the policy: each message is read once, whatever the number of bars. */
function remembering(read: Read): (conversation: string) => Read {
  const known = new Map<string, ReturnType<Read>>();
  return (conversation) => (text, before) => {
    const key = `${conversation}\0${before.customer.length}\0${text}`;
    const found = known.get(key) ?? read(text, before);
    known.set(key, found);
    return found;
  };
}

const share = (part: number | undefined, whole: number): number | undefined =>
  part === undefined || whole === 0 ? undefined : part / whole;

/** One point for each bar, in rising order of the bars given; conversations without a label say nothing. */
export function curve(
  policy: Policy,
  { read, bars }: { readonly read: Read; readonly bars: readonly number[] },
  log: readonly PastConversation[],
): readonly CurvePoint[] {
  const labelled = log.filter(({ label }) => label !== undefined);
  const unhappy = labelled.filter(({ label }) => label === true).length;
  const reading = remembering(read);
  return bars.map((offer) => {
    const rules = { ...policy, bars: { ...policy.bars, offer } };
    const done = labelled.map((past, i) => replay(rules, reading(String(i)), past));
    const { falseAlarms, missed } = tally(labelled, done);
    const [calmCalled, unhappyMissed] = [share(falseAlarms, labelled.length - unhappy), share(missed, unhappy)];
    return {
      offer,
      ...(calmCalled === undefined ? {} : { calmCalled }),
      ...(unhappyMissed === undefined ? {} : { unhappyMissed }),
    };
  });
}
