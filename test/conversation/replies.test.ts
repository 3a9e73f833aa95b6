import { expect } from 'chai';
import { flows } from '../../dialogs/index.js';
import { nothingOffered, offeredAt, pick, type Place, readScore } from '../../src/conversation/index.js';
import { knowledge } from '../support/mind.js';

const known = { words: knowledge.speech('en'), desk: { somebody: true } };
const list = (text: string) => text.split(' | ');
const chosen = (place: Place) => (text: string) => {
  const picked = pick({ text }, { asked: offeredAt(flows, place, known), standing: nothingOffered });
  return picked.kind === 'choice' ? picked.value : undefined;
};

const offer = chosen({ flow: 'offer', step: 'answer' });
const memo = { 'faq:a': 'Delivery', 'faq:b': 'Returns', 'faq:c': 'Gift cards', none: 'None of these' };
const clarify = chosen({ flow: 'clarify', step: 'picked', memo });
const answer = chosen({ flow: 'answer', step: 'judged' });
const comment = chosen({ flow: 'survey', step: 'comment' });
const score = (text: string) => {
  const picked = chosen({ flow: 'survey', step: 'score' })(text);
  if (picked !== undefined) return picked;
  const read = readScore(text, 7);
  return read?.kind === 'score' ? String(read.score) : read?.kind;
};

type Table = readonly (readonly [
  what: string,
  read: (text: string) => string | undefined,
  meaning: string,
  phrases: string,
])[];

const answers: Table = [
  [
    'yes to a person',
    offer,
    'person',
    'yes | Yes! | y | yeah sure | yep go on | yup | sure | sure thing | ok | okay please | fine | go ahead | do it | of course | ' +
      'absolutely | definitely | why not | sounds good | please | yes please | get me a person | a person please | that would be great | ' +
      'ja | ja bitte | jo | klar | na klar | gerne | sehr gern | bitte | natürlich | auf jeden fall | in ordnung | 👍 | 👍🏽 | ✅ | 👌 thanks | ＹＥＳ',
  ],
  [
    'no to a person',
    offer,
    'not-now',
    "no | n | nope | nah | no thanks | no thank you | not now | not now, thanks | later | maybe later | rather not | don't | no need | " +
      'not yet | I’m good | nein | nein danke | nee | jetzt nicht | lieber nicht | später | 👎 | ❌ | no way',
  ],
  [
    'the first',
    clarify,
    'faq:a',
    '1 | 1. | #1 | one | the first | the first one | first one please | option 1 | number one | 1st | das erste | die erste bitte | eins | １ | 1️⃣',
  ],
  [
    'the second',
    clarify,
    'faq:b',
    '2 | second | the second one | option 2 | number two | nr. 2 | 2nd | zwei | das zweite | ich nehme das zweite | ２ | 2️⃣',
  ],
  ['the last', clarify, 'faq:c', '3 | third | the third one | last | the last one | das letzte | drei'],
  [
    'none',
    clarify,
    'none',
    'none | neither | none of them | none of those | no | nope | nein | keine davon | nichts davon | something else | 👎',
  ],
  [
    'that helped',
    answer,
    'solved',
    'yes | yep | yes thanks | perfect | great, thanks | thanks | that works | it worked | solved | ja danke | danke | 👍',
  ],
  [
    'that did not help',
    answer,
    'not-solved',
    "no | nope | nah | not really | no it didn't | no, thanks | that's not it | nein | nein, das hilft nicht | 👎",
  ],
  [
    'seven',
    score,
    '7',
    '7 | 7! | 7/7 | 7 / 7 | seven | Seven please | sieben | ７ | 7️⃣ | 7 out of 7 | 7 von 7 | a 7 | a solid 7 | 7 points | strongly agree | full marks | the highest',
  ],
  [
    'five',
    score,
    '5',
    "5 | 5 out of 7 | 5/7 | five | fünf | 5️⃣ | ５ | I'd say 5 | I would give it a 5 | about 5 | maybe a 5 | 5 stars | 5, it was quick | 5 - quick enough | ich gebe 5 punkte",
  ],
  [
    'one',
    score,
    '1',
    '1 | one | eins | 1/7 | strongly disagree | the lowest | 1, took for ever | 1 because nobody answered',
  ],
  [
    'a figure or verdict that the scale has not',
    score,
    'unclear',
    '0 | 8 | 11 | eleven | 10 | 10/10 | 10 out of 10 | 3.5 | -1 | zwölf | 5 or 6 | very easy | easy thanks | easy | not easy | it was hard | ok | great | agree | sehr einfach | ziemlich schwer | yes | no | 👍',
  ],
  ['no score wanted', score, 'skip', 'skip | no thanks | later | not now | nein danke'],
  ['no comment', comment, 'skip', 'skip | no | nope | no thanks | nothing | nein | 👎'],
];

