import { expect } from 'chai';
import { decideTurn } from '../../src/bot/index.js';
import type { Effect, Turn } from '../../src/conversation/index.js';
import { aTurn, knowledge } from '../support/mind.js';

const decide = (turn: Turn) => decideTurn(turn, knowledge);
const said = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply] : []));

describe('the one place of a person', () => {
  it('gives nobody a second place: who waits elsewhere is told so, as often as they ask, and is helped on here', () => {
    for (const elsewhere of ['waiting', 'assigned'] as const) {
      const asked = decide(aTurn('Talk to a person', { value: 'person', elsewhere }));
      expect(asked.some(({ kind }) => kind === 'queue')).to.equal(false);
      const [told] = said(asked);
      expect(told?.text).to.match(/in another chat/);
      const recent = [{ seq: 2, at: 4000, role: 'assistant', stint: 'customer', text: told?.text ?? '' }] as const;
      expect(said(decide(aTurn('I want to speak to a human', { elsewhere, recent })))[0]?.text).to.equal(told?.text);
      const angry = 'This is a disgrace, I am furious, you are useless and I hate this!!!';
      expect(said(decide(aTurn(angry, { elsewhere, recent })))[0]?.text).not.to.equal(told?.text);
    }
  });
});
