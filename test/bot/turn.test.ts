import { expect } from 'chai';
import { decideTurn } from '../../src/bot/index.js';
import type { Effect, Turn } from '../../src/conversation/index.js';
import { aMemory, anEntry, anEpisode, aTurn, knowledge, unclear } from '../support/mind.js';

const decide = (turn: Turn) => decideTurn(turn, knowledge);
const kinds = (effects: readonly Effect[]) => effects.map((effect) => effect.kind);
const said = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply] : []));
const counted = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'count' ? [effect.what] : []));
const placed = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'remember' ? [effect.memory.place] : []))[0];

describe('a turn', () => {
  it('opens an episode with the first message and not with the next', () => {
    expect(kinds(decide(aTurn('hello')))[0]).to.equal('open');
    expect(kinds(decide(aTurn('hello', { episode: anEpisode() })))).not.to.include('open');
  });

  it('reads and remembers how every message feels, whoever has the conversation', () => {
    for (const state of ['bot', 'waiting', 'assigned'] as const) {
      expect(kinds(decide(aTurn('this is useless', { episode: anEpisode({ state }) }))), state).to.include.members([
        'feel',
        'remember',
      ]);
    }
  });

  it('takes words that were said before for a repetition', () => {
    const recent = [anEntry({ text: 'my lamp came broken' }), anEntry({ role: 'assistant', text: 'Write to us.' })];
    const effects = decide(aTurn('my lamp came broken', { episode: anEpisode({ state: 'waiting' }), recent }));
    const evidence = effects.flatMap((effect) =>
      effect.kind === 'feel' ? effect.feeling.evidence.map(({ text }) => text) : [],
    );
    expect(evidence).to.include('says it again');
  });

  it('answers a known question and asks whether that helped', () => {
    const effects = decide(aTurn('how long does delivery take'));
    expect(said(effects)).to.have.length(1);
    expect(said(effects)[0]).to.include({ faq: 'delivery-time' });
    expect(said(effects)[0]?.choices?.map((choice) => choice.value)).to.deep.equal(['solved', 'not-solved']);
    expect(placed(effects)).to.deep.equal({ flow: 'answer', step: 'judged' });
  });

  it('offers the titles and "none of these" when it is not sure, and answers the one that is picked', () => {
    const asked = decide(aTurn(unclear.text));
    const choices = said(asked)[0]?.choices ?? [];
    expect(choices).to.have.length(unclear.entries.length + 1);
    expect(choices.at(-1)?.value).to.equal('none');
    const first = choices[0]!;
    const memory = aMemory({ place: placed(asked)! });
    const picked = decide(aTurn(first.title, { episode: anEpisode({ memory }) }));
    expect(`faq:${said(picked)[0]?.faq ?? ''}`).to.equal(first.value);
    const none = decide(aTurn(choices.at(-1)!.title, { episode: anEpisode({ memory }) }));
    expect(counted(none)).to.include.members(['misses', 'offers']);
  });

  it('says plainly that it does not know, and offers a person', () => {
    const effects = decide(aTurn('how many moons does jupiter have'));
    expect(said(effects)[0]?.text).to.match(/don't know/);
    expect(said(effects)[0]?.choices?.[0]?.value).to.equal('person');
    expect(counted(effects)).to.include('misses');
  });

  it('fetches a person at the third question in a row that it cannot answer', () => {
    const turn = (failures: number) =>
      decide(aTurn('how many moons does jupiter have', { episode: anEpisode({ memory: aMemory({ failures }) }) }));
    expect(kinds(turn(1))).not.to.include('queue');
    expect(kinds(turn(2))).to.include('queue');
  });

  it('does not give the same answer twice', () => {
    const memory = aMemory({ answered: 'delivery-time' });
    const effects = decide(aTurn('how long does delivery take', { episode: anEpisode({ memory }) }));
    expect(said(effects)[0]?.faq).to.equal(undefined);
    expect(counted(effects)).to.include('repeats');
  });

  it('hands off at once when asked, with the receipt, the place and the range of the wait', () => {
    for (const turn of [aTurn('Talk to a person', { value: 'person' }), aTurn('I want to speak to a human')]) {
      const effects = decide({ ...turn, line: { ahead: 2, agents: 1, pace: 120_000 } });
      const ticket = effects.find((effect) => effect.kind === 'queue');
      expect(ticket).to.deep.include({ reason: 'asked', promised: { low: 60_000_000, high: 180_000_000 } });
      expect(ticket?.receipt?.signals.map((signal) => signal.name)).to.include('asks-person');
      expect(said(effects)[0]?.text).to.include('You are {ordinal} in line. The wait is about {low}–{high} minutes.');
      expect(effects.find((effect) => effect.kind === 'say')?.place?.ordinals[2]).to.equal('third');
    }
  });

  it('tells the truth when nobody is at the desk, and takes a message', () => {
    const effects = decide(aTurn('Talk to a person', { value: 'person', line: { ahead: 0, agents: 0, pace: 0 } }));
    expect(said(effects)[0]?.text)
      .to.match(/nobody is at the desk right now/)
      .and.not.match(/minutes/);
    expect(said(effects)[0]?.choices?.[0]?.value).to.equal('leave-message');
  });

  it('opens the ticket before it speaks of it, so that no word comes out of order', () => {
    const order = kinds(decide(aTurn('Talk to a person', { value: 'person' })));
    expect(order.indexOf('queue')).to.be.lessThan(order.indexOf('say'));
  });

  it('does not answer for a person who has the conversation', () => {
    const effects = decide(aTurn('how long does delivery take', { episode: anEpisode({ state: 'assigned' }) }));
    expect(said(effects)).to.deep.equal([]);
    expect(kinds(effects)).not.to.include('queue');
  });

  describe('in the line', () => {
    const waiting = (text: string, place?: { flow: string; step: string }) =>
      decide(aTurn(text, { episode: anEpisode({ state: 'waiting', memory: aMemory(place ? { place } : {}) }) }));

    it('keeps what is written and says where the customer stands, without a second ticket', () => {
      const effects = waiting('are you still there, this is awful, get me a human');
      expect(kinds(effects)).not.to.include('queue');
      expect(said(effects)[0]?.text).to.match(/You are next in line/);
    });

    it('lets the customer leave', () => {
      expect(kinds(waiting('Leave the line'))).to.include('leave-line');
    });

    it('takes a message and how to reach the customer', () => {
      expect(placed(waiting('Leave a message'))).to.deep.equal({ flow: 'waiting', step: 'message' });
      const message = waiting('my lamp fell apart', { flow: 'waiting', step: 'message' });
      expect(placed(message)).to.deep.equal({ flow: 'waiting', step: 'contact' });
      expect(said(waiting('Never mind', { flow: 'waiting', step: 'message' }))[0]?.text).to.match(/no message then/);
      const contact = waiting('ina@example.org', { flow: 'waiting', step: 'contact' });
      expect(contact).to.deep.include({ kind: 'contact', text: 'ina@example.org' });
    });
  });

  describe('after the end', () => {
    const closed = (text: string, step: string, value?: string) => {
      const memory = aMemory({ place: { flow: 'survey', step } });
      const episode = anEpisode({ state: 'closed', memory });
      return decide(aTurn(text, { episode, ...(value === undefined ? {} : { value }) }));
    };

    it('ends with the outcome solved and asks for the score when the answer helped', () => {
      const memory = aMemory({ place: { flow: 'answer', step: 'judged' } });
      const effects = decide(aTurn('That answers it', { episode: anEpisode({ memory }) }));
      expect(effects.find((effect) => effect.kind === 'end')).to.include({ outcome: 'solved' });
      expect(said(effects).at(-1)).to.include({ form: 'scale' });
      expect(counted(effects)).to.include('asked-ces');
    });

    for (const score of [1, 2, 3, 4, 5, 6, 7]) {
      it(`records ${score} and asks for a comment`, () => {
        const effects = closed(String(score), 'score');
        expect(effects).to.deep.include({ kind: 'rate', score });
        expect(kinds(effects)).not.to.include('open');
        expect(said(effects)[0]).to.include({ form: 'comment' });
      });
    }

    for (const odd of ['40213', 'seven lamps please', 'where is my parcel']) {
      it(`takes ${odd} for a new question and opens a new episode`, () => {
        expect(kinds(closed(odd, 'score'))[0]).to.equal('open');
        expect(kinds(closed(odd, 'score'))).not.to.include('rate');
      });
    }

    it('takes nothing for a score that was said before the score was asked for', () => {
      const episode = anEpisode({ state: 'closed', memory: aMemory({ place: { flow: 'survey', step: 'score' } }) });
      const turn = aTurn('2', { episode });
      const at = (seq: number) => [anEntry({ at: turn.at, role: 'system', text: '', seq })];
      expect(kinds(decide({ ...turn, recent: at(turn.seq - 1) }))).to.include('rate');
      expect(kinds(decide({ ...turn, recent: at(turn.seq + 1) })))
        .to.include('open')
        .and.not.include('rate');
    });

    it('keeps a comment, and takes a question for a question', () => {
      expect(closed('it was quick', 'comment')).to.deep.include({ kind: 'comment', text: 'it was quick' });
      expect(kinds(closed('how long does delivery take?', 'comment'))[0]).to.equal('open');
    });
  });

  describe('does not lose anybody', () => {
    const judged = aMemory({ place: { flow: 'answer', step: 'judged' } });
    const asked = aMemory({ place: { flow: 'offer', step: 'answer' }, failures: 3 });
    const after = (text: string, memory: ReturnType<typeof aMemory>, value?: string) =>
      decide(aTurn(text, { episode: anEpisode({ memory }), ...(value === undefined ? {} : { value }) }));

    it('who asks a question behind a yes', () => {
      expect(kinds(after('great, and how long does delivery take?', judged))).not.to.include('end');
      expect(kinds(after('Ok. How do I return it?', asked))).not.to.include('leave-line');
    });

    it('who says yes to an offer after a long silence', () => {
      const episode = anEpisode({ state: 'closed', memory: aMemory({ place: { flow: 'offer', step: 'answer' } }) });
      expect(kinds(decide(aTurn('yes please', { episode })))).to.include.members(['open', 'queue']);
    });

    it('who asks for a person instead of writing a comment', () => {
      const episode = anEpisode({ state: 'closed', memory: aMemory({ place: { flow: 'survey', step: 'comment' } }) });
      const recent = [anEntry({ at: 4000, role: 'assistant', text: 'Anything that made it easy or hard?' })];
      const effects = decide(aTurn('I want to talk to a person please', { episode, recent }));
      expect(kinds(effects)).to.include.members(['open', 'queue']).and.not.include('comment');
    });

    it('who leaves words by which nobody can be reached', () => {
      const memory = aMemory({ place: { flow: 'waiting', step: 'contact' } });
      const effects = decide(aTurn("that's all", { episode: anEpisode({ state: 'waiting', memory }) }));
      expect(kinds(effects)).not.to.include('contact');
      expect(said(effects)[0]?.text).to.match(/could not find an e-mail address or a phone number/);
    });

    it('and fetches nobody for who declined, nor again for what is past', () => {
      const declined = after('Not now', asked, 'not-now');
      expect(kinds(declined)).not.to.include('queue');
      const kept = declined.find((effect) => effect.kind === 'remember');
      expect(kept?.memory.failures).to.equal(0);
    });

    it('and ends no episode twice', () => {
      const episode = anEpisode({ state: 'closed', outcome: 'assumed', memory: judged });
      expect(kinds(decide(aTurn('That answers it', { episode })))[0]).to.equal('open');
    });
  });

  for (const [name, text] of [
    ['nothing', ''],
    ['emoji', '😡😡😡'],
    ['another script', 'Это ужасно, где мой заказ'],
    ['signs', '??!!'],
    ['9,000 letters', 'word '.repeat(1800)],
    ['zero-width characters', '\u200b\u200b'],
  ] as const) {
    it(`has a sensible reply to ${name}`, () => {
      const replies = said(decide(aTurn(text)));
      expect(replies.length).to.be.greaterThan(0);
      expect(replies.every((reply) => reply.text.length > 10)).to.equal(true);
    });
  }

  it('uses the assistant’s last words to read a short reply', () => {
    const recent = [anEntry({ role: 'assistant', text: 'Did that help?' })];
    expect(() => decide(aTurn('no', { recent, episode: anEpisode() }))).not.to.throw();
  });
});