const opposites: Table = [
  [
    'no answer to the offer of a person',
    offer,
    'undefined',
    'yes, but how long does it take? | Ok. How do I return it? | sure about the price? | okay but first tell me the price | yesterday | ' +
      'no parcel came | no refund yet | nobody helped | not now means never with you | why | yes no | ja aber wann | later today it must arrive | ' +
      'fine print | do it yourself | a person stole my parcel | thanks | hello | nein ist keine Antwort | please help me | n95 masks | ' +
      'ok google | y tho | I said yes yesterday | no lamp in the box | go on holiday | sure is slow | never again | don’t like it | 👍 or 👎?',
  ],
  [
    'no pick of a list',
    clarify,
    'undefined',
    '4 | 0 | 12 | 40213 | the fourth one | 1 and 2 | first time I waited | second hand lamps | one lamp is broken | two plates | ' +
      'order 2 | my first order | the last delivery was late | 1 week | 3 days | option four | the third party seller | yes | ' +
      'none came | nothing works | no lamp | is it the first one? | 2 or 3 | first class | ',
  ],
  [
    'no judgement of an answer',
    answer,
    'undefined',
    'great, and how long does delivery take? | thanks, what about returns | yes and no | perfect storm | thanks for nothing | ok | ' +
      'it works on Monday? | no parcel | not really a lamp | it worked yesterday | nope, still broken | yes but it is late | 👍? | sorted by price',
  ],
  [
    'no score',
    score,
    'undefined',
    '7 plates were broken | seven lamps | I waited 7 days | order 7 | 40213 | 2024 | 7 or what? | where is my parcel | 5 weeks late | ' +
      'two chairs | one more question | how easy is it? | easy chair | hard drive | great lamp you have | 7 plates, all broken | ' +
      'my 5 year old broke it | 1 item missing | I need 2 lamps | call me at 5 pm | bye | hello | quick delivery? | is 7 the best? | ' +
      'it was 7 euros | top shelf | give me a person | a ten euro voucher | -40213 | the blanket is not good, can I return it',
  ],
  [
    'a comment',
    comment,
    'undefined',
    'no lamp came | nothing was easy | it was quick | later than promised | no one answered | nope, too slow | skip the line was nice | took three tries',
  ],
];

const phrasesOf = (table: Table) =>
  table.flatMap(([what, read, meaning, phrases]) => list(phrases).map((text) => ({ what, read, meaning, text })));

describe('a short reply', () => {
  it('stands in the tables at least a hundred times, and as often in those of its opposites', () => {
    expect(phrasesOf(answers).length).to.be.greaterThan(150);
    expect(phrasesOf(opposites).length).to.be.greaterThan(99);
  });

  for (const [what, read, meaning, phrases] of [...answers, ...opposites]) {
    it(`means ${what}: ${list(phrases).length} phrases`, () => {
      const wrong = list(phrases).filter((text) => String(read(text)) !== meaning);
      expect(wrong.map((text) => `${text} → ${String(read(text))}`)).to.deep.equal([]);
    });
  }
});
