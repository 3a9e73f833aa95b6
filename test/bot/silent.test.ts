import { expect } from 'chai';
import { decideTurn } from '../../src/bot/index.js';
import type { Effect, Turn } from '../../src/conversation/index.js';
import { aMemory, anEpisode, aTurn, knowledge } from '../support/mind.js';

const decide = (turn: Turn) => decideTurn(turn, knowledge);
const said = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply] : []));
const placed = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'remember' ? [effect.memory.place] : []))[0];

describe('a customer who fell silent', () => {
  const silent = (episode: Parameters<typeof anEpisode>[0]) =>
    decide(aTurn('', { seq: 0, episode: anEpisode(episode) })).map((effect) =>
      effect.kind === 'end' ? effect.outcome : effect.kind,
    );

  it('judges an episode by what happened last', () => {
    expect(silent({ counts: { answers: 1 } })).to.deep.equal(['assumed']);
    expect(silent({ counts: { misses: 1 }, memory: aMemory({ failures: 1 }) })).to.deep.equal(['unanswered']);
    expect(silent({ counts: { escalations: 1, answers: 1 } })).to.deep.equal(['gave-up']);
  });

  it('asks a customer in the line whether they still wait, and lets them go when they do not answer', () => {
    const asked = decide(aTurn('', { seq: 0, episode: anEpisode({ state: 'waiting' }) }));
    expect(said(asked)[0]?.choices?.map(({ value }) => value)).to.deep.equal(['stay', 'leave-message', 'leave-line']);
    const place = placed(asked);
    expect(place).to.deep.equal({ flow: 'waiting', step: 'silent' });
    const memory = aMemory(place === undefined ? {} : { place });
    expect(silent({ state: 'waiting', memory })).to.deep.equal(['gave-up']);
    const answer = decide(
      aTurn('Yes, keep my place', { value: 'stay', episode: anEpisode({ state: 'waiting', memory }) }),
    );
    expect(said(answer)[0]?.text).to.match(/next in line/);
  });

  it('waits as long as it takes for who left a message, or when nobody could have come', () => {
    const waiting = anEpisode({ state: 'waiting' });
    expect(silent({ state: 'waiting', contact: 'me@example.org' })).to.deep.equal([]);
    const nobody = { ahead: 0, agents: 0, pace: 0 };
    expect(decide(aTurn('', { seq: 0, episode: waiting, line: nobody }))).to.deep.equal([]);
  });
});
