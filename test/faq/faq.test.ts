import { expect } from 'chai';
import fc from 'fast-check';
import { createFaq } from '../../src/faq/index.js';
import { wordsOf } from '../../src/language/index.js';
import { smallBase } from './base.js';

const faq = createFaq(smallBase);

const answered = (text: string): string => {
  const result = faq.ask(text);
  if (result.kind === 'answer') return [result.entry.id, ...(result.more ? [result.more.id] : [])].join('+');
  return result.kind === 'small-talk' ? result.talk : result.kind;
};

describe('asking', () => {
  for (const { id, ask, title } of smallBase) {
    it(`answers every way of asking for ${id}, and its title`, () => {
      expect([...ask, title].map(answered)).to.deep.equal([...ask, title].map(() => id));
    });
  }

  const cases: readonly (readonly [string, string, string])[] = [
    ['a question in other words', 'at what time do you close', 'hours'],
    ['slips of the finger', 'openning huors', 'hours'],
    ['capitals and marks', 'WHERE CAN I PARK???', 'parking'],
    ['a question inside a story', 'I drove for two hours with my aunt. Where can I park?', 'parking'],
    ['two questions', 'where can I park and how long is the warranty?', 'parking+warranty'],
    ['another language', 'wann kommt das Paket', 'versand'],
    ['a greeting', 'Good morning!', 'greeting'],
    ['thanks', 'thanks a lot', 'thanks'],
    ['a farewell', 'ok thank you, bye', 'bye'],
    ['a bare call for help', 'help', 'help'],
    ['a question about something else', 'who painted the ceiling of the Sistine chapel', 'unknown'],
    ['nonsense', 'xkcd qwrt zzyzx', 'unknown'],
    ['numbers alone', '1234 5678', 'unknown'],
    ['nothing', '', 'unknown'],
    ['signs alone', '?!…', 'unknown'],
    ['another script', 'где мой заказ', 'unknown'],
  ];
  for (const [what, text, outcome] of cases) {
    it(`takes ${what}: "${text}"`, () => {
      expect(answered(text)).to.equal(outcome);
    });
  }

  const bare = [
    'no',
    'a',
    'the',
    'when',
    'what',
    'is it',
    'do you',
    'my',
    'in the',
    'get it',
    'and then',
    'how much is it?',
  ];
  for (const text of bare) {
    it(`takes nothing from words that everybody uses: "${text}"`, () => {
      expect(faq.ask(text)).to.deep.equal({ kind: 'unknown', near: [], confidence: 0 });
    });
  }

  it('takes words that everybody uses where the base asks in just these', () => {
    const who = {
      id: 'who',
      title: 'About us',
      ask: ['who are you', 'who is this'],
      answer: 'Us.',
      tags: [],
      lang: 'en',
    } as const;
    const knowing = createFaq([...smallBase, who]);
    expect(knowing.ask('Who are you?')).to.include({ kind: 'answer' }).and.have.nested.property('entry.id', 'who');
    expect(knowing.ask('are you who')).to.include({ kind: 'unknown', confidence: 0 });
  });

  it('shows what it may be all the same where it does not know, and nothing where nothing is near', () => {
    const many = createFaq(smallBase, { wrongRate: 0 });
    const asked = smallBase.flatMap(({ ask }) => ask.flatMap(wordsOf)).map((word) => `${word} jupiter moons painted`);
    const unknown = asked.flatMap((text) => {
      const result = many.ask(text);
      return result.kind === 'unknown' ? [{ near: result.near.length > 0, known: many.rank(text).known }] : [];
    });
    expect(unknown.filter(({ near }) => near)).not.to.deep.equal([]);
    expect(unknown.filter(({ near, known }) => near && (known < 0.1 || known >= 0.3))).to.deep.equal([]);
    expect(unknown.filter(({ near, known }) => !near && known >= 0.1)).to.deep.equal([]);
  });

  it('offers only choices that deserve it: no more than three, each likely, the likeliest first', () => {
    const many = createFaq(smallBase, { wrongRate: 0 });
    const texts = smallBase.flatMap(({ ask }) => ask.flatMap(wordsOf));
    const lists = texts.flatMap((text) => {
      const result = many.ask(text);
      return result.kind === 'clarify' ? [{ entries: result.entries, ranked: many.rank(text).ranked }] : [];
    });
    for (const { entries, ranked } of lists) {
      const scores = entries.map(({ id }) => ranked.find(({ entry }) => entry.id === id)?.score ?? 0);
      expect(entries).to.have.length.within(1, 3);
      expect(scores).to.deep.equal(scores.toSorted((one, other) => other - one));
      expect(Math.min(...scores)).to.be.at.least(0.04);
    }
    expect(new Set(lists.map(({ entries }) => entries.length)).size, 'lists of different lengths').to.be.above(1);
  });

  it('offers entries of one language when it is not sure', () => {
    const result = createFaq(smallBase, { wrongRate: 0 }).ask('bring the car');
    expect(result.kind).to.equal('clarify');
    if (result.kind !== 'clarify') return;
    expect(result.entries).to.have.length.within(1, 3);
    expect(new Set(result.entries.map(({ lang }) => lang)).size).to.equal(1);
  });

  it('is surer when hostile words are known to be hostile', () => {
    const text = 'you wretched charlatans where can I park';
    const plain = faq.rank(text).confidence;
    expect(faq.rank(text, { ignore: ['wretched charlatans'] }).confidence).to.be.above(plain);
  });

  it('does not ignore a word that the base itself uses', () => {
    expect(faq.rank('parking', { ignore: ['parking'] }).ranked[0]?.entry.id).to.equal('parking');
  });

  it('asks back more often when fewer answers may be wrong', () => {
    const texts = ['close time', 'lamp covered', 'park the car', 'back to you', 'Sunday parking', 'chair claim'];
    const direct = (wrongRate: number) => {
      const strict = createFaq(smallBase, { wrongRate });
      return texts.filter((text) => strict.ask(text).kind === 'answer').length;
    };
    expect(direct(0)).to.be.at.most(direct(0.25));
    expect(direct(0.25)).to.be.at.most(direct(0.9));
    expect(direct(0)).to.be.below(direct(0.9));
  });

  it('answers small talk when an entry is about it', () => {
    const [first, ...others] = smallBase;
    const chatty = createFaq([{ ...first!, id: 'hi', ask: ['hello', 'hi there', 'good morning', 'hey'] }, ...others]);
    const result = chatty.ask('hello');
    expect(result.kind === 'answer' && result.entry.id).to.equal('hi');
  });
});

