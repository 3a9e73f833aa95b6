/** What is near to a question that is not known: shown where it may help, and a failure only when the customer says so. */
import { expect } from 'chai';
import { decideTurn } from '../../src/bot/index.js';
import type { Effect, Turn } from '../../src/conversation/index.js';
import { aMemory, anEpisode, aTurn, knowledge, nearby } from '../support/mind.js';

const decide = (turn: Turn) => decideTurn(turn, knowledge);
const said = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply] : []));
const counted = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'count' ? [effect.what] : []));
const placed = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'remember' ? [effect.memory.place] : []))[0];

describe('a question that is not known', () => {
  it('shows a calm customer what is near when it does not know, once, and counts no failure before they say so', () => {
    const { text, entries } = nearby;
    const effects = decide(aTurn(text));
    expect(said(effects)[0]?.text).to.match(/not sure that I know/);
    expect(
      said(effects)[0]
        ?.choices?.slice(0, -1)
        .map(({ value }) => value),
    ).to.deep.equal(entries.map(({ id }) => `faq:${id}`));
    expect(counted(effects)).to.include('clarified').and.not.to.include('misses');
    const next = aMemory({ place: placed(effects)! });
    const again = decide(aTurn(`${text} really`, { episode: anEpisode({ memory: next }) }));
    expect(said(again)[0]?.text).not.to.match(/not sure that I know/);
    const failed = decide(aTurn(text, { episode: anEpisode({ memory: aMemory({ failures: 1 }) }) }));
    expect(said(failed)[0]?.choices?.[0]?.value).to.equal('person');
    expect(counted(failed)).to.include('misses');
  });
});
