/** A fuzzer with a clock: pumped texts, drawn from a seed, through everything that thinks about words. */
import { expect } from 'chai';
import fc from 'fast-check';
import { draftsOf, gapsOf } from '../../src/faq/index.js';
import { decideTurn } from '../../src/bot/index.js';
import { readScale } from '../../src/web/chat/shown.js';
import { readBlocks } from '../../src/web/kit/rich.js';
import { aMemory, anEntry, anEpisode, aTurn, knowledge } from '../support/mind.js';
import { type Attack, textOf } from './attacks.js';
import { growthOf, quickest, steep } from './growth.js';

const seed = 20_261_128;
const runs = 250;
/** Characters; nothing that thinks sees more. */
const [short, long] = [950, 3800];
/** Looked at closely only when it takes so much longer than plain words of the same length. */
const dear = 3;

const bricks = [
  '!',
  '?',
  '.',
  ' ',
  '\n',
  'a',
  'é',
  '1',
  '-',
  '[',
  '](',
  '**',
  'http://',
  '"',
  '’',
  "'",
  '@',
  '<at>',
  '=',
  '😡',
  '漢',
  '\u0301',
  '\u202e',
  'İ',
];
const words = [
  'how long ',
  'I want ',
  'a person ',
  'not ',
  'never had ',
  'warte ',
  'llevo ',
  'my husband was ',
  'still ',
  'again ',
  'refund ',
  'said ',
];
const brick = fc.constantFrom(...bricks, ...words);
const attack: fc.Arbitrary<Attack> = fc.record({
  before: fc.oneof(fc.constant(''), brick),
  pump: fc.array(brick, { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
  after: fc.constantFrom('', 'x', '!', '\0', '?'),
});

const placed = (flow: string, step: string, memo = {}) =>
  anEpisode({ memory: aMemory({ place: { flow, step, memo } }) });
const survey = anEpisode({ state: 'closed', memory: aMemory({ place: { flow: 'survey', step: 'comment' } }) });
const spoken = anEntry({ role: 'assistant', at: 4000, text: 'Would you like that?' });
const thinkers: Readonly<Record<string, (text: string) => unknown>> = {
  'a reader of feelings': (text) => knowledge.reader.read(text, { assistant: text, customer: [text] }),
  'the FAQ': (text) => knowledge.faq.ask(text),
  'a search for answers': (text) => knowledge.faq.search(text, 5),
  'a turn after choices': (text) => decideTurn(aTurn(text, { episode: placed('answer', 'judged') }), knowledge),
  'a turn after titles': (text) =>
    decideTurn(aTurn(text, { episode: placed('clarify', 'picked', { none: 'None' }) }), knowledge),
  'a turn after an offer': (text) => decideTurn(aTurn(text, { episode: placed('offer', 'answer') }), knowledge),
  'a turn in the line': (text) =>
    decideTurn(
      aTurn(text, { episode: { ...placed('waiting', 'contact'), state: 'waiting' }, recent: [anEntry({ text })] }),
      knowledge,
    ),
  'a comment': (text) => decideTurn(aTurn(text, { episode: survey, recent: [spoken] }), knowledge),
  'rich text': (text) => readBlocks(text),
  'a scale': (text) => readScale(text),
  'a draft': (text) => draftsOf(gapsOf([{ text, answer: text }]), []),
};

/** The first text under which it grows faster than the text does. */
function steepUnder(think: (text: string) => unknown): string | undefined {
  const on = (text: string) => () => void think(text);
  const plain = on('how long does delivery take, please? '.repeat(Math.round(long / 37)));
  const cheap = dear * Math.max(quickest(plain, 9), 0.05);
  const grows = (one: Attack): boolean => {
    const large = on(textOf(one, long));
    return quickest(large, 2) >= cheap && growthOf(on(textOf(one, short)), large) >= steep;
  };
  const found = fc.check(
    fc.property(attack, (one) => !grows(one)),
    { seed, numRuns: runs, endOnFailure: true },
  );
  return found.failed ? JSON.stringify(found.counterexample) : undefined;
}

const made = (source: string): RegExp => new RegExp(source);

describe('pumped texts', function () {
  this.timeout(120_000);
  for (const [what, think] of Object.entries(thinkers)) {
    it(`take ${what} no longer than they are long`, () => expect(steepUnder(think)).to.equal(undefined));
  }

  it('would be told: the pattern that once stopped everybody is found', () => {
    expect(steepUnder((text) => made('[.!?]+$').test(text))).to.be.a('string');
    expect(steepUnder((text) => made('\\[[^\\]\\n]+\\]\\(').test(text))).to.be.a('string');
  });
});
