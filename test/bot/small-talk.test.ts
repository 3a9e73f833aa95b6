/** Small talk has its own answers in each language of the wording: never a miss, never an entry, never the line. */
import { expect } from 'chai';
import { decideTurn } from '../../src/bot/index.js';
import type { Effect, Tongue, WordName } from '../../src/conversation/index.js';
import { anEpisode, anEntry, aTurn, knowledge } from '../support/mind.js';

const decide = (text: string) => decideTurn(aTurn(text), knowledge);
const said = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply] : []));

const table: readonly (readonly [WordName, Tongue, readonly string[]])[] = [
  [
    'identity',
    'en',
    [
      'are you a robot',
      'Are you a real person?',
      'am I talking to a human',
      'who are you',
      'is this a bot?',
      'hi, are you human?',
    ],
  ],
  [
    'identity',
    'de',
    [
      'Bist du ein Roboter?',
      'Sind Sie ein Mensch?',
      'spreche ich mit einem Menschen',
      'wer bist du',
      'Mit wem schreibe ich?',
    ],
  ],
  ['identity', 'fr', ['êtes-vous un robot ?', 'qui êtes-vous']],
  ['identity', 'es', ['¿eres un robot?', '¿quién eres?']],
  ['identity', 'it', ['sei un robot?', 'chi sei?']],
  ['identity', 'nl', ['ben je een robot?', 'wie ben je']],
  ['identity', 'pt', ['você é um robô?', 'quem é você?']],
  ['identity', 'pl', ['czy jesteś robotem?', 'kim jesteś?']],
  ['here', 'en', ['are you there', 'Are you still there?', 'hello, anyone there?', 'you there?']],
  ['here', 'de', ['bist du da?', 'Sind Sie noch da?', 'hallo, noch da?']],
  ['here', 'fr', ['vous êtes là ?']],
  ['here', 'es', ['¿estás ahí?']],
  ['here', 'it', ['ci sei?']],
  ['here', 'nl', ['ben je er nog?']],
  ['here', 'pt', ['você está aí?']],
  ['here', 'pl', ['jesteś tam?']],
  ['test', 'en', ['test', 'testing', 'just a test', 'this is a test']],
  ['test', 'de', ['nur ein Test', 'das ist ein Test']],
  ['test', 'pl', ['to jest test']],
  ['praise', 'en', ['you are great', "you're the best", 'good bot', 'very helpful']],
  ['praise', 'de', ['du bist super', 'gut gemacht', 'sehr hilfreich']],
  ['praise', 'fr', ['vous êtes génial']],
  ['no-harm', 'en', ['sorry my mistake', 'my bad', 'oops sorry', 'I apologise', 'sorry, wrong chat']],
  ['no-harm', 'de', ['Entschuldigung', 'sorry, mein Fehler', 'tut mir leid']],
  ['no-harm', 'it', ['scusa']],
  ['noted', 'en', ['got it', 'ok got it', 'I see', 'understood', 'that makes sense']],
  ['noted', 'de', ['verstanden', 'alles klar', 'ach so']],
  ['noted', 'es', ['entendido']],
  ['worked', 'en', ['that worked', 'perfect that worked', 'it works now', 'that fixed it', 'problem solved']],
  ['worked', 'de', ['das hat funktioniert', 'es hat geklappt', 'danke, das hat geholfen']],
  ['worked', 'nl', ['het werkt']],
  ['finished', 'en', ["no that's all", "that's all", 'nothing else', 'no thats it, thanks', "I'm all set"]],
  ['finished', 'de', ['nein das ist alles', 'das wars', 'nein, sonst nichts']],
  ['finished', 'pt', ['é só isso']],
];
const cases = table.flatMap(([name, tongue, texts]) => texts.map((text) => ({ name, tongue, text })));

/** Much the same words, in which something is asked or told. */
const opposites = [
  ...[
    'are you open on sunday',
    'are you a member of the trade body',
    'who are you shipping with',
    'is this a real leather sofa',
  ],
  ...[
    'is this robot vacuum back',
    'do you test the lamps',
    'the test report of the heater, where is it',
    'are there chairs',
  ],
  ...[
    'is anyone there on saturday in the store',
    'sorry, where is my parcel',
    'sorry but the lamp came broken',
    'my mistake, cancel the order',
  ],
  ...[
    'I got it yesterday and it is broken',
    'I see a scratch on the table',
    'it worked for a week and then stopped',
    'that works only in the kitchen',
  ],
  ...[
    'is that all the lamps you have',
    'no, that is all wrong',
    'nothing else fits, can I return it',
    'great service charge, what is it',
  ],
  ...[
    'wer bist du und wo ist mein Paket',
    'ist das ein echter Teppich',
    'sind Sie am Montag da',
    'das hat nie funktioniert',
  ],
  ...[
    'verstanden, aber wo ist mein Paket',
    'tut mir leid, ich möchte stornieren',
    'das ist alles kaputt',
    'ein Test der Lampe, bitte',
  ],
  ...[
    'I want to talk to a human',
    'get me a real person',
    'can I talk to a real person',
    'Ich möchte mit einem Menschen sprechen',
  ],
];

describe('small talk', () => {
  for (const { name, tongue, text } of cases) {
    it(`is answered for itself: "${text}"`, () => {
      const effects = decide(text);
      expect(said(effects)).to.deep.equal([{ text: knowledge.speech(tongue)(name) }]);
      const kinds = effects.map(({ kind }) => kind);
      expect(kinds).to.include('open').and.not.include('queue');
      expect(effects.flatMap((effect) => (effect.kind === 'count' ? [effect.what] : []))).to.deep.equal(['turns']);
    });
  }

  it('has a sentence in each language, and no two are the same', () => {
    const names = [...new Set(cases.map(({ name }) => name))];
    const tongues = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl'] as const;
    const all = names.flatMap((name) => tongues.map((tongue) => knowledge.speech(tongue)(name)));
    expect(names).to.have.length(8);
    expect(new Set(all).size).to.equal(64);
  });

  it('is none where something is asked or told', () => {
    const own = new Set(cases.map(({ name, tongue }) => knowledge.speech(tongue)(name)));
    const taken = opposites.filter((text) => said(decide(text)).some((reply) => own.has(reply.text)));
    expect(taken).to.deep.equal([]);
  });

  it('asks for a person where it does', () => {
    for (const text of opposites.slice(-4)) {
      expect(
        decide(text).some(({ kind }) => kind === 'queue'),
        text,
      ).to.equal(true);
    }
  });

  it('opens nothing after the end', () => {
    const recent = [anEntry({ role: 'system', mark: 'closed', seq: 8, at: 4900, stint: 'closed' })];
    for (const text of ['got it', 'perfect that worked', "no that's all", 'good bot', 'das wars']) {
      const effects = decideTurn(aTurn(text, { episode: anEpisode({ state: 'closed' }), recent }), knowledge);
      expect(
        effects.map(({ kind }) => kind),
        text,
      ).to.not.include('open');
    }
  });
});
