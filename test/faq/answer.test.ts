import { expect } from 'chai';
import { answerFor, checkFaq, type FaqEntry } from '../../src/faq/index.js';

const entry: FaqEntry = {
  id: 'a',
  title: 'A',
  ask: ['one', 'two'],
  answer: 'Hello {name|there}, welcome to {brand}. [Open it](https://example.org).',
  channels: { teams: 'Welcome to {brand} in Teams, {name|colleague}.' },
  tags: [],
  lang: 'en',
};
const on = (channel: 'web' | 'teams', name?: string) =>
  answerFor(entry, { channel, values: { brand: 'Pine', ...(name === undefined ? {} : { name }) } });

describe('the words of an answer', () => {
  it('name the brand and the customer, or what stands for a guest', () => {
    expect(on('web', 'Ana')).to.equal('Hello Ana, welcome to Pine. [Open it](https://example.org).');
    expect(on('web')).to.equal('Hello there, welcome to Pine. [Open it](https://example.org).');
  });

  it('are those of the channel where it has its own', () => {
    expect(on('teams')).to.equal('Welcome to Pine in Teams, colleague.');
  });

  it('take nothing from a name but letters: it becomes no link, no bold type and no blank', () => {
    expect(on('web', '[x](http://evil) **B** {brand}')).to.match(/^Hello xhttp:\/\/evil B brand, /);
    expect(on('web', '***')).to.match(/^Hello there, /);
  });

  const file = (answer: string, more = '') => ({
    name: 'a.yaml',
    text: `entries:\n  - id: a\n    title: A\n    ask: [one, two]\n    answer: "${answer}"\n${more}`,
  });
  const problems = (answer: string, more = '') => {
    const checked = checkFaq([file(answer, more)]);
    return checked.kind === 'broken' ? checked.problems : [];
  };
  const cases: readonly (readonly [string, string, RegExp | undefined])[] = [
    ['Dear {name|customer}', '', undefined],
    ['A {b} and {not this', '', /^a\.yaml:5: \{b\} is not known/],
    ['Dear {name}', '', /^a\.yaml:5: \{name\} needs words for guests/],
    ['Yes', '    channels:\n      teams: "{nme|x}"\n', /^a\.yaml:7: \{nme\|x\} is not known/],
    ['Yes', '    channels:\n      fax: no\n', /^a\.yaml:\d: /],
    ['Yes', '    lang: xx\n', /^a\.yaml:6: .*must be a language/],
  ];
  for (const [answer, more, wanted] of cases) {
    it(`are ${wanted === undefined ? 'accepted' : 'refused, with the line'}: ${answer} ${more.trim()}`, () => {
      const [problem, ...others] = problems(answer, more);
      expect(others).to.deep.equal([]);
      if (wanted === undefined) expect(problem).to.equal(undefined);
      else expect(problem).to.match(wanted);
    });
  }
});
