import { expect } from 'chai';
import { decideTurn } from '../../src/bot/index.js';
import type { Turn } from '../../src/conversation/index.js';
import { aMemory, anEpisode, aTurn, knowledge } from '../support/mind.js';

function rememberedAfter(turn: Turn): string | undefined {
  const remembered = decideTurn(turn, knowledge).findLast(({ kind }) => kind === 'remember');
  return remembered?.kind === 'remember' ? remembered.memory.language : undefined;
}
const during = (language: string) => ({ episode: anEpisode({ memory: aMemory({ language }) }) });
const on = (locale: string, turn: Turn): Turn => ({ ...turn, said: { ...turn.said, locale } });

describe('the language of a conversation', () => {
  it('is that of the words', () => {
    expect(rememberedAfter(aTurn('Wo ist mein Paket?'))).to.equal('de');
    expect(rememberedAfter(aTurn('Where is my parcel?'))).to.equal('en');
    expect(rememberedAfter(aTurn('où est mon colis'))).to.equal('fr');
  });

  it('is that of the page where the words do not tell, and of the words where they do', () => {
    expect(rememberedAfter(on('de', aTurn('ok')))).to.equal('de');
    expect(rememberedAfter(on('de', aTurn('Where is my parcel, please?')))).to.equal('en');
  });

  it('stays through a short foreign word, and is switched by a sentence or by asking', () => {
    expect(rememberedAfter(aTurn('thanks', during('de')))).to.equal('de');
    expect(rememberedAfter(aTurn('and how long does it take?', during('de')))).to.equal('en');
    expect(rememberedAfter(aTurn('English please', during('de')))).to.equal('en');
  });

  it('is kept from one case to the next', () => {
    const episode = anEpisode({ state: 'closed', memory: aMemory({ language: 'de' }) });
    expect(rememberedAfter(aTurn('4711', { episode }))).to.equal('de');
  });

  it('is not read from a choice, which is in our words', () => {
    const place = { flow: 'offer', step: 'answer' };
    const episode = anEpisode({ memory: aMemory({ language: 'de', place }) });
    expect(rememberedAfter(aTurn('Talk to a person, please', { episode, value: 'person' }))).to.equal('de');
  });
});
