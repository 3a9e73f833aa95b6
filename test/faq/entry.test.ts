import { expect } from 'chai';
import { checkFaq } from '../../src/faq/index.js';

const good = `entries:
  - id: hours
    title: Opening hours
    ask: [when are you open, opening hours]
    answer: From 9 to 18.
    tags: [shop]
`;

const problemsOf = (...texts: readonly string[]): readonly string[] => {
  const checked = checkFaq(texts.map((text, at) => ({ name: `${at + 1}.yaml`, text })));
  return checked.kind === 'broken' ? checked.problems : [];
};

describe('checkFaq', () => {
  it('reads entries with the place they came from, in English when no language is named', () => {
    const checked = checkFaq([{ name: 'a.yaml', text: good }]);
    expect(checked).to.deep.equal({
      kind: 'ok',
      value: [
        {
          id: 'hours',
          title: 'Opening hours',
          ask: ['when are you open', 'opening hours'],
          answer: 'From 9 to 18.',
          tags: ['shop'],
          lang: 'en',
          at: 'a.yaml:2',
        },
      ],
    });
  });

  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['one way of asking', good.replace('[when are you open, opening hours]', '[when]'), /^1\.yaml:4: .*at least two/],
    ['no way of asking', good.replace('[when are you open, opening hours]', '[]'), /^1\.yaml:4: .*at least two/],
    ['no ask at all', good.replace(/ {4}ask.*\n/, ''), /^1\.yaml:2: entries\.0\.ask/],
    ['an empty answer', good.replace('From 9 to 18.', '"  "'), /^1\.yaml:5: .*answer: is empty/],
    ['an unknown language', `${good}    lang: xx\n`, /^1\.yaml:7: .*lang: must be a language/],
    ['an unknown key', `${good}    asks: [x]\n`, /^1\.yaml:7: .*asks/],
    ['an id that is no id', good.replace('id: hours', 'id: Opening Hours'), /^1\.yaml:2: .*hyphens/],
    ['a title too long for a button', good.replace('Opening hours', 'x'.repeat(61)), /^1\.yaml:3: .*button/],
    ['a way of asking without words', good.replace('opening hours]', '"?!"]'), /^1\.yaml:4: "\?!" has no words/],
    ['a way of asking that is there twice', good.replace('opening hours]', 'When are you OPEN?]'), /is there twice/],
    ['no entries', 'entries: []', /^1\.yaml:1: .*no entries/],
    ['a file that is not YAML', 'entries: [', /^1\.yaml:\d+: /],
    ['a list instead of a map', '- id: x', /^1\.yaml:1: /],
  ];
  for (const [what, text, problem] of cases) {
    it(`names ${what} with file and line`, () => {
      expect(problemsOf(text)).to.have.length.at.least(1);
      expect(problemsOf(text)[0]).to.match(problem);
    });
  }

  it('names an id that another file has taken, and where', () => {
    expect(problemsOf(good, good)).to.deep.equal(['2.yaml:2: the id "hours" is taken by 1.yaml:2']);
  });

  it('tells the problems of all files at once', () => {
    expect(problemsOf(good.replace('From 9 to 18.', '""'), 'entries: []', good)).to.have.length(2);
  });

  it('refuses a base without files', () => {
    expect(problemsOf()).to.have.length(1);
  });
});
