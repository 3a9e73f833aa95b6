import { expect } from 'chai';
import fc from 'fast-check';
import { spokenIn, toldApart } from '../../src/language/index.js';
import { messages } from './messages.js';

const begun = { begun: true };
const languages = Object.keys(messages);
const all = languages.flatMap((language) => (messages[language] ?? []).map((text) => ({ language, text })));
const right = (kept: (language: string) => string, anew = false): number =>
  all.filter(({ language, text }) => spokenIn(text, { kept: kept(language), begun: !anew }).language === language)
    .length;

describe('the language of a conversation', () => {
  it('is told apart in the ten languages that the messages are in', () => {
    expect(languages).to.have.members([...toldApart]);
  });

  it('stays through short messages in it', () => {
    expect(right((language) => language)).to.be.at.least(198);
  });

  it('is found by one short message, where English or German was expected', () => {
    expect(right(() => 'en')).to.be.at.least(190);
    expect(right(() => 'de')).to.be.at.least(185);
  });

  const switched: readonly (readonly [string, string, string])[] = [
    ['en', 'auf Deutsch bitte', 'de'],
    ['en', 'Können wir auf Deutsch schreiben?', 'de'],
    ['en', 'Deutsch', 'de'],
    ['de', 'English please', 'en'],
    ['de', 'do you speak English?', 'en'],
    ['de', 'can we continue in English?', 'en'],
    ['en', 'en français svp', 'fr'],
    ['de', '¿hablan español?', 'es'],
    ['de', 'czy możemy pisać po polsku', 'pl'],
    ['en', 'Türkçe konuşabilir misiniz', 'tr'],
  ];
  for (const [kept, text, language] of switched) {
    it(`is switched from ${kept} by "${text}"`, () => {
      expect(spokenIn(text, { kept, ...begun })).to.deep.equal({ language, asked: true });
    });
  }

  const staying: readonly (readonly [string, string])[] = [
    ['de', 'ok'],
    ['de', 'thanks'],
    ['de', 'perfect!'],
    ['de', 'Tracking?'],
    ['de', 'Harbour Lamp'],
    ['de', 'no'],
    ['de', 'WTF'],
    ['de', '7'],
    ['de', 'max@example.com'],
    ['de', '👍'],
    ['en', 'danke'],
    ['en', 'Grüße'],
    ['en', 'order 4711-AB'],
    ['en', 'is the manual available in German?'],
    ['en', 'do you ship to Germany'],
    ['en', 'I bought French wine glasses'],
    ['en', 'polish'],
    ['en', ''],
  ];
  for (const [kept, text] of staying) {
    it(`stays ${kept} after "${text}"`, () => {
      expect(spokenIn(text, { kept, ...begun })).to.deep.equal({ language: kept });
    });
  }

  it('begins with one greeting', () => {
    const anew = { begun: false };
    expect(spokenIn('Hallo', { kept: 'en', ...anew }).language).to.equal('de');
    expect(spokenIn('Bonjour', { kept: 'en', ...anew }).language).to.equal('fr');
    expect(spokenIn('Hello', { kept: 'de', ...anew }).language).to.equal('en');
  });

  it('is told by the letters where those are of one language', () => {
    for (const [language, text] of [
      ['ja', '返品したいです'],
      ['zh', '我的包裹在哪里'],
      ['ru', 'где моя посылка'],
      ['uk', 'де мій пакунок'],
      ['el', 'πού είναι το δέμα μου'],
      ['ar', 'أين طردي'],
    ] as const) {
      expect(spokenIn(text, { kept: 'en', ...begun }).language, text).to.equal(language);
    }
  });

  it('is one of two letters for any text whatever, in bounded time', () => {
    const text = fc.oneof(fc.string({ maxLength: 300, unit: 'binary' }), fc.string({ maxLength: 300 }));
    fc.assert(
      fc.property(text, fc.constantFrom(...toldApart), (said, kept) => {
        expect(spokenIn(said, { kept, ...begun }).language).to.match(/^[a-z]{2}$/);
      }),
    );
    const started = performance.now();
    for (const sign of ['a', ' ', '1', '@', 'ä ', '返', "'", '\ud800'])
      spokenIn(sign.repeat(100_000), { kept: 'en', ...begun });
    expect(performance.now() - started).to.be.below(400);
  });
});
