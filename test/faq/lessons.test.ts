/** What use teaches a base, and what it never does. */
import { expect } from 'chai';
import fc from 'fast-check';
import { checkFaq, createFaq, type Lesson, readWays, withAsked, waysOf, withWays } from '../../src/faq/index.js';
import { commonWords, lexisOf, wordsOf } from '../../src/language/index.js';
import { smallBase } from './base.js';

let people = 0;
const told = (id: string, text: string, more: Partial<Lesson> = {}): Lesson => ({
  id,
  text,
  person: `p${(people += 1)}`,
  fits: true,
  ...more,
});
const asks = (lessons: readonly Lesson[], refused?: ReadonlySet<string>) =>
  waysOf(smallBase, lessons, refused).map(({ id, ask }) => `${id}: ${ask}`);

describe('what use teaches', () => {
  const lessons = [told('parking', 'any spot to leave the vehicle'), told('parking', 'a spot for my vehicle please')];

  it('becomes ways of asking, which find their entry', () => {
    expect(asks(lessons)).to.have.members([
      'parking: any spot to leave the vehicle',
      'parking: a spot for my vehicle please',
    ]);
    const text = 'is there a spot for a vehicle';
    const before = createFaq(smallBase).rank(text);
    const after = createFaq(withWays(smallBase, waysOf(smallBase, lessons))).rank(text);
    expect(after.ranked[0]?.entry.id).to.equal('parking');
    expect(after.known).to.be.above(before.known);
  });

  it('is another version of the base, and gone with what taught it', () => {
    const raised = createFaq(withWays(smallBase, waysOf(smallBase, lessons)));
    expect(raised.version).not.to.equal(createFaq(smallBase).version);
    expect(createFaq(withWays(smallBase, waysOf(smallBase, []))).version).to.equal(createFaq(smallBase).version);
  });

  const nothing: readonly (readonly [string, readonly Lesson[]])[] = [
    [
      'from one person alone',
      [told('parking', 'spot for the vehicle'), told('parking', 'vehicle spot')].map((one) => ({
        ...one,
        person: 'eve',
      })),
    ],
    [
      'of what as many say does not fit',
      [
        ...lessons.slice(0, 1),
        told('parking', lessons[0]!.text, { fits: false }),
        told('parking', 'spot vehicle', { fits: false }),
      ],
    ],
    ['of an entry that is not there', [told('gone', 'spot for the vehicle'), told('gone', 'vehicle spot')]],
    ['of small talk', [told('parking', 'hello'), told('parking', 'thank you')]],
    ['of words that everybody uses', [told('parking', 'the first one'), told('parking', 'what is it')]],
    ['of what has no words', [told('parking', '??'), told('parking', '12 34')]],
    [
      'of the words of two entries that as many meant',
      [told('parking', 'vehicle spot'), told('hours', 'vehicle spot')],
    ],
    ['against the words of its keeper', [told('parking', 'opening hours'), told('parking', 'OPENING hours!')]],
  ];
  for (const [what, taught] of nothing) {
    it(`is nothing ${what}`, () => {
      expect(asks(taught)).to.deep.equal([]);
    });
  }

  it('is unlearnt by its code', () => {
    const [one] = waysOf(smallBase, lessons);
    expect(asks(lessons, new Set([one!.code]))).to.deep.equal([
      `parking: ${lessons.find(({ text }) => text !== one!.ask)!.text}`,
    ]);
  });

  it('is no more than the keeper of an entry gave it, and of each person one', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      told('parking', `vehicle spot ${'abcdefghij'[at % 10]!.repeat(3)} car`),
    );
    expect(waysOf(smallBase, [...many, ...many]).length).to.be.within(1, 5);
    const mine = Array.from({ length: 5 }, (_, at) =>
      told('parking', `car vehicle ${['spot', 'lot', 'place', 'yard', 'space'][at]!}`, { person: 'eve' }),
    );
    expect(asks([...mine, told('parking', 'car spot lot place yard space')])).to.have.lengthOf.at.most(2);
  });

  it('holds no word that only one person has used, whatever is taught', () => {
    const known = new Set(smallBase.flatMap(({ ask, title }) => [...ask, title].flatMap(wordsOf)));
    const word = fc.constantFrom('car', 'spot', 'vehicle', 'Dorothea', 'Elmstreet', 'zebra', 'park', 'the', 'my');
    const lesson = fc.record({
      id: fc.constantFrom('parking', 'hours'),
      text: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
      person: fc.constantFrom('a', 'b', 'c', 'd'),
      fits: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(lesson, { maxLength: 20 }), (taught) => {
        for (const { ask } of waysOf(smallBase, taught)) {
          for (const each of ask.split(' ')) {
            if (known.has(each) || commonWords.has(each) || lexisOf('en').ideaWords.has(each)) continue;
            const users = new Set(
              taught.filter(({ text }) => wordsOf(text).includes(each)).map(({ person }) => person),
            );
            expect(users.size, each).to.be.at.least(2);
          }
        }
      }),
    );
  });

  it('never takes a question from the words of a keeper', () => {
    const against = ['hours', 'returns', 'warranty', 'parking'].flatMap((id) =>
      [
        'when can I park',
        'where do you open',
        'how do I return a lamp',
        'warranty on a chair',
        'car park on Sunday',
      ].map((text) => told(id, `${text} ${id}`)),
    );
    const raised = createFaq(withWays(smallBase, waysOf(smallBase, [...against, ...against])));
    for (const { id, ask, title } of smallBase) {
      for (const text of [...ask, title]) {
        const result = raised.ask(text);
        expect(result.kind === 'answer' && result.entry.id, text).to.equal(id);
      }
    }
  });

  it('is read again as it was kept, and as nothing where it is damaged', () => {
    const ways = waysOf(smallBase, lessons);
    expect(readWays(JSON.stringify(ways))).to.deep.equal(ways);
    for (const damaged of ['', '{', '[1]', 'null', '[{"code":"x"}]']) expect(readWays(damaged)).to.deep.equal([]);
  });
});

describe('a way of asking that is accepted', () => {
  const text = `# ours
entries:
  - id: parking # near
    title: Parking
    ask:
      - where can I park
      - is there parking # both
    answer: >-
      Behind
      the shop.

  - id: hours
    title: Hours
    ask: [opening hours, when are you open]
    answer: Nine to five.
`;
  it('is written behind the others of its entry, and nothing else changes', () => {
    const written = withAsked(text, { id: 'parking', ask: 'vehicle spot' });
    expect(written).to.equal(text.replace('is there parking', 'is there parking\n      - "vehicle spot"'));
    expect(withAsked(text, { id: 'hours', ask: 'no' })).to.equal(
      text.replace('when are you open', 'when are you open, "no"'),
    );
    expect(withAsked(text, { id: 'gone', ask: 'no' })).to.equal(text);
  });

  it('stands in the base from then on', () => {
    const checked = checkFaq([{ name: 'faq.yaml', text: withAsked(text, { id: 'hours', ask: 'no' }) }]);
    expect(checked.kind === 'ok' && checked.value[1]?.ask).to.deep.equal(['opening hours', 'when are you open', 'no']);
  });
});
