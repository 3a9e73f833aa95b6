import { expect } from 'chai';
import fc from 'fast-check';
import type { Cue } from '../../src/conversation/index.js';
import { hostileSpans } from '../../src/sentiment/index.js';
import { shippedReader } from './shipped.js';

const shipped = shippedReader();

describe('reading a message', () => {
  const pairs: readonly (readonly [why: string, calmer: string, hotter: string])[] = [
    ['negation', 'the new chair is not bad at all', 'the new chair is bad'],
    ['negation reaches four words', 'I am not in any way angry', 'I am in every way angry'],
    [
      'errand words',
      'my card was charged, I have a problem, please cancel',
      'your card is a disaster, I hate it, you liars',
    ],
    ['third parties', 'my last landlord was terrible', 'your service was terrible'],
    ['sarcasm', 'great, thank you', 'great, another automated answer'],
    ['emoji', 'my parcel 😊', 'my parcel 😡😡😡'],
    ['typos', 'this is a nice chair', 'this is rediculous and terible'],
    ['repetition', 'I ask for the first time', 'this is the fifth time I ask'],
    ['thanks', 'that worked, thanks', 'that did not work, useless'],
    ['waiting', 'my order came today', 'I have been waiting for three weeks and nobody answers'],
  ];
  for (const [why, calmer, hotter] of pairs) {
    it(`tells them apart by ${why}`, () => {
      expect(shipped.read(hotter).frustration).to.be.greaterThan(shipped.read(calmer).frustration + 0.05);
    });
  }

  it('hears capitals only when they are raised with marks', () => {
    const cues = (text: string) => shipped.read(text).evidence.map(({ cue }) => cue);
    expect(cues('WHERE IS MY REFUND???')).to.include('shouting');
    expect(cues('MY ORDER NUMBER IS B22')).not.to.include('shouting');
  });

  const said: readonly (readonly [Cue, string])[] = [
    ['asks-person', 'could you put me through to a human please'],
    ['repetition', 'I already told you my name'],
    ['waiting', 'I have been on hold for two hours'],
    ['threat', 'I will call my lawyer'],
    ['giving-up', 'this is a waste of my time'],
    ['not-understood', 'that was not my question'],
    ['profanity', 'damn it'],
    ['sarcasm', 'thanks for nothing'],
    ['thanks', 'thank you'],
  ];
  for (const [cue, text] of said) {
    it(`names the words of the cue ${cue}`, () => {
      const found = shipped.read(text).evidence.find((item) => item.cue === cue);
      expect(found?.text).to.satisfy((words: string) => words.length > 2 && text.includes(words));
    });
  }

  for (const text of [
    "I don't want to talk to a person",
    'how do I add a person to my account',
    'do I need an agent licence',
    'someone told me to write here',
  ]) {
    it(`does not hear a call for a person in "${text}"`, () => {
      expect(shipped.read(text).evidence.map(({ cue }) => cue)).not.to.include('asks-person');
    });
  }
});

describe('short replies', () => {
  const closing = 'You are welcome. Is there anything else I can help with?';
  const checking = 'You can reset it in the settings. Did that help?';

  it('takes a no to "anything else?" as calm, and to "did that help?" as not', () => {
    const close = shipped.read('no', { assistant: closing, customer: ['hi'] });
    const unsolved = shipped.read('no', { assistant: checking, customer: ['hi'] });
    expect(close.frustration).to.be.below(0.3);
    expect(unsolved.frustration).to.be.greaterThan(close.frustration + 0.1);
  });

  it('takes a yes to the offer of a person as asking for one', () => {
    const assistant = 'Would you like me to connect you with a colleague?';
    expect(shipped.read('yes please', { assistant }).evidence.map(({ cue }) => cue)).to.include('asks-person');
    expect(shipped.read('no', { assistant }).evidence.map(({ cue }) => cue)).not.to.include('asks-person');
    expect(shipped.read('yes please', { assistant: closing }).evidence.map(({ cue }) => cue)).not.to.include(
      'asks-person',
    );
  });
});

