/** What is told of a reading is true to the letter: quotes stand in the message, and shares are of the whole. */
import { expect } from 'chai';
import fc from 'fast-check';
import { inPackage, mostThought, readTextFile } from '../../src/base/index.js';
import { decideTurn } from '../../src/bot/index.js';
import { type Feeling, freshMood, type Quote } from '../../src/conversation/index.js';
import { decide, reasonWords } from '../../src/escalation/index.js';
import type { Before } from '../../src/sentiment/index.js';
import { shareLines } from '../../src/web/desk/thread/evidence.js';
import { calm } from '../escalation/calm.js';
import { upset } from '../escalation/upset.js';
import { aTurn, knowledge } from '../support/mind.js';

/** Everything that can be inferred; none of it is in the customer's words. */
const inferred = new Set([
  ...['capitals', 'exclamation marks', 'repeated question marks', 'a question', 'a short reply'],
  ...['the length of the message', 'the first message', 'accepts the offer of a person', 'closes the chat'],
  ...['says that it did not help', 'corrects the assistant', 'declines an offer', 'turns the answer down', 'agrees'],
  ...['disagrees', 'after a failed answer', 'after bad news', 'was asked for it', 'wants something else'],
  ...['the advice did not work', 'says it again', 'answers the question'],
]);

const isTrue = (text: string, { text: words, at }: Quote): boolean =>
  at === undefined
    ? inferred.has(words) || words.startsWith('written in ')
    : words !== '' && text.startsWith(words, at);

const untrue = (text: string, quotes: readonly Quote[]): readonly string[] =>
  quotes.filter((quote) => !isTrue(text, quote)).map((quote) => JSON.stringify(quote));

function addsUp({ evidence }: Feeling): void {
  const sum = (side: 1 | -1) => evidence.reduce((whole, { share }) => whole + Math.max(0, side * share), 0);
  expect(sum(1)).to.be.at.most(1 + 1e-9);
  expect(sum(-1)).to.be.at.most(1 + 1e-9);
  const { told, rest } = shareLines(evidence);
  const percents = told.flatMap(({ percent }) => percent ?? []);
  if (sum(1) > 0) expect(percents.reduce((whole, one) => whole + one, rest)).to.equal(100);
  else expect([...percents, rest]).to.deep.equal([0]);
  for (const percent of percents) expect(percent).to.be.greaterThan(0);
}

/** The reading, the receipt made of it, and its reasons in words. */
function check(text: string, before: Before = {}): void {
  const feeling = knowledge.reader.read(text, before);
  expect(untrue(text, feeling.evidence), text).to.deep.equal([]);
  addsUp(feeling);
  const input = { mood: freshMood, feeling, text, before: [], failures: 0, contacts: 0 };
  const { receipt } = decide(knowledge.policy, input).decision;
  const quotes = receipt.signals.flatMap(({ words }) => words);
  expect(untrue(text, quotes), text).to.deep.equal([]);
  for (const [, words = ''] of reasonWords(receipt)
    .join('\n')
    .matchAll(/“([^“”]*)”/g))
    expect(text).to.include(words);
}

const talks = [...calm, ...upset].map(([, talk]) => talk.split(' | ').map((turn) => turn.replace(/^[CA]: /, '')));
const own = readTextFile(inPackage('src', 'sentiment', 'training', 'own.yaml'))
  .text.split('\n')
  .flatMap((line) => /^\s*- (.+)$/.exec(line)?.[1] ?? []);

describe('a receipt is literally true', () => {
  it(`for every message of the test conversations (${talks.length}) and every sentence taught (${own.length})`, () => {
    for (const turns of talks) {
      for (const [i, text] of turns.entries()) {
        const assistant = turns[i - 1];
        check(text, { customer: turns.slice(0, i), ...(assistant === undefined ? {} : { assistant }) });
      }
    }
    for (const text of own) check(text);
  });

  const bricks = fc.constantFrom(
    ...[
      'THIS IS RIDICULOUS',
      'useless',
      'I want a person',
      'don’t',
      '  ',
      '\n\n',
      '\t',
      'https://a.example/b?c=d',
      '!!!',
      '??',
    ],
    ...[
      '😡',
      '😡😡😡',
      '😡 😡  😡',
      'İstanbul',
      'Ich warte seit drei Wochen',
      'eine Frechheit',
      'never mind',
      'thanks',
      'please',
    ],
    ...[
      'no',
      'yes please',
      'for the third time',
      'my landlord was terrible',
      'not  bad at all',
      '...',
      'noooo',
      '“quoted”',
      'ﬁne',
    ],
    ...['я жду оператора', '我要转人工', '\u200b', '\u00a0', 'it does not work', 'still the same', 'Ⅷ', 'ẞ'],
  );
  const asked = fc.constantFrom(
    undefined,
    'Shall I get a person?',
    'Did that help?',
    "I don't know that one.",
    'Sorry, unfortunately not.',
    'Please restart it and try again.',
  );
  const made = fc.array(fc.oneof(bricks, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 14 });

  it('for messages made of anything (2,000 of them), whatever was said before', () => {
    fc.assert(
      fc.property(made, fc.constantFrom('', ' ', '  ', ', '), asked, (parts, joint, assistant) => {
        check(parts.join(joint), assistant === undefined ? {} : { assistant, customer: ['it does not work'] });
      }),
      { numRuns: 2000 },
    );
  });

  it('for messages too long to be thought about, by their place in the whole (200 of them)', () => {
    fc.assert(
      fc.property(made, made, (start, end) => {
        const text = `${start.join(' ')} ${'and then I went on '.repeat(mostThought / 15)} ${end.join(' ')}`;
        const felt = decideTurn(aTurn(text), knowledge).find((effect) => effect.kind === 'feel')?.feeling;
        const quotes = (felt?.evidence ?? []).filter(({ at }) => at !== undefined);
        expect(untrue(text, quotes)).to.deep.equal([]);
      }),
      { numRuns: 200 },
    );
  });

  it('names what it infers without quoting it, and quotes what it saw', () => {
    const assistant = 'Please restart it. Then try again.';
    const feeling = knowledge.reader.read('it still does not work, useless', { assistant });
    const input = { mood: freshMood, feeling, text: '', before: [], failures: 0, contacts: 0 };
    const [reason = ''] = reasonWords(decide(knowledge.policy, input).decision.receipt).filter((one) =>
      one.includes('useless'),
    );
    expect(reason).to.include('“useless”').and.include('the advice did not work').and.not.include('“the advice');
  });
});
