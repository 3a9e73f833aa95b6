import { expect } from 'chai';
import fc from 'fast-check';
import { clausesOf, normalise, wordsOf } from '../../src/language/index.js';

describe('normalise', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['lower-cases', 'WHERE Is It', 'where is it'],
    ['opens contractions', "can't won't isn't I'm they've", 'can not will not is not i am they have'],
    ['reads curly apostrophes', 'don’t', 'do not'],
    ['takes accents off', 'Rückgabe café', 'ruckgabe cafe'],
    ['writes every number as 0', 'order 12345 for £9.90 at 14:00', 'order 0 for £ 0 at 0'],
    ['cuts long runs of a letter to two', 'pleeeease', 'pleease'],
    ['writes e-mail and email alike', 'e-mail E-Mail email', 'email email email'],
    ['drops zero-width and control characters', 'ca\u200Bncel\u0007 it', 'cancel it'],
    ['folds full-width letters', 'ｈｅｌｐ', 'help'],
    ['keeps other scripts', 'где мой заказ?', 'где мои заказ'],
    ['keeps vowel signs that are part of a word', 'पैसे कब', 'पैसे कब'],
    ['keeps nothing of punctuation', '?!… —', ''],
  ];
  for (const [what, text, plain] of cases) {
    it(what, () => {
      expect(normalise(text)).to.equal(plain);
    });
  }

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).to.equal(once);
      }),
    );
  });

  it('looks at the first 4,000 characters only', () => {
    expect(wordsOf('a '.repeat(50_000))).to.have.length(2000);
  });
});

describe('wordsOf', () => {
  it('finds no words in an empty text', () => {
    expect(wordsOf(' \t\n ')).to.deep.equal([]);
  });
});

describe('clausesOf', () => {
  it('parts sentences as they were written', () => {
    expect(clausesOf('This is a joke!! Where is my order, please?')).to.deep.equal([
      'This is a joke',
      'Where is my order',
      'please',
    ]);
  });
});
