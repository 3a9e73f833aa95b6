/** After the end: a score in any words, once more in the survey's own, thanks for praise, a person for who found it hard. */
import { expect } from 'chai';
import type { Effect } from '../../src/conversation/index.js';
import { anEntry, knowledge } from '../support/mind.js';
import { curtain, type Play, say, turnOf } from '../support/play.js';
import { decideTurn } from '../../src/bot/index.js';

const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);
const replies = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply] : []));
const rated = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'rate' ? [effect.score] : []))[0];

/** Says each line; answers what the last one led to. */
function after(play: Play, ...lines: readonly string[]) {
  let effects: readonly Effect[] = [];
  for (const text of lines) ({ effects, play } = say(play, { text }));
  return { effects, play };
}

const asked = after(curtain, 'how long does delivery take?', 'That answers it').play;

describe('the survey', () => {
  for (const [text, score] of [
    ['7/7', 7],
    ['seven', 7],
    ['5 out of 7', 5],
    ['5️⃣', 5],
    ['７', 7],
    ['I would say 6', 6],
  ] as const) {
    it(`takes ${text} for ${score}, and asks for a comment`, () => {
      const { effects } = after(asked, text);
      expect(rated(effects)).to.equal(score);
      expect(replies(effects)[0]).to.include({ form: 'comment' });
      expect(kinds(effects)).not.to.include('open');
    });
  }

  for (const text of ['11', 'eleven', '0', '3.5', '-1', '10 out of 10', 'very easy', 'easy thanks', 'it was hard']) {
    it(`asks once again after "${text}", and takes the number then`, () => {
      const again = after(asked, text);
      expect(kinds(again.effects)).to.deep.equal(['count', 'say', 'remember']);
      expect(replies(again.effects)[0]?.text).to.match(/Which number from 1 to 7.*\n1 = Strongly disagree, 7 = /);
      expect(replies(again.effects)[0]).to.include({ form: 'scale' });
      expect(rated(after(again.play, '6').effects)).to.equal(6);
    });

    it(`does not ask a third time after "${text}", and counts no failed question`, () => {
      const { effects, play } = after(asked, text, text);
      expect(replies(effects)).to.have.length(1);
      expect(replies(effects)[0]).not.to.have.property('form');
      expect(kinds(effects)).not.to.include.members(['open']);
      expect(play.episode?.counts).not.to.have.property('misses');
    });
  }

  for (const text of [
    'I love your lamps, best shop ever!',
    'you were great, thank you so much',
    '❤️ thanks',
    'best shop ever',
  ]) {
    it(`thanks for "${text}", during it and after it, and opens nothing`, () => {
      const during = after(asked, text);
      expect(replies(during.effects)[0]?.text).to.match(/good to read/);
      const later = after(asked, '7', 'skip', text);
      expect(replies(later.effects)[0]?.text).to.match(/You are welcome/);
      for (const { effects } of [during, later]) expect(kinds(effects)).not.to.include('open');
    });
  }

  it('takes no for an answer', () => {
    for (const text of ['no thanks', 'skip', 'bye']) {
      const { effects } = after(asked, text);
      expect(replies(effects)[0]?.text).to.match(/whenever you need/);
      expect(kinds(effects)).not.to.include('open');
    }
  });

  for (const [what, lines] of [
    ['after a low score', ['2', 'Took three tries']],
    ['in one line', ['2, took three tries']],
  ] as const) {
    it(`offers a person to who says why it was hard, ${what}; the comment is kept`, () => {
      const { effects, play } = after(asked, ...lines);
      expect(effects.find((effect) => effect.kind === 'comment')?.text).to.match(/took three tries/i);
      expect(replies(effects)[0]?.text).to.match(/sorry.*get a person/);
      expect(replies(effects)[0]?.choices?.map(({ value }) => value)).to.deep.equal(['person', 'not-now']);
      expect(kinds(after(play, 'yes please').effects)).to.include.members(['open', 'queue']);
      const declined = after(play, 'no');
      expect(kinds(declined.effects)).to.deep.equal(['count', 'say', 'remember']);
      expect(declined.play.episode?.number).to.equal(1);
    });
  }

  it('leaves it at thanks for a high score, praise, or no comment', () => {
    for (const lines of [
      ['6', 'Took three tries'],
      ['2', 'but great in the end, thanks'],
      ['2', 'skip'],
    ]) {
      expect(replies(after(asked, ...lines).effects)[0]?.text, lines.join()).to.match(/It is recorded/);
    }
  });

  it('takes for a comment only what was written after it was asked for', () => {
    const rating = after(asked, '5').play;
    const turn = turnOf(rating, { text: 'it is about my broken lamp' });
    expect(kinds(decideTurn(turn, knowledge))).to.include('comment');
    // sent before the comment was asked for: the question stands behind it in the transcript
    const crossed = [...turn.recent.slice(0, -1), anEntry({ role: 'assistant', seq: turn.seq + 1, at: turn.at })];
    const effects = decideTurn({ ...turn, recent: crossed }, knowledge);
    expect(kinds(effects)).to.include('open').and.not.include('comment');
  });

  it('is over for a figure in a sentence, and for a number when nobody asks any more', () => {
    expect(rated(after(asked, '7 plates were broken').effects)).to.equal(undefined);
    expect(rated(after(asked, '7', 'skip', '7').effects)).to.equal(undefined);
  });
});