describe('any text', () => {
  const nasty = [
    'a'.repeat(10_000),
    'where '.repeat(2000),
    '\u0000\u0001\u200B\u202E'.repeat(2500),
    '((((((((('.repeat(1000),
    "'s".repeat(5000),
    'e-'.repeat(5000),
    '1.2,'.repeat(2500),
    'a.b.'.repeat(2500),
    'and '.repeat(2500),
    '\uD800'.repeat(100),
    '👩‍👩‍👧‍👦'.repeat(500),
    'عربي'.repeat(2500),
  ];
  for (const text of nasty) {
    it(`of ${text.length} characters is answered: ${JSON.stringify(text.slice(0, 12))}…`, () => {
      expect(faq.ask(text).kind).to.be.oneOf(['unknown', 'clarify', 'answer']);
    });
  }

  it('gets a ranking of every entry, shares that make 1, and a confidence from 0 to 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { ranked, confidence } = faq.rank(text);
        expect(ranked.map(({ entry }) => entry.id)).to.have.members(smallBase.map(({ id }) => id));
        expect(ranked.reduce((sum, { score }) => sum + score, 0)).to.be.closeTo(1, 1e-6);
        expect(confidence).to.be.within(0, 1);
      }),
    );
  });

  it('gets the same answer every time, whatever was asked between', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (text, other) => {
        const before = faq.ask(text);
        faq.ask(other);
        expect(faq.ask(text)).to.deep.equal(before);
      }),
    );
  });
});

describe('a base', () => {
  it('is learnt the same way every time', () => {
    const again = createFaq(smallBase);
    for (const text of ['when open', 'bring back a lamp', 'zzz']) {
      expect(again.rank(text)).to.deep.equal(faq.rank(text));
    }
  });

  it('has a version that any change changes', () => {
    const [first, ...others] = smallBase;
    expect(createFaq(smallBase).version).to.equal(faq.version);
    expect(createFaq([{ ...first!, answer: 'Another.' }, ...others]).version).not.to.equal(faq.version);
    expect(createFaq([{ ...first!, at: 'elsewhere:1' }, ...others]).version).to.equal(faq.version);
  });

  it('finds an entry by its id', () => {
    expect(faq.entry('parking')?.title).to.equal('Parking');
    expect(faq.entry('nothing')).to.equal(undefined);
  });

  it('may have a single entry, or a single way of asking each', () => {
    const one = createFaq(smallBase.slice(0, 1));
    expect(one.ask('when are you open').kind).to.equal('answer');
    const few = createFaq(smallBase.map((entry) => ({ ...entry, ask: entry.ask.slice(0, 1) })));
    const result = few.ask('where can I park');
    expect(result.kind === 'answer' && result.entry.id).to.equal('parking');
    expect(few.ask('who won the cup').kind).to.equal('unknown');
  });

  it('may be empty, and then knows nothing', () => {
    expect(createFaq([]).ask('where can I park')).to.deep.equal({ kind: 'unknown', near: [], confidence: 0 });
  });
});

describe('search', () => {
  const found = (text: string, limit = 5) => faq.search(text, limit).map(({ id }) => id);
  const cases: readonly (readonly [string, string])[] = [
    ['warr', 'warranty'],
    ['lamp guar', 'warranty'],
    ['PARKING', 'parking'],
    ['open sun', 'hours'],
    ['Paket', 'versand'],
  ];
  for (const [typed, id] of cases) {
    it(`finds ${id} first for "${typed}"`, () => {
      expect(found(typed)[0]).to.equal(id);
    });
  }

  it('leaves out what has none of the words, and keeps to the limit', () => {
    expect(found('xyz')).to.deep.equal([]);
    expect(found('')).to.deep.equal([]);
    expect(found('the', 1)).to.have.length(1);
  });
});
