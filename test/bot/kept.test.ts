/** What a turn knows of what was before, what it keeps for the next, and what an episode cost at its end. */
import { expect } from 'chai';
import { decideTurn, type Knowledge } from '../../src/bot/index.js';
import type { Effect, Memory, Turn } from '../../src/conversation/index.js';
import { aMemory, anEntry, anEpisode, aTurn, knowledge, unclear } from '../support/mind.js';

const decide = (turn: Turn, thinking: Knowledge = knowledge) => decideTurn(turn, thinking);
const said = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply] : []));
const find = <Kind extends Effect['kind']>(effects: readonly Effect[], kind: Kind) =>
  effects.find((effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind);
const kept = (effects: readonly Effect[]): Memory => find(effects, 'remember')!.memory;
const unknown = 'how many moons does jupiter have';
const known = 'how long does delivery take';
const open = (memory: Partial<Memory> = {}, more: Parameters<typeof anEpisode>[0] = {}) =>
  anEpisode({ memory: aMemory(memory), ...more });

/** What the reader is shown of a turn. */
function shown(turn: Turn): { readonly customer: readonly string[]; readonly assistant?: string } {
  let before: Parameters<typeof knowledge.reader.read>[1];
  const reader: typeof knowledge.reader = {
    ...knowledge.reader,
    read(text, given) {
      before = given;
      return knowledge.reader.read(text, given);
    },
  };
  decide(turn, { ...knowledge, reader });
  return before as { customer: readonly string[]; assistant?: string };
}

describe('what a turn knows of what was before', () => {
  const recent = [
    anEntry({ at: 500, text: 'of an earlier case' }),
    anEntry({ at: 1000, text: 'first' }),
    anEntry({ at: 1100, role: 'assistant', text: 'an answer' }),
    anEntry({ at: 1150, role: 'agent', text: 'of a person' }),
    anEntry({ at: 1200, text: 'second' }),
    anEntry({ at: 1250, role: 'note', text: 'for the team' }),
  ];

  it('is what the customer said in this case, and the last words of the assistant', () => {
    const turn = aTurn('third', { episode: open({}, { bornAt: 1000 }), recent });
    expect(shown(turn)).to.deep.equal({ customer: ['first', 'second'], assistant: 'an answer' });
  });

  it('is nothing of the customer in a new case', () => {
    expect(shown(aTurn('third', { recent })).customer).to.deep.equal([]);
    expect(shown(aTurn('first'))).to.deep.equal({ customer: [] });
  });

  it('is a question the assistant left open in the case before, but no survey', () => {
    const after = (flow: string, step: string) =>
      decide(aTurn('yes please', { episode: open({ place: { flow, step }, failures: 2 }, { state: 'closed' }) }));
    expect(find(after('offer', 'answer'), 'queue')).to.not.equal(undefined);
    expect(find(after('survey', 'score'), 'queue')).to.equal(undefined);
  });
});

describe('what a turn keeps', () => {
  it('is how often in a row it has failed', () => {
    const failures = (text: string, memory: Partial<Memory>, value?: string) =>
      kept(decide(aTurn(text, { episode: open(memory), ...(value === undefined ? {} : { value }) }))).failures;
    expect(failures(unknown, { failures: 0 })).to.equal(1);
    expect(failures(unknown, { failures: 1 })).to.equal(2);
    expect(failures(unknown, { failures: 2 })).to.equal(0); // a person was fetched
    expect(failures(known, { failures: 2 })).to.equal(0);
    expect(failures(known, { failures: 1, answered: 'delivery-time' })).to.equal(2); // the same answer again
    expect(failures('hello', { failures: 1 })).to.equal(1);
    expect(failures('not that', { failures: 0, place: { flow: 'answer', step: 'judged' } }, 'not-solved')).to.equal(1);
  });

  it('is the answer that was given, until another is', () => {
    expect(kept(decide(aTurn(known))).answered).to.equal('delivery-time');
    expect(kept(decide(aTurn('hello', { episode: open({ answered: 'delivery-time' }) }))).answered).to.equal(
      'delivery-time',
    );
    expect(kept(decide(aTurn('hello')))).to.not.have.property('answered');
  });

  it('is which message asked, when it got an answer or a choice of some', () => {
    const asked = (turn: Turn) => kept(decide({ ...turn, seq: 7 })).asked;
    expect(asked(aTurn(known))).to.equal(7);
    expect(asked(aTurn(unclear.text))).to.equal(7);
    for (const text of ['hello', unknown]) expect(asked(aTurn(text)), text).to.equal(undefined);
  });
});

describe('a survey', () => {
  it('takes a score for an hour after the last words, and then it is a new question', () => {
    const memory = aMemory({ place: { flow: 'survey', step: 'score' } });
    const after = (milliseconds: number) => {
      const recent = [anEntry({ at: 1_000_000, role: 'assistant', text: 'How easy was it?', seq: 3 })];
      const turn = aTurn('6', { episode: anEpisode({ state: 'closed', memory }), recent });
      return decide({ ...turn, at: 1_000_000 + milliseconds }).map(({ kind }) => kind);
    };
    expect(after(60 * 60_000))
      .to.include('rate')
      .and.not.include('open');
    expect(after(60 * 60_000 + 1))
      .to.include('open')
      .and.not.include('rate');
  });
});

describe('why a person was fetched', () => {
  const reason = (text: string, memory: Partial<Memory> = {}) =>
    find(decide(aTurn(text, { episode: open(memory) })), 'queue')?.reason;

  it('is what weighs most on the receipt, unless they asked', () => {
    expect(reason('this is useless')).to.equal('frustrated');
    expect(reason('hello', { failures: 3 })).to.equal('unanswered');
    expect(reason('damn, hello', { failures: 3 })).to.equal('unanswered');
    expect(reason('I want to speak to a human', { failures: 3 })).to.equal('asked');
    expect(reason(unknown, { failures: 2 })).to.equal('unanswered');
  });
});

describe('the words of a reply', () => {
  it('answer two questions at once, and ask about the last', () => {
    const replies = said(decide(aTurn('How long does delivery take? Do you repair things?')));
    expect(replies.map(({ faq }) => faq)).to.deep.equal(['delivery-time', 'repair']);
    expect(replies.map(({ choices }) => choices !== undefined)).to.deep.equal([false, true]);
  });

  it('are small talk for small talk', () => {
    for (const text of ['hello', 'thank you', 'goodbye']) {
      const asked = knowledge.faq.ask(text);
      if (asked.kind !== 'small-talk') throw new Error(`${text} is ${asked.kind}`);
      expect(said(decide(aTurn(text))).map((reply) => reply.text)).to.deep.equal([knowledge.speech('en')(asked.talk)]);
    }
  });

  it('are thanks for a good mood without words, an offer for a bad one, and a question back for none', () => {
    const texts = (text: string) => said(decide(aTurn(text))).map((reply) => reply.text);
    expect(texts('😍😍')).to.deep.equal([knowledge.speech('en')('thanks')]);
    expect(texts('...')).to.deep.equal([knowledge.speech('en')('empty')]);
    expect(texts('')).to.deep.equal([knowledge.speech('en')('empty')]);
    expect(said(decide(aTurn('😡😡😡')))[0]?.choices?.map(({ value }) => value)).to.include('person');
  });

  it('say the place in the line and the wait, exact to the minute', () => {
    const waiting = (line: Turn['line']) =>
      said(decide(aTurn('still there?', { episode: open({}, { state: 'waiting' }), line })))[0]?.text;
    expect(waiting({ ahead: 9, agents: 1, pace: 60_000 })).to.match(/tenth in line.* 5–15 minutes/);
    expect(waiting({ ahead: 10, agents: 1, pace: 60_000 })).to.match(/number 11 in line.* 6–17 minutes/);
    expect(waiting({ ahead: 2, agents: 0, pace: 60_000 })).to.not.match(/minutes/);
  });
});
