import { expect } from 'chai';
import { createRelay, decideTurn } from '../../src/bot/index.js';
import { type Effect, freshMood, type Turn } from '../../src/conversation/index.js';
import type { Queue, Ticket } from '../../src/queue/index.js';
import { aMemory, anEntry, anEpisode, aTurn, knowledge } from '../support/mind.js';

const decide = (turn: Turn) => decideTurn(turn, knowledge);
const said = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply.text] : [])).join('\n');
const queued = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'queue' ? [effect] : []))[0];
const raised = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'raise' ? [effect] : []))[0];
const inLine = anEpisode({ state: 'waiting' });
const withAgent = anEpisode({ state: 'assigned' });

describe('danger and fraud', () => {
  const cases = [
    ['Your camping stove leaked gas and burned my hand', 'danger', /112/],
    ['Mein Sohn hat eine Batterie verschluckt', 'danger', /Giftnotruf/],
    ['la lampe a pris feu', 'danger', /appelez le 112/],
    ['I want to kill myself', 'danger', /988/],
    ['My account was hacked and someone is buying things', 'fraud', /bank/],
  ] as const;

  it('fetch a person at once, with the sentence of the company, before any answer', () => {
    for (const [text, reason, sentence] of cases) {
      const effects = decide(aTurn(text));
      expect(queued(effects)?.reason, text).to.equal(reason);
      expect(said(effects), text).to.match(sentence);
      expect(
        effects.some((effect) => effect.kind === 'say' && effect.reply.faq !== undefined),
        text,
      ).to.equal(false);
    }
  });

  it('come before everybody else, all of them alike', () => {
    const boosts = cases.map(([text]) => queued(decide(aTurn(text)))?.boostMs);
    const angry = queued(decide(aTurn('THIS IS A JOKE!!! get me a real person you useless idiots', { contacts: 3 })));
    expect(new Set(boosts).size).to.equal(1);
    expect(boosts[0]).to.be.greaterThan(100 * (angry?.boostMs ?? 0));
  });

  it('say when nobody is there that nobody should wait, and come first all the same', () => {
    const effects = decide(aTurn('my lamp is on fire', { line: { ahead: 3, agents: 0, pace: 0 } }));
    expect(said(effects)).to.match(/112.*do not wait for us/s);
    expect(queued(effects)?.boostMs).to.be.greaterThan(1e9);
  });

  it('raise a ticket that waits or that a person has, and say what to do once', () => {
    const first = decide(aTurn('now the lamp is on fire', { episode: inLine }));
    expect(raised(first)?.reason).to.equal('danger');
    expect(said(first)).to.include('112');
    const recent = [anEntry({ role: 'assistant', text: said(first) })];
    const again = decide(aTurn('the curtain is on fire too', { episode: inLine, recent }));
    expect(raised(again)?.reason).to.equal('danger');
    expect(said(again)).to.equal('');
    const held = decide(aTurn('now the lamp is on fire', { episode: withAgent }));
    expect(raised(held)?.reason).to.equal('danger');
    expect(said(held)).to.equal('');
  });

  it('say what to do even to somebody who has a place in another chat', () => {
    expect(said(decide(aTurn('my lamp is on fire', { elsewhere: 'waiting' })))).to.match(/112.*another chat/s);
  });
});

describe('distress', () => {
  it('is met with a warm sentence and the offer of a person, and never with a miss', () => {
    for (const text of ['we lost our baby, please stop the order for the crib', 'ich bin verzweifelt']) {
      const effects = decide(aTurn(text));
      expect(said(effects), text).to.match(/so sorry|sehr leid/);
      expect(
        effects.some((effect) => effect.kind === 'count' && effect.what === 'misses'),
        text,
      ).to.equal(false);
    }
  });

  it('fetches a person when it is said again, or when time is short', () => {
    expect(queued(decide(aTurn('the funeral is tomorrow, I need the flowers today')))?.reason).to.equal('distress');
    const mood = { ...freshMood, turns: 1, lasting: { distress: 1 }, grave: true as const, quiet: 3 };
    const again = aTurn('could somebody please help me', { episode: anEpisode({ memory: aMemory({ mood }) }) });
    expect(queued(decide(again))?.reason).to.equal('distress');
  });

  it('never lets the tone cool in that case', () => {
    const mood = { ...freshMood, turns: 1, grave: true as const };
    const effects = decide(
      aTurn('how many moons does jupiter have', { episode: anEpisode({ memory: aMemory({ mood }) }) }),
    );
    expect(said(effects)).to.include('I would rather not guess');
  });
});

describe('a survey', () => {
  const closed = async (reason: Ticket['reason']) => {
    const moves: (readonly Effect[])[] = [];
    const queue = {
      ticket: () => Promise.resolve({ reason } as Ticket),
      release: (move: Parameters<Queue['release']>[0]) => {
        moves.push('effects' in move ? move.effects : []);
        return Promise.resolve({ kind: 'moved', helped: true });
      },
    } as unknown as Queue;
    const relay = createRelay({ queue, words: knowledge.words });
    const ticket = { conversation: 'c', epoch: 1, seen: 9, action: 'close' } as const;
    await relay.letGo({ id: 'ana', name: 'Ana' }, ticket);
    return moves.flat().some((effect) => effect.kind === 'count' && effect.what === 'asked-ces');
  };

  it('is asked of nobody who was in danger, robbed or in distress', async () => {
    for (const reason of ['danger', 'fraud', 'distress'] as const) expect(await closed(reason), reason).to.equal(false);
    expect(await closed('frustrated')).to.equal(true);
  });

  it('is asked of nobody in distress whom an answer helped', () => {
    const place = { flow: 'answer', step: 'judged' };
    const pressed = (mood: typeof freshMood) =>
      decide(aTurn('That answers it', { value: 'solved', episode: anEpisode({ memory: aMemory({ mood, place }) }) }));
    const asks = (effects: readonly Effect[]) => effects.some((e) => e.kind === 'count' && e.what === 'asked-ces');
    expect(asks(pressed(freshMood))).to.equal(true);
    expect(asks(pressed({ ...freshMood, grave: true }))).to.equal(false);
  });
});
