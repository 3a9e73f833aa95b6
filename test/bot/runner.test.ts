/** Turns are run to their end: decided anew when they must be, never without a bound, and never put off without a word. */
import { expect } from 'chai';
import { pino } from 'pino';
import { noTracer } from '../../src/base/index.js';
import { createRunner } from '../../src/bot/runner.js';
import type { Committed, Turn } from '../../src/conversation/index.js';
import { aTurn } from '../support/mind.js';

/** A store that answers as it is told to, one commit after the other; and what it was asked. */
function setUp(answers: readonly ((turn: Turn) => Committed | Promise<Committed>)[]) {
  const asked: Turn[] = [];
  const logged: string[] = [];
  const settled: number[] = [];
  const runner = createRunner({
    conversations: {
      commit: async (turn) => {
        asked.push(turn);
        const answer = answers[Math.min(asked.length, answers.length) - 1];
        if (answer === undefined) throw new Error('nothing to answer');
        return answer(turn);
      },
    },
    decide: () => [],
    tracer: noTracer,
    heard: { take: () => undefined },
    settled: ({ seq }) => void settled.push(seq),
    log: pino({ level: 'warn' }, { write: (line) => void logged.push((JSON.parse(line) as { msg: string }).msg) }),
  });
  return { runner, asked, logged, settled };
}

const committed = (next?: Turn) => (): Committed => ({ kind: 'committed', ...(next === undefined ? {} : { next }) });
const moved = (turn: Turn): Committed => ({ kind: 'moved', turn });
const fenced = (): Committed => ({ kind: 'fenced' });
const usual = { moved: 0, slow: 0, putOff: 0, unsettled: 0 };

describe('a runner of turns', () => {
  it('goes on with what came in meanwhile, for as long as there is something', async () => {
    const chain = Array.from({ length: 12 }, (_, n) => committed(aTurn('next', { seq: n + 10 })));
    const { runner, asked } = setUp([...chain, committed()]);
    runner.start(aTurn('first'));
    await runner.idle();
    expect(asked.map(({ seq }) => seq)).to.deep.equal([9, ...chain.map((_, n) => n + 10)]);
    expect(runner.counts()).to.deep.equal(usual);
  });

  it('decides anew when the ticket changed hands, five times at most, and then says that it is put off', async () => {
    const { runner, asked, logged } = setUp([moved]);
    runner.start(aTurn('hello'));
    await runner.idle();
    expect(asked).to.have.length(5);
    expect(runner.counts()).to.deep.equal({ ...usual, moved: 5, putOff: 1 });
    expect(logged).to.deep.equal(['turn put off; it stays owed']);
  });

  it('counts tries anew for every turn', async () => {
    const four = [moved, moved, moved, moved];
    const { runner } = setUp([...four, committed(aTurn('next', { seq: 10 })), ...four, committed()]);
    runner.start(aTurn('hello'));
    await runner.idle();
    expect(runner.counts()).to.deep.equal({ ...usual, moved: 8 });
  });

  it('stops when another process has taken the turn over', async () => {
    const { runner, asked, logged } = setUp([fenced]);
    runner.start(aTurn('hello'));
    await runner.idle();
    expect(asked).to.have.length(1);
    expect(logged).to.deep.equal([]);
  });

  it('goes on with the new lane when it was this very process, and decides nothing twice at once', async () => {
    let late: (committed: Committed) => void = () => undefined;
    const slow = () => new Promise<Committed>((resolve) => (late = resolve));
    const { runner, asked } = setUp([slow, committed()]);
    runner.start(aTurn('hello', { turnLease: 1 }));
    const taken = runner.takeOver([aTurn('hello', { turnLease: 2 })]);
    expect(asked.map(({ turnLease }) => turnLease)).to.deep.equal([1]);
    late({ kind: 'fenced' });
    await taken;
    expect(asked.map(({ turnLease }) => turnLease)).to.deep.equal([1, 2]);
    expect(runner.counts()).to.deep.equal({ ...usual, slow: 1 });
  });

  it('says when the store failed, and ends the others all the same', async () => {
    const failing = () => Promise.reject(new Error('away'));
    const { runner, asked, logged } = setUp([failing, committed()]);
    await runner.takeOver([aTurn('one'), { ...aTurn('two'), said: { ...aTurn('two').said, conversation: 'web-2' } }]);
    expect(asked).to.have.length(2);
    expect(runner.counts()).to.deep.equal({ ...usual, unsettled: 1 });
    expect(logged).to.deep.equal(['turn not settled; it stays owed']);
  });
});
