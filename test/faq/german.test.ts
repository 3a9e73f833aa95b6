import { expect } from 'chai';
import { hostileSpans } from '../../src/sentiment/index.js';
import { knowledge } from '../support/mind.js';
import { questions } from './german-questions.js';

const { faq, reader } = knowledge;

/** Right at once, asked back with the right one among the choices, refused, and wrong. */
function score(language: 'de' | 'en') {
  const counts = { right: 0, back: 0, refused: 0, wrong: 0 };
  for (const [entry, german, english] of questions) {
    const text = language === 'de' ? german : english;
    const found = faq.ask(text, { language, ignore: hostileSpans(reader.read(text)) });
    if (found.kind === 'answer') counts[found.entry.id === entry ? 'right' : 'wrong'] += 1;
    else if (found.kind === 'clarify') counts[found.entries.some(({ id }) => id === entry) ? 'back' : 'wrong'] += 1;
    else counts.refused += 1;
  }
  return counts;
}

describe('German questions', () => {
  it('are about entries that are there in both languages', () => {
    for (const [entry] of questions) {
      expect(faq.entry(entry, 'de')?.lang, entry).to.equal('de');
      expect(faq.entry(entry, 'en')?.lang, entry).to.equal('en');
    }
  });

  it('are answered about as well as the same in English', () => {
    const [german, english] = [score('de'), score('en')];
    expect(german.right).to.be.at.least(35);
    expect(german.right + german.back).to.be.at.least(62);
    expect(german.wrong).to.be.at.most(2);
    expect(english.right).to.be.at.least(50);
  });
});

describe('the German base', () => {
  it('has every entry of the English one', () => {
    const ids = (language: string) => new Set(faq.tagged('starter', language).map(({ lang }) => lang));
    expect([...ids('de')]).to.deep.equal(['de']);
    expect([...ids('en')]).to.deep.equal(['en']);
    expect(faq.languages).to.have.members(['en', 'de']);
  });
});
