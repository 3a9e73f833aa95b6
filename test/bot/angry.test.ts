/** An angry question gets a word, its answer and the offer of a person, in one turn; calm and delight get neither word nor offer. */
import { expect } from 'chai';
import { decideTurn } from '../../src/bot/index.js';
import { type Effect, freshMood, type Memory, type Turn } from '../../src/conversation/index.js';
import { aMemory, anEntry, anEpisode, aTurn, knowledge, unclear } from '../support/mind.js';

const decide = (turn: Turn) => decideTurn(turn, knowledge);
const replies = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply] : []));
const counted = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'count' ? [effect.what] : []));
const memoryOf = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'remember' ? [effect.memory] : []))[0]!;
const outcomeOf = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'end' ? [effect.outcome] : []))[0];
const values = (effects: readonly Effect[]) =>
  replies(effects)
    .at(-1)
    ?.choices?.map(({ value }) => value);
const goOn = (text: string, memory: Memory, value?: string) =>
  decide(
    aTurn(text, {
      episode: anEpisode({ memory }),
      recent: [anEntry({ role: 'assistant', text: 'Shall I get one?', seq: 8 })],
      ...(value === undefined ? {} : { value }),
    }),
  );

const met = /frustrating|ärgerlich/;

describe('an angry question', () => {
  const angry: readonly (readonly [string, string])[] = [
    ['WHERE IS MY PARCEL???', 'order-status'],
    ['WHERE. IS. MY. MONEY.', 'refund-when'],
    ['where the hell is my parcel', 'order-status'],
    ['WHY HAVE I NOT GOT MY REFUND YET?!', 'refund-when'],
    ['cancel my damn order already', 'order-cancel'],
    ['how the fuck do I cancel my order', 'order-cancel'],
    ['You people are useless. How do I change my delivery address?', 'delivery-address-change'],
    ['why the hell does the code not work', 'voucher-broken'],
    ['HOW DO I RETURN THIS??', 'return-how'],
    ['I am so annoyed, how do I send it back', 'return-how'],
    ['still no refund after ten days', 'refund-when'],
    ['WO IST MEIN PAKET???', 'order-status'],
    ['Frechheit! Wie schicke ich das zurück??', 'return-how'],
  ];
  for (const [text, id] of angry) {
    it(`gets a word, its answer and the offer: "${text}"`, () => {
      const effects = decide(aTurn(text));
      const [answer, asked] = replies(effects);
      expect(answer).to.include({ faq: id });
      expect(answer?.text).to.match(met);
      const language = /PAKET|schicke/.test(text) ? 'de' : 'en';
      expect(answer?.text).to.include(knowledge.faq.entry(id, language)?.answer.trim().slice(0, 20));
      expect(answer?.choices, 'one list of choices').to.equal(undefined);
      expect(asked?.text).to.match(language === 'de' ? /Soll ich jemanden holen/ : /Shall I get one/);
      expect(values(effects)).to.deep.equal(['person', 'solved']);
      expect(counted(effects)).to.include.members(['answers', 'offers']);
    });
  }

  const calm = [
    'where is my parcel',
    'how do I cancel my order',
    'how long does delivery take?',
    'can the refund go to another card',
    'HOW LONG DOES DELIVERY TAKE',
    'my parcel was supposed to be here yesterday, where is it?',
    'wie schicke ich das zurück?',
    'please cancel my order, thank you!',
    'how do I return something',
    'is it possible to change the delivery address?',
    'damn, that was fast, thank you! how do I write a review',
    'wow, the lamp is brilliant! how do I order a second one',
  ];
  for (const text of calm) {
    it(`is none, and gets its answer alone: "${text}"`, () => {
      const effects = decide(aTurn(text));
      for (const reply of replies(effects)) expect(reply.text).not.to.match(met);
      expect(counted(effects)).not.to.include('offers');
    });
  }

  for (const text of ['fuck yes, the lamp is brilliant!', 'damn, that was fast, thank you', 'hell yeah, it works!!']) {
    it(`is no delight in strong words, which reads no apology: "${text}"`, () => {
      const told = replies(decide(aTurn(text))).map((reply) => reply.text);
      for (const word of told) expect(word).not.to.match(/sorry|frustrating/i);
    });
  }

  it('is offered a person once, not at every message, and always reads the word', () => {
    const first = decide(aTurn('WHERE IS MY PARCEL???'));
    const next = goOn('HOW DO I RETURN IT??', memoryOf(first));
    expect(counted(next)).to.include('answers').and.not.to.include('offers');
    expect(replies(next)[0]?.text).to.match(met);
    expect(values(next)).to.deep.equal(['solved', 'not-solved']);
  });

  it('ends solved when the answer was enough, and gets a person when it was not', () => {
    const asked = memoryOf(decide(aTurn('WHERE IS MY PARCEL???')));
    for (const text of ['That answers it', 'that helps, thanks']) {
      expect(outcomeOf(goOn(text, asked)), text).to.equal('solved');
    }
    const tapped = goOn('Talk to a person', asked, 'person');
    for (const effects of [goOn('yes please', asked), goOn('Talk to a person', asked), tapped]) {
      expect(effects.map(({ kind }) => kind)).to.include('queue');
    }
    expect(replies(goOn('no', asked))[0]?.text).to.match(/All right/);
    expect(replies(goOn('how long does delivery take', asked))[0]).to.include({ faq: 'delivery-time' });
  });

  it('gets its answer from the turn that fetches a person for it', () => {
    const effects = decide(aTurn('this is a joke, how do I return this rubbish chair'));
    expect(replies(effects)[0]).to.include({ faq: 'return-how' });
    expect(replies(effects)[0]?.text).to.match(met);
    expect(replies(effects)[1]?.text).to.match(/I am getting a person/);
    const order = effects.map(({ kind }) => kind);
    expect(order.indexOf('queue')).to.be.lessThan(order.indexOf('say'));
    const asks = decide(aTurn('let me talk to a human about my parcel'));
    expect(replies(asks).every(({ faq }) => faq === undefined)).to.equal(true);
  });

  it('is shown what it may be with the offer of a person', () => {
    const effects = decide(aTurn(`damn it, ${unclear.text}`));
    expect(values(effects)?.at(-1)).to.equal('person');
    expect(counted(effects)).to.include.members(['clarified', 'offers']);
    expect(goOn('Talk to a person', memoryOf(effects), 'person').map(({ kind }) => kind)).to.include('queue');
    expect(counted(decide(aTurn(unclear.text)))).not.to.include('offers');
  });

  it('reads "either" only after something else had no answer', () => {
    const strange = (failures: number, smooth: number) =>
      goOn('how many moons does jupiter have', aMemory({ failures, mood: { ...freshMood, smooth, turns: 1 } }));
    for (const smooth of [0, 1, 2]) {
      expect(replies(strange(0, smooth))[0]?.text, String(smooth)).not.to.match(/either/);
      expect(replies(strange(1, smooth))[0]?.text, String(smooth)).to.match(/either/);
    }
  });
});

describe('a word that names what is to be done', () => {
  for (const [text, id] of [
    ['kill my order', 'order-cancel'],
    ['kill the order please', 'order-cancel'],
    ['scrap my order', 'order-cancel'],
    ['dump the order', 'order-cancel'],
    ['trash my account', 'account-delete'],
    ['kill my account', 'account-delete'],
  ] as const) {
    it(`is never taken for hostile: "${text}"`, () => {
      expect(replies(decide(aTurn(text)))[0]).to.include({ faq: id });
    });
  }
});
