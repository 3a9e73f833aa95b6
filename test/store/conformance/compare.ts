/** Walks two sides at once: every answer must be the same, to the letter of every error. */
import { expect } from 'chai';
import { createChance } from './chance.js';
import type { Side } from './side.js';
import { createWalk } from './walk.js';

type Answer = { readonly value: unknown } | { readonly fault: string };

const why = (fault: unknown): string =>
  fault instanceof Error ? [fault.message, ...(fault.cause === undefined ? [] : [why(fault.cause)])].join(': ') : '?';

async function answerOf(asked: Promise<unknown>): Promise<Answer> {
  try {
    return { value: await asked };
  } catch (fault) {
    return { fault: why(fault) };
  }
}

/** What kind of answer it was, for the count of what the walk came by. */
function kindOf(answer: Answer): string {
  if ('fault' in answer) return 'fault';
  const { value } = answer;
  if (typeof value === 'object' && value !== null && 'kind' in value) return String(value.kind);
  return value === undefined || (Array.isArray(value) && value.length === 0) ? 'nothing' : 'something';
}

export interface Course {
  readonly calls: number;
  readonly seed: number;
  /** Microseconds since 1970. */
  readonly start: number;
}

export interface Walked {
  /** How often each call met each kind of answer. */
  readonly met: ReadonlyMap<string, number>;
  /** Laws that the answers broke, on both sides alike. */
  readonly broken: readonly string[];
}

/** Throws at the first answer that differs. */
export async function compare(sides: readonly [Side, Side], course: Course): Promise<Walked> {
  const walk = createWalk(createChance(course.seed), course.start);
  const met = new Map<string, number>();
  for (let n = 1; n <= course.calls; n += 1) {
    const call = walk.next();
    const [one, other] = await Promise.all(
      sides.map(async (side) => {
        const told = side.set(walk.now());
        const answer = await answerOf(call.make(side));
        await told;
        return answer;
      }),
    );
    if (!one) throw new Error('there are two sides');
    expect(other, `call ${n} of seed ${course.seed}: ${call.name}`).to.deep.equal(one);
    const kind = `${call.name}: ${kindOf(one)}`;
    met.set(kind, (met.get(kind) ?? 0) + 1);
  }
  return { met, broken: walk.broken };
}
