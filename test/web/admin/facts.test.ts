/** What is said of a person, in words, and two admins who change the same one. */
import { expect } from 'chai';
import type { PersonRow } from '../../../src/access/contract.js';
import {
  capacityWords,
  differences,
  type Facts,
  factsOf,
  languageWords,
  merged,
  queueWords,
  readLanguages,
} from '../../../src/web/admin/facts.js';

const choices = {
  queues: [
    { id: 'main', title: 'Support' },
    { id: 'returns', title: 'Returns' },
  ],
  capacity: 4,
};
const ana: Facts = { name: 'Ana', languages: [], off: false };

describe('what is said of a person', () => {
  it('reads as people say it', () => {
    expect(queueWords(undefined, choices)).to.equal('All queues');
    expect(queueWords([], choices)).to.equal('No queue');
    expect(queueWords(['returns', 'gone'], choices)).to.equal('Returns, gone');
    expect(capacityWords(undefined, 4)).to.equal('4, as usual');
    expect(capacityWords(2, 4)).to.equal('2');
    expect(languageWords(['de', 'pt'])).to.equal('German, Portuguese');
    expect(languageWords([])).to.equal('Not said');
  });

  const typed: readonly (readonly [string, object])[] = [
    ['', { codes: [] }],
    ['en, de', { codes: ['en', 'de'] }],
    [' EN;de  en ', { codes: ['en', 'de'] }],
    ['en, German', { codes: ['en', 'german'], unknown: 'german' }],
    ['en, xx', { codes: ['en', 'xx'], unknown: 'xx' }],
  ];
  for (const [text, read] of typed) {
    it(`finds languages in "${text}"`, () => expect(readLanguages(text)).to.deep.equal(read));
  }

  it('differs from what it was, fact by fact', () => {
    const after: Facts = { ...ana, queues: ['returns'], capacity: 2, off: true };
    expect(differences(ana, after, choices)).to.deep.equal([
      'Queues: All queues → Returns',
      'At once: 4, as usual → 2',
      'Sign-in: may sign in → switched off',
    ]);
    expect(differences(after, after, choices)).to.deep.equal([]);
    expect(differences(ana, { ...ana, name: 'Ana S.', languages: ['de'] }, choices)).to.deep.equal([
      'Name: Ana → Ana S.',
      'Languages: Not said → German',
    ]);
  });

  it('is what both admins said, where they said different things; mine where they said the same', () => {
    const base: Facts = { ...ana, capacity: 4 };
    const mine: Facts = { ...base, queues: ['main'], capacity: 2 };
    const theirs: Facts = { ...ana, languages: ['de'], capacity: 3 };
    expect(merged(base, mine, theirs)).to.deep.equal({ ...ana, queues: ['main'], capacity: 2, languages: ['de'] });
    expect(merged(base, base, theirs), 'nothing of mine').to.deep.equal(theirs);
  });

  it('is no more of a row than can be changed', () => {
    const row: PersonRow = { ...ana, id: 'ana', role: 'agent', first: 1, seen: 2, version: 3, capacity: 2 };
    expect(factsOf(row)).to.deep.equal({ ...ana, capacity: 2 });
  });
});
