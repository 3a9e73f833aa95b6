import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { inPackage } from '../../src/base/index.js';
import { checkSpeech, speechOf } from '../../src/bot/speech.js';
import { decideTurn } from '../../src/bot/index.js';
import { aTurn, knowledge } from '../support/mind.js';

type Sentences = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
const text = (name: string) => readFileSync(inPackage('dialogs', name), 'utf8');
const read = (name: string) => parse(text(name)) as Sentences;
const english = read('wording.yaml');
const ten = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'tr'];
const saidIn = (question: string) =>
  decideTurn(aTurn(question), knowledge).flatMap((effect) => (effect.kind === 'say' ? [effect.reply] : []));

describe('the sentences of each language', () => {
  it('are there in ten languages, all of them in English and German, in the same tones', () => {
    expect([...knowledge.speech.languages]).to.have.members(ten);
    const german = read('wording.de.yaml');
    expect(Object.keys(german)).to.have.members(Object.keys(english));
    for (const [name, said] of Object.entries(english)) expect(typeof german[name], name).to.equal(typeof said);
  });

  it('are read from every file that ships', () => {
    const files = readdirSync(inPackage('dialogs')).filter((name) => name.startsWith('wording.'));
    expect(files).to.have.length(ten.length);
  });

  const question = {
    fr: 'combien coûte la livraison en Belgique',
    es: 'cuánto cuesta el envío a España',
    it: 'quanto costa la spedizione in Italia',
    nl: 'wat kost de verzending naar Nederland',
    pt: 'quanto custa o envio para Portugal',
    pl: 'ile kosztuje wysyłka do Polski',
    sv: 'vad kostar frakten till Sverige',
    tr: 'kargo ücreti ne kadar acaba',
  };
  for (const [language, asked] of Object.entries(question)) {
    it(`say honestly that nothing is known in it, and offer a person, in ${language} alone`, () => {
      const words = knowledge.speech(language);
      const [reply, ...more] = saidIn(asked);
      expect(more).to.deep.equal([]);
      expect(reply?.text).to.include(words('unspoken', { languages: '' }).slice(0, 20));
      expect(reply?.choices?.map(({ title }) => title)).to.deep.equal([words('person'), words('not-now')]);
    });
  }

  it('switch when they are asked to', () => {
    expect(saidIn('auf Deutsch bitte')).to.deep.equal([{ text: knowledge.speech('de')('switched') }]);
    expect(saidIn('en français svp')).to.deep.equal([{ text: knowledge.speech('fr')('switched') }]);
  });

  const files = (further: readonly { language: string; own: { name: string; text: string } }[]) => {
    const usual = { name: 'wording.yaml', text: text('wording.yaml') };
    return { wording: { name: 'own.yaml', text: '' }, usualWording: usual, further };
  };

  it('are one more with one more file', () => {
    const own = { name: 'wording.da.yaml', text: text('wording.yaml').replace(/^not-now: .*$/m, 'not-now: Ikke nu') };
    const checked = checkSpeech(files([{ language: 'da', own }]));
    if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
    const speech = speechOf(checked.value, { name: 'Havn' });
    expect(speech.languages).to.deep.equal(['en', 'da']);
    expect(speech('da')('not-now')).to.equal('Ikke nu');
    expect(speech('fi')('not-now')).to.equal('Not now');
  });

  it('are refused where one is missing that a person is fetched with, or a placeholder', () => {
    const without = { name: 'wording.da.yaml', text: text('wording.yaml').replace(/^not-now: .*$/m, '') };
    expect(checkSpeech(files([{ language: 'da', own: without }]))).to.deep.equal({
      kind: 'broken',
      problems: ['wording.da.yaml:1: lacks not-now'],
    });
    const blank = { name: 'wording.da.yaml', text: text('wording.yaml').replace('{opens} A message', 'A message') };
    expect(checkSpeech(files([{ language: 'da', own: blank }]))).to.include({ kind: 'broken' });
  });

  it('are those of the company, where it has written its own in German alone', () => {
    const wording = { name: 'own.yaml', text: 'not-now: Nein danke, jetzt gerade nicht, vielleicht ein anderes Mal' };
    const usual = { name: 'wording.yaml', text: text('wording.yaml') };
    const german = { language: 'de', usual: { name: 'wording.de.yaml', text: text('wording.de.yaml') } };
    const checked = checkSpeech({ wording, usualWording: usual, further: [german] });
    if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
    const speech = speechOf(checked.value, { name: 'Hafen' });
    expect(speech.usual).to.equal('de');
    expect(speech('de')('not-now')).to.match(/^Nein danke/);
    expect(speech('en')('not-now')).to.equal('Not now');
  });
});
