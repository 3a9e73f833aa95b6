/** What is kept of an entry and of a memory comes out as it went in, whatever it holds. */
import { expect } from 'chai';
import fc from 'fast-check';
import {
  cues,
  type Extras,
  type Feeling,
  forms,
  levels,
  marks,
  type Memory,
  readings,
} from '../../src/conversation/index.js';
import { entries, entry, packExtras, words } from '../../src/store/entries.js';
import { packFeeling } from '../../src/store/feelings.js';
import { activityOf, knownBy } from '../../src/store/keys.js';
import { packMemory, packPlace, readMemory } from '../../src/store/memory.js';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\t', '\n', '\\', ':', '\f', 'f', 'e', ' ') }),
);
const choices = fc.array(fc.record({ title: text, value: text }), { minLength: 1, maxLength: 4 });
const number = fc.nat();
const extras: fc.Arbitrary<Extras> = fc.record(
  {
    choices,
    form: fc.constantFrom(...forms),
    mark: fc.constantFrom(...marks),
    by: text,
    faq: text,
    base: text,
    missed: number,
    value: text,
    about: number,
    reads: fc.constantFrom(...readings),
  },
  { requiredKeys: [] },
);
const share = fc.integer({ min: 50, max: 1000 }).map((value) => value / 1000);
const evidence = fc.record(
  { text, at: number, share, cue: fc.constantFrom(...cues) },
  { requiredKeys: ['text', 'share'] },
);
const feeling: fc.Arbitrary<Feeling> = fc.record({
  valence: fc.integer({ min: -1000, max: 1000 }).map((value) => value / 1000),
  frustration: share,
  level: fc.constantFrom(...levels),
  evidence: fc.array(evidence, { maxLength: 5 }),
});
const record = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.string(), value) as fc.Arbitrary<Record<string, never>>;
const memory: fc.Arbitrary<Memory> = fc.record(
  {
    mood: fc.record({
      smooth: share,
      peak: share,
      trend: fc.array(share),
      turns: number,
      quiet: number,
      lasting: record(number),
    }),
    place: fc.record({ flow: text, step: text, memo: record(text) }, { requiredKeys: ['flow', 'step'] }),
    failures: number,
    answered: text,
    asked: fc.integer({ min: 1 }),
    language: text,
  },
  { requiredKeys: ['mood', 'failures'] },
);

describe('what is kept', () => {
  it('of an entry is read as it was written', () => {
    fc.assert(
      fc.property(text, extras, feeling, (said, carried, felt) => {
        const item = `cb12 1700000000123456${packExtras(carried)}${packFeeling(felt)}\n${said}`;
        const plain = { seq: 12, at: 1_700_000_000_123.456, role: 'customer', text: said, stint: 'bot' };
        expect(words(item)).to.deep.equal(plain);
        expect(entry(item, {})).to.deep.equal({ ...carried, feeling: felt, ...plain });
      }),
    );
  });

  it('of a memory is read as it was written, and is blank when it is none', () => {
    fc.assert(
      fc.property(memory, (kept) => {
        expect(readMemory(packMemory(kept), packPlace(kept.place))).to.deep.equal(JSON.parse(JSON.stringify(kept)));
      }),
    );
    const older = '[0,0,[],1,0,{},2,0,0,["offer","answer",0]]'; // with the place in the list
    expect(readMemory(older).place).to.deep.equal({ flow: 'offer', step: 'answer' });
    for (const broken of ['', '{}', '[', '[1,2,["x"],3,4,{},0]', '[1,2,[],3,4,[],0]', 'null']) {
      expect(readMemory(broken).failures, broken).to.equal(0);
    }
  });

  it('of a message are its id and, of what it read like, all that moved it', () => {
    for (const id of [
      '0a1b2c3d-0000-4fff-8000-00000000000f',
      'x',
      '~',
      '~~',
      '0A1B2C3D-0000-4FFF-8000-00000000000F',
      '',
    ]) {
      expect(activityOf(knownBy(id)), id).to.equal(id);
    }
    expect(knownBy('0a1b2c3d-0000-4fff-8000-00000000000f')).to.have.length(23);
    expect(knownBy('x'.repeat(101))).to.have.length(11);
    const felt: Feeling = {
      valence: 0,
      frustration: 0.1,
      level: 0,
      evidence: [
        { text: 'thanks', cue: 'thanks', share: -0.001 },
        { text: 'the', share: 0.049 },
      ],
    };
    const [first] = entries([`cb1 1${packFeeling(felt)}\nthe thanks`], ['x', '1'], {});
    expect(first?.feeling?.evidence).to.deep.equal(felt.evidence.slice(0, 1));
    expect(first?.activity).to.equal('x');
  });

  it('of choices with a name is the name, so that they are read as they are worded now', () => {
    const [before, now] = [[{ title: 'Yes', value: 'y' }], [{ title: 'Yes, it does', value: 'y' }]];
    const item = `bc1 1${packExtras({ choices: before }, { answer: before })}\nDid that help?`;
    expect(item).to.not.include('Yes');
    expect(entry(item, { answer: now }).choices).to.deep.equal(now);
    expect(entry(item, {}).choices).to.equal(undefined);
    const other = `bc1 1${packExtras({ choices: now }, { answer: before })}\nDid that help?`;
    expect(entry(other, { answer: before }).choices).to.deep.equal(now);
  });
});
