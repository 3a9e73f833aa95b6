/** Who waits is answered, told their place, let go after asking once, and told once that the rest is kept for the person. */
import { expect } from 'chai';
import { decideTurn } from '../../src/bot/index.js';
import type { Effect, Entry, Memory, Turn } from '../../src/conversation/index.js';
import { aMemory, anEntry, anEpisode, aTurn, knowledge } from '../support/mind.js';

const line = { ahead: 2, agents: 1, pace: 120_000 };
const decide = (text: string, memory: Memory = aMemory(), rest: Partial<Turn> & { value?: string } = {}) =>
  decideTurn(aTurn(text, { episode: anEpisode({ state: 'waiting', memory }), line, ...rest }), knowledge);
const replies = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply] : []));
const words = (effects: readonly Effect[]) => replies(effects).map(({ text }) => text);
const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);
const counted = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'count' ? [effect.what] : []));
const memoryOf = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'remember' ? [effect.memory] : []))[0]!;
const told = (effects: readonly Effect[]): Partial<Turn> => ({
  recent: words(effects).map((text): Entry => anEntry({ role: 'assistant', text, seq: 8 })),
});
const third = /You are third in line|Sie sind an dritter Stelle/;

describe('in the line', () => {
  const questions: readonly (readonly [string, string])[] = [
    ['how long does delivery take', 'delivery-time'],
    ['where is my parcel', 'order-status'],
    ['cancel my order', 'order-cancel'],
    ['stop the order', 'order-cancel'],
    ['how do I return something?', 'return-how'],
    ['wo ist mein Paket?', 'order-status'],
    ['HOW DO I RETURN THIS??', 'return-how'],
    ['can I change the delivery address?', 'delivery-address-change'],
    ['how do I leave a review', 'product-reviews'],
    ['my lamp arrived broken', 'order-damaged'],
  ];
  for (const [text, id] of questions) {
    it(`a question is answered by the assistant, and the place kept: "${text}"`, () => {
      const effects = decide(text);
      expect(replies(effects)[0]).to.include({ faq: id });
      expect(words(effects)[0]).to.match(/This is the assistant.*place|Assistent.*Platz/);
      expect(kinds(effects)).not.to.include.members(['queue']);
      for (const never of ['queue', 'leave-line', 'end', 'rate', 'no-answer'] as const) {
        expect(kinds(effects)).not.to.include(never);
      }
      expect(counted(effects)).not.to.include.oneOf(['asked-ces', 'offers', 'escalations', 'misses']);
    });
  }

  for (const text of [
    'how long?',
    'how long will it take',
    'how long do I have to wait?',
    'how much longer',
    'where am I in the line',
    "what's my place in the queue",
    'how many people are ahead of me',
    'is it my turn soon?',
    'am I next?',
    'when will somebody be here?',
    'hello?',
    'are you still there',
    'thanks',
    'wie lange dauert das noch',
    'wann komme ich dran?',
    'ist da jemand?',
  ]) {
    it(`is told the place, and nothing is added: "${text}"`, () => {
      const effects = decide(text);
      expect(words(effects)[0]).to.match(third).and.not.match(/added/);
      expect(replies(effects)[0]?.faq).to.equal(undefined);
    });
  }

  for (const text of ["never mind, I'm leaving", "I'm leaving now", 'ok I have to go, bye', 'ich gehe jetzt']) {
    it(`lets go at once who plainly leaves: "${text}"`, () => {
      expect(kinds(decide(text)))
        .to.include('leave-line')
        .and.not.include('end');
    });
  }

  for (const text of ['cancel', 'never mind', 'forget it', 'bye', "I don't need help anymore", 'vergiss es']) {
    it(`asks once whether that means leaving: "${text}"`, () => {
      const asked = decide(text);
      expect(kinds(asked)).not.to.include('leave-line');
      expect(replies(asked)[0]?.choices?.map(({ value }) => value)).to.deep.equal(['leave-line', 'stay']);
      const memory = memoryOf(asked);
      for (const yes of ['yes', 'ja', 'Leave the line', text]) {
        expect(kinds(decide(yes, memory)), yes)
          .to.include('leave-line')
          .and.not.include('end');
      }
      for (const no of ['no', 'nein', 'Yes, keep my place']) {
        expect(kinds(decide(no, memory)), no).not.to.include('leave-line');
        expect(words(decide(no, memory))[0], no).to.match(third);
      }
      expect(replies(decide('how long does delivery take', memory))[0]).to.include({ faq: 'delivery-time' });
    });
  }

  for (const text of [
    "I'm leaving a message with my neighbour",
    'I am leaving tomorrow, please hurry',
    'my order number is 40213',
    'it was the blue one',
    'do not cancel anything yet',
    'I want to cancel only one of the two chairs',
    'my mother will be there to take it',
    'the courier said he was leaving',
  ]) {
    it(`is no word for leaving: "${text}"`, () => {
      const effects = decide(text);
      expect(kinds(effects)).not.to.include('leave-line');
      expect(words(effects)[0] ?? '').not.to.match(/Do you want to leave/);
    });
  }

  it('keeps for the person what it cannot answer, and says so once', () => {
    const first = decide('my order number is 40213');
    expect(words(first)[0]).to.match(/I have added that for the person who joins\. You are third in line/);
    const second = decide('and it was the blue one', memoryOf(first), told(first));
    expect(words(second)).to.deep.equal([]);
    expect(words(decide('how long?', memoryOf(first), told(first)))[0]).to.match(third);
    expect(words(decide('this is taking forever!!', memoryOf(first), told(first)))[0]).to.match(third);
    const earlier = told(first).recent!.map((entry) => ({ ...entry, at: 1 }));
    expect(words(decide('it was the blue one', aMemory(), { recent: earlier }))[0]).to.match(/added/);
  });

  it('does not give the same answer twice', () => {
    const first = decide('how long does delivery take');
    const again = decide('how long does delivery take', memoryOf(first));
    expect(replies(again)[0]?.faq).to.equal(undefined);
  });

  it('ends solved, and not as given up, who has read enough and says so twice', () => {
    const answered = memoryOf(decide('how long does delivery take'));
    const asked = decide('That answers it', answered);
    expect(kinds(asked)).not.to.include('end');
    expect(kinds(decide('no', memoryOf(asked)))).not.to.include('end');
    const left = decide('yes', memoryOf(asked));
    expect(left.find(({ kind }) => kind === 'end')).to.include({ outcome: 'solved' });
    expect(kinds(left)).not.to.include('leave-line');
    expect(kinds(decide('thanks', answered))).not.to.include('end');
  });

  it('comes after danger, and after a message that is being left', () => {
    expect(kinds(decide('my lamp is on fire, how do I return it'))).to.include('raise');
    const message = aMemory({ place: { flow: 'waiting', step: 'message' } });
    expect(replies(decide('how long does delivery take', message))[0]?.faq).to.equal(undefined);
  });

  it('says so when nobody is at the desk', () => {
    const nobody = { line: { ...line, agents: 0 } };
    expect(words(decide('how long?', aMemory(), nobody))[0]).to.match(/Nobody is at the desk.*third/);
  });
});