describe('other languages', () => {
  const cases: readonly (readonly [language: string, text: string])[] = [
    ['German', 'Wo ist meine Bestellung und wann kommt sie?'],
    ['French', 'Je ne sais pas où est ma commande'],
    ['Spanish', 'No puedo entrar en mi cuenta desde ayer'],
    ['Portuguese', 'Não consigo entrar na minha conta desde ontem'],
    ['Italian', 'Non riesco a trovare il mio ordine, come posso fare?'],
    ['Dutch', 'Ik kan mijn bestelling niet vinden'],
    ['Chinese', '我的包裹在哪里'],
    ['Japanese', '荷物はどこですか'],
    ['Russian', 'Где мой заказ'],
    ['Arabic', 'أين طلبي'],
  ];
  for (const [language, text] of cases) {
    it(`says that it is reading ${language}`, () => {
      const feeling = shipped.read(text);
      expect(feeling.evidence[0]).to.deep.equal({ text: `written in ${language}`, share: 0 });
      expect(feeling.frustration).to.be.below(0.5);
    });
  }

  it('still hears a call for a person and a furious customer', () => {
    expect(shipped.read('Ich möchte mit einem Mitarbeiter sprechen').evidence.map(({ cue }) => cue)).to.include(
      'asks-person',
    );
    expect(shipped.read('我要转人工').evidence.map(({ cue }) => cue)).to.include('asks-person');
    expect(shipped.read('Das ist eine Frechheit, ich warte seit drei Wochen!').frustration).to.be.greaterThan(0.6);
  });

  it('does not mistake English for another language', () => {
    for (const text of ['no', 'hi', 'die battery', 'I was in Den Haag with my son', '12 34', '']) {
      expect(
        shipped
          .read(text)
          .evidence.map((item) => item.text)
          .join(),
      ).not.to.contain('written in');
    }
  });
});

describe('any text at all', () => {
  it('is read, stays in its bounds, and tells no more than twelve things', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 600 }),
        fc.option(fc.string(), { nil: undefined }),
        (text, assistant) => {
          const feeling = shipped.read(text, assistant === undefined ? {} : { assistant });
          expect(feeling.frustration).to.be.within(0, 1);
          expect(feeling.valence).to.be.within(-1, 1);
          expect(feeling.evidence.length).to.be.at.most(13);
          for (const { share } of feeling.evidence) expect(share).to.be.within(-1, 1);
        },
      ),
    );
  });

  it('is read the same every time', () => {
    fc.assert(
      fc.property(fc.lorem(), (text) => {
        expect(shipped.read(text)).to.deep.equal(shipped.read(text));
      }),
    );
  });

  const walls = [
    'a',
    '! ',
    "n't ",
    'fuck',
    'no ',
    '😡',
    'same stupid ',
    'İ',
    'agent ',
    'thanks for ',
    '\n',
    'x@#',
    '((((',
    'wait ',
  ];
  for (const brick of walls) {
    it(`costs less than half a second for a million letters of ${JSON.stringify(brick)}`, () => {
      const from = process.cpuUsage();
      shipped.read(brick.repeat(1_000_000 / brick.length), { assistant: brick.repeat(20_000) });
      expect(process.cpuUsage(from).user / 1000).to.be.below(500);
    });
  }

  it('hears the end of a very long message', () => {
    const long = `${'I went to the shop and looked around. '.repeat(200)} Get me a human now!`;
    expect(long.length).to.be.greaterThan(4000);
    expect(shipped.read(long).evidence.map(({ cue }) => cue)).to.include('asks-person');
  });
});

describe('evidence', () => {
  it('gives each word the frustration that would be missing without it', () => {
    const { frustration, evidence } = shipped.read('the useless app lost my data again');
    const useless = evidence.find(({ text }) => text === 'useless');
    expect(useless?.share).to.be.greaterThan(0.05);
    expect(useless?.share).to.be.at.most(frustration);
  });

  it('gives the FAQ the hostile words and never the topic', () => {
    const spans = hostileSpans(shipped.read('this useless shit app, I want a refund for my broken lamp'));
    expect(spans).to.include('useless');
    for (const topic of ['refund', 'lamp', 'app', 'broken']) expect(spans).not.to.include(topic);
  });
});
