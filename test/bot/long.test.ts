/** A message of any length: kept whole for people, thought about up to one stated length, told when that took long. */
import { expect } from 'chai';
import { pino } from 'pino';
import { mostThought } from '../../src/base/index.js';
import { createAssistant, decideTurn } from '../../src/bot/index.js';
import type { Effect, Turn } from '../../src/conversation/index.js';
import { shapeOf } from '../../src/bot/thinkable.js';
import { aMemory, anEntry, anEpisode, aTurn, knowledge } from '../support/mind.js';

const long = (end: string) => `${'I looked around the shop. '.repeat(400)}${end}`;
const secret = 'Zoltana Quirkname';

describe('a very long message', () => {
  it('is not answered from the FAQ, and its end is heard', () => {
    const effects = decideTurn(aTurn(long('I want to speak to a real person!')), knowledge);
    expect(effects.map(({ kind }) => kind)).to.include('queue');
    const asked = decideTurn(aTurn(long('how long does delivery take?')), knowledge);
    const said = asked.flatMap((effect) => (effect.kind === 'say' ? [effect.reply.text] : []));
    expect(said.join()).to.include(knowledge.speech('en')('too-long'));
  });

  it('is kept whole where it is a comment', () => {
    const memory = aMemory({ place: { flow: 'survey', step: 'comment' } });
    const recent = [anEntry({ at: 4000, role: 'assistant', text: 'Anything that made it easy or hard?' })];
    const text = long('fine.');
    const effects = decideTurn(aTurn(text, { episode: anEpisode({ state: 'closed', memory }), recent }), knowledge);
    expect(effects.find(({ kind }) => kind === 'comment')).to.deep.equal({ kind: 'comment', text });
  });

  it('shows nothing that thinks more than the stated length, of what came before neither', () => {
    const seen: number[] = [];
    const reader = {
      ...knowledge.reader,
      read: (...[text, before]: Parameters<typeof knowledge.reader.read>) => {
        seen.push(text.length, before?.assistant?.length ?? 0, ...(before?.customer ?? []).map(({ length }) => length));
        return knowledge.reader.read(text, before);
      },
    };
    const recent = [anEntry({ text: long('') }), anEntry({ role: 'assistant', text: long('?') })];
    decideTurn(aTurn(long(''), { recent, episode: anEpisode() }), { ...knowledge, reader });
    expect(seen.length).to.be.at.least(3);
    expect(Math.max(...seen)).to.be.within(mostThought - 2, mostThought);
  });
});

describe('a message that takes long to think about', () => {
  it('is logged with its shape, never with its words', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    let now = 0;
    const clock = { now: () => (now += 51) };
    const committed: (readonly Effect[])[] = [];
    const turn = aTurn(`${secret} 4111111111111111!!!`);
    const conversations = {
      receive: () => Promise.resolve({ kind: 'turn' as const, seq: 9, turn }),
      commit: (_: Turn, effects: readonly Effect[]) => {
        committed.push(effects);
        return Promise.resolve({ kind: 'committed' as const });
      },
    } as unknown as Parameters<typeof createAssistant>[0]['conversations'];
    const assistant = createAssistant({ conversations, knowledge, log, clock });
    await assistant.receive({ ...turn.said, activity: 'a' });
    await assistant.idle();
    expect(committed).to.have.length(1);
    const told = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(({ shape }) => shape !== undefined);
    expect(told?.['shape']).to.include({ length: 37, digits: 16, spaces: 2, punctuation: 3, longestRun: 15 });
    expect(lines.join()).not.to.match(/Zoltana|4111/);
  });

  it('has a shape of lengths, kinds of signs and runs', () => {
    const turn = aTurn('aaab  1!', { value: 'xyz', recent: [anEntry({ text: 'four' }), anEntry({ text: 'six' })] });
    const kinds = { letters: 4, digits: 1, spaces: 2, marks: 0, punctuation: 1, symbols: 0, hidden: 0 };
    expect(shapeOf(turn)).to.deep.equal({ length: 8, ...kinds, distinct: 5, longestRun: 3, choice: 3, before: 7 });
    expect(shapeOf(aTurn('abb'))).to.include({ longestRun: 2, choice: 0, before: 0 });
    expect(shapeOf(aTurn('ab'))).to.include({ longestRun: 1 });
    expect(shapeOf(aTurn(''))).to.include({ longestRun: 0, length: 0 });
  });

  for (const [ms, long] of [
    [50, false],
    [51, true],
  ] as const) {
    it(`${long ? 'is' : 'is not'} told of after ${ms} milliseconds`, async () => {
      const lines: string[] = [];
      const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
      let now = 0;
      const clock = { now: () => (now += ms) };
      const turn = aTurn('hello');
      const conversations = {
        receive: () => Promise.resolve({ kind: 'turn' as const, seq: 9, turn }),
        commit: () => Promise.resolve({ kind: 'committed' as const }),
      } as unknown as Parameters<typeof createAssistant>[0]['conversations'];
      const assistant = createAssistant({ conversations, knowledge, log, clock });
      await assistant.receive({ ...turn.said, activity: 'a' });
      await assistant.idle();
      expect(lines).to.have.length(long ? 1 : 0);
    });
  }
});
