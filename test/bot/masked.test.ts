/** What is personal in a message is thought about as it was written, and kept nowhere. */
import { expect } from 'chai';
import fc from 'fast-check';
import { maskPersonal, type PersonalKind, systemClock } from '../../src/base/index.js';
import { createAssistant, createRelay, decideTurn, type Knowledge } from '../../src/bot/index.js';
import { type Effect, maskOfTeam, type Quote, type Said, type Turn } from '../../src/conversation/index.js';
import type { Store } from '../../src/store/index.js';
import { calm } from '../escalation/calm.js';
import { upset } from '../escalation/upset.js';
import { aMemory, anEntry, anEpisode, aTurn, knowledge } from '../support/mind.js';
import { onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';

const card = '4242 4242 4242 4242';
const personal = [card, 'password: hunter2', 'bob@example.com', '+49 171 1234567', 'DE89 3704 0044 0532 0130 00'];
const masking = (...mask: readonly PersonalKind[]): Knowledge => ({ ...knowledge, privacy: { mask } });

const asWritten = (text: string, { privacy }: Knowledge, turn: Partial<Turn> = {}): Turn => {
  const kept = aTurn(maskPersonal(text, privacy.mask).text, turn);
  return { ...kept, said: { ...kept.said, written: text } };
};
const said = (effects: readonly Effect[]) => effects.flatMap((one) => (one.kind === 'say' ? [one.reply.text] : []));
const notice = knowledge.speech('en')('hidden', { what: 'the card number' });

function quotesOf(effects: readonly Effect[]): readonly Quote[] {
  return effects.flatMap((effect): readonly Quote[] => {
    if (effect.kind === 'feel') return effect.feeling.evidence;
    return effect.kind === 'queue' || effect.kind === 'raise'
      ? (effect.receipt?.signals.flatMap(({ words }) => words) ?? [])
      : [];
  });
}
const feltIn = (effects: readonly Effect[]) => effects.find((one) => one.kind === 'feel')?.feeling;

describe('a message with something personal', () => {
  const talks = [...calm, ...upset].map(([, talk]) => talk.split(' | ')[0]?.replace(/^[CA]: /, '') ?? '');
  const texts = fc.tuple(fc.constantFrom(...talks), fc.constantFrom(...personal), fc.nat()).map(([talk, one, at]) => {
    const words = talk.split(' ');
    const place = at % (words.length + 1);
    return [...words.slice(0, place), one, ...words.slice(place)].join(' ');
  });

  it('reads as it was written, and every quote stands in what is kept', () => {
    const all = masking('card', 'iban', 'email', 'phone', 'password');
    fc.assert(
      fc.property(texts, (text) => {
        const turn = asWritten(text, all);
        const effects = decideTurn(turn, all);
        const read = knowledge.reader.read(text, { customer: [] });
        const { level, frustration, valence, evidence } = feltIn(effects)!;
        expect({ level, frustration, valence }).to.deep.equal({
          level: read.level,
          frustration: read.frustration,
          valence: read.valence,
        });
        expect(evidence).to.have.length(read.evidence.length);
        for (const { text: words, at } of quotesOf(effects)) {
          if (at !== undefined)
            expect(turn.said.text.startsWith(words, at), `${words} in ${turn.said.text}`).to.equal(true);
        }
        const stored = JSON.stringify(effects);
        for (const word of ['4242 4242', 'hunter2', 'bob@', '1234567', '0532']) expect(stored).to.not.include(word);
      }),
      { numRuns: 300 },
    );
  });

  it('also where it is longer than what is thought about', () => {
    const text = `my card ${card} is refused. ${'It was on a Monday. '.repeat(400)} ${card} This is ridiculous, I am so angry!`;
    const turn = asWritten(text, knowledge);
    const quotes = quotesOf(decideTurn(turn, knowledge)).filter(({ at }) => at !== undefined);
    expect(quotes).to.not.deep.equal([]);
    for (const { text: words, at } of quotes) expect(turn.said.text.startsWith(words, at)).to.equal(true);
    expect(quotes.some(({ at = 0 }) => at > turn.said.text.indexOf(']'))).to.equal(true);
  });

  it('is told once, before the answer, and again when that is long gone', () => {
    const first = decideTurn(asWritten(`How long does delivery take? ${card}`, knowledge), knowledge);
    expect(said(first)[0]).to.equal(notice);
    expect(said(first)[1]).to.match(/two to four working days/);
    const recent = [anEntry({ role: 'assistant', text: notice })];
    const later = decideTurn(asWritten(`my card ${card}`, knowledge, { recent, episode: anEpisode() }), knowledge);
    expect(said(later)).to.not.include(notice);
    expect(said(decideTurn(aTurn('my card is refused'), knowledge))).to.not.include(notice);
  });

  it('is told by whoever takes the turn over, who knows no more than what is kept', () => {
    expect(said(decideTurn(aTurn('my card is [card ending 4242]'), knowledge))[0]).to.equal(notice);
  });

  it('is told while a person has the case, who still owes the answer', () => {
    const episode = anEpisode({ state: 'assigned', agent: 'Ana' });
    const effects = decideTurn(asWritten(`it is ${card}`, knowledge, { episode }), knowledge);
    expect(said(effects)).to.deep.equal([notice]);
    expect(effects.map(({ kind }) => kind)).to.not.include('no-answer');
  });

  it('is no way to reach somebody, unless they were asked for one', () => {
    const all = masking('card', 'email', 'phone');
    const place = { flow: 'waiting', step: 'contact' };
    const episode = anEpisode({ state: 'waiting', memory: aMemory({ place }) });
    const effects = decideTurn(asWritten(`bob@example.com, card ${card}`, all, { episode }), all);
    expect(effects.find(({ kind }) => kind === 'contact')).to.deep.equal({
      kind: 'contact',
      text: 'bob@example.com, card [card ending 4242]',
    });
    expect(said(effects).join(' ')).to.include('[e-mail address]').and.to.not.include('bob@');
  });
});

onEveryEngine('what is masked', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());

  it('is in no entry, answer or figure, though several are sent at once', async () => {
    const assistant = createAssistant({
      conversations: store.conversations,
      knowledge,
      log: quiet,
      clock: systemClock,
    });
    const message = (text: string, n: number): Said => ({
      conversation: 'masked',
      channel: 'web',
      activity: `message ${n}`,
      customer: { id: 'customer masked' },
      text,
      value: `[${card}]`,
      quote: `it is ${card}`,
      ...(n === 0 ? { files: [{ name: `card ${card}.pdf`, type: 'pdf' }] } : {}),
    });
    const all = Array.from({ length: 5 }, (_, n) => `${n}. my card ${card} is refused, and my password is hunter2!!`);
    await Promise.all(all.map((text, n) => assistant.receive(message(text, n))));
    await assistant.idle();
    const entries = await store.conversations.entries('masked', 0);
    expect(JSON.stringify(entries)).to.not.match(/4242 4242|hunter2/);
    const own = entries.filter(({ role }) => role === 'customer').map(({ text }) => text);
    expect(own.toSorted()).to.deep.equal(
      all.map((_, n) => `${n}. my card [card ending 4242] is refused, and my password is [password]!!`),
    );
    const told = entries.filter(({ text }) => text.startsWith('I have hidden'));
    expect(told.map(({ text }) => text)).to.deep.equal([
      knowledge.speech('en')('hidden', { what: 'the card number, the password' }),
    ]);
    const episode = await store.ledger.episode('masked', 1);
    expect(JSON.stringify(episode)).to.not.match(/4242 4242|hunter2/);
  });

  it('is not in what the team writes either, but for a new password', async () => {
    expect(maskOfTeam({ mask: ['card', 'password'] })).to.deep.equal(['card']);
    const spoken: string[] = [];
    const queue = {
      ...store.queue,
      speak: (speech: Parameters<Store['queue']['speak']>[0]) => {
        spoken.push(speech.text);
        return store.queue.speak(speech);
      },
    };
    const relay = createRelay({ queue, speech: knowledge.speech, privacy: knowledge.privacy });
    const agent = { id: 'ana', name: 'Ana', queues: ['main'] };
    const text = `you wrote ${card}; your new password is Sommer77`;
    await relay.say(agent, { conversation: 'masked', id: 'one', epoch: 1, text, note: true });
    expect(spoken).to.deep.equal(['you wrote [card ending 4242]; your new password is Sommer77']);
  });
});
