import { expect } from 'chai';
import { decideTurn } from '../../src/bot/index.js';
import type { Effect, Memory, Turn } from '../../src/conversation/index.js';
import { aMemory, anEpisode, aTurn, knowledge, unclear } from '../support/mind.js';

const decide = (turn: Turn) => decideTurn(turn, knowledge);
const entryOutcomes = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'entry' ? [`${effect.what} ${effect.id}`] : []));
const missed = (effects: readonly Effect[]) =>
  effects.flatMap((effect) =>
    effect.kind === 'say' && effect.reply.missed !== undefined ? [effect.reply.missed] : [],
  );
const memoryOf = (effects: readonly Effect[]): Memory =>
  effects.flatMap((effect) => (effect.kind === 'remember' ? [effect.memory] : []))[0] ?? aMemory();
const after = (effects: readonly Effect[]) => ({ episode: anEpisode({ memory: memoryOf(effects) }), seq: 11 });

describe('what becomes of an entry', () => {
  const answered = decide(aTurn('how long does delivery take'));

  it('is told when it is shown, with the version of the base', () => {
    expect(entryOutcomes(answered)).to.deep.equal(['shown delivery-time']);
    const reply = answered.find((effect) => effect.kind === 'say')?.reply;
    expect(reply?.base).to.equal(knowledge.faq.version);
  });

  it('is told when it solved the question, and when it did not', () => {
    const solved = decide(aTurn('That answers it', { value: 'solved', ...after(answered) }));
    expect(entryOutcomes(solved)).to.deep.equal(['solved delivery-time']);
    const unsolved = decide(aTurn('Not what I need', { value: 'not-solved', ...after(answered) }));
    expect(entryOutcomes(unsolved)).to.deep.equal(['unsolved delivery-time']);
    expect(missed(unsolved)).to.deep.equal([9]);
  });

  it('is told when it is asked for again, because it did not help', () => {
    const again = decide(aTurn('how long does delivery take', after(answered)));
    expect(entryOutcomes(again)).to.deep.equal(['unsolved delivery-time']);
    expect(missed(again)).to.deep.equal([11]);
  });

  it('is told for each entry that is offered; the question of "none of these" is the one before', () => {
    const asked = decide(aTurn(unclear.text));
    expect(entryOutcomes(asked)).to.deep.equal(unclear.entries.map(({ id }) => `clarified ${id}`));
    const none = decide(aTurn('None of these', { value: 'none', ...after(asked) }));
    expect(missed(none)).to.deep.equal([9]);
    const [first] = unclear.entries;
    const picked = decide(aTurn(first!.title, { value: `faq:${first!.id}`, ...after(asked) }));
    expect(entryOutcomes(picked)).to.deep.equal([`shown ${first!.id}`]);
    expect(memoryOf(picked).asked).to.equal(9);
  });

  it('is nothing for a question without an answer, which is marked to be found again', () => {
    for (const failures of [0, 2]) {
      const memory = aMemory({ failures });
      const effects = decide(aTurn('how many moons does jupiter have', { episode: anEpisode({ memory }) }));
      expect(entryOutcomes(effects)).to.deep.equal([]);
      expect(missed(effects)).to.deep.equal([9]);
    }
  });
});
