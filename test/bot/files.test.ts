/** What was sent with a message: the assistant says honestly that it cannot open it, and that a person can see it. */
import { expect } from 'chai';
import { decideTurn } from '../../src/bot/index.js';
import type { Effect, Message } from '../../src/conversation/index.js';
import { anEpisode, aTurn, knowledge } from '../support/mind.js';

const files = [{ name: 'invoice.pdf', type: 'pdf' }];
const sentence = knowledge.speech('en')('files', { files: 'invoice.pdf' });

function effectsOf(text: string, more: Parameters<typeof aTurn>[1] = {}, said: Partial<Message> = { files }) {
  const turn = aTurn(text, more);
  return decideTurn({ ...turn, said: { ...turn.said, ...said } }, knowledge);
}
const says = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply] : []));

describe('a file that a customer sends', () => {
  it('without a word is told of, and a person is offered', () => {
    const [reply, ...more] = says(effectsOf(''));
    expect(reply?.text).to.equal(sentence);
    expect(reply?.choices?.map(({ value }) => value)).to.include('person');
    expect(more).to.deep.equal([]);
  });
  it('with a question is told of first, and the question is answered', () => {
    const texts = says(effectsOf('How long does delivery take?')).map(({ text }) => text);
    expect(texts[0]).to.equal(sentence);
    expect(texts[1]).to.match(/two to four working days/);
  });
  it('in the line is told of', () => {
    const texts = says(effectsOf('', { episode: anEpisode({ state: 'waiting' }) })).map(({ text }) => text);
    expect(texts).to.include(sentence);
  });
  it('to a person is for that person', () => {
    expect(says(effectsOf('', { episode: anEpisode({ state: 'assigned' }) }))).to.deep.equal([]);
  });
});

describe('a case of several', () => {
  it('is offered to be talked about alone when a person is fetched', () => {
    const apart = knowledge.speech('en')('group-apart');
    const asks = 'I want to talk to a person';
    expect(says(effectsOf(asks, {}, { group: true })).map(({ text }) => text)).to.include(apart);
    expect(says(effectsOf(asks, {}, {})).map(({ text }) => text)).to.not.include(apart);
  });
});

describe('a number on a channel without buttons', () => {
  const shown = [
    { title: 'Talk to a person', value: 'person' },
    { title: 'Not now', value: 'not-now' },
  ];
  it('takes the choice that was shown last', () => {
    const place = { flow: 'offer', step: 'answer' };
    const effects = effectsOf('1', { shown, episode: anEpisode({ memory: { ...anEpisode().memory, place } }) }, {});
    expect(effects.map(({ kind }) => kind)).to.include('queue');
  });
  it('is a word like any other to a person who has the case', () => {
    expect(effectsOf('1', { shown, episode: anEpisode({ state: 'assigned' }) }, {}).map(({ kind }) => kind)).to.include(
      'feel',
    );
  });
});
