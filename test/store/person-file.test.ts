/** What is handed out of a person is what erasing them takes: every word of theirs, and no word of anybody else's. */
import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { type Effect, freshMood, type Receipt } from '../../src/conversation/index.js';
import { keys, shardNames } from '../../src/store/keys.js';
import { aboutPerson } from '../../src/store/personal-keys.js';
import type { Store } from '../../src/store/index.js';
import { embedded, type Ground, onCluster, onRedis } from '../support/erase-grounds.js';
import { findRedis } from '../support/redis.js';
import { readAll } from '../support/tickets.js';
import { contents } from './conformance/contents.js';

const agent = { id: 'ana', name: 'Ana', queues: ['main'] };
/** Every word is another one, so that each can be looked for. */
const words = (whose: string) => (what: string) => `zz${whose}${what}`;
const wordsIn = (text: string, whose: string): ReadonlySet<string> =>
  new Set(text.match(new RegExp(`zz${whose}[a-z]+`, 'g')) ?? []);

/** A person of whom the store has all that it can have, in one conversation. */
async function live({ conversations, queue, deliveries, audit }: Store, whose: string, id: string): Promise<void> {
  const word = words(whose);
  const customer = { id: word('id'), name: `Eve ${word('name')}`, vip: true };
  const said = (text: string) => ({
    ...{ conversation: id, channel: 'teams', customer, text, reference: JSON.stringify({ to: word('reference') }) },
    ...{ activity: `${word('activity')} ${text}`, value: word('value') },
    sealed: { mark: 'mark', kinds: ['email'], box: 'box', seconds: 1000 } as const,
  });
  const turn = async (text: string, effects: readonly Effect[]): Promise<void> => {
    const heard = await conversations.receive(said(text));
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    expect((await conversations.commit(heard.turn, effects)).kind).to.equal('committed');
  };
  const signals = [{ name: 'angry', value: 1, points: 1, words: [{ text: word('receipt') }] }];
  const receipt: Receipt = { policy: '1', turn: 1, points: 1, bar: 1, signals };
  const feeling = { valence: -1, frustration: 1, level: -2, evidence: [{ text: word('evidence'), share: 1 }] } as const;
  const place = { flow: 'offer', step: 'answer', memo: { said: word('memo') } };
  const memory = {
    mood: { ...freshMood, lasting: { [word('lasting')]: 1 } },
    failures: 0,
    answered: word('faq'),
    place,
  };
  const reply = { text: word('reply'), choices: [{ title: word('title'), value: word('choice') }], faq: word('entry') };
  const begin: readonly Effect[] = [
    ...([{ kind: 'open' }, { kind: 'feel', feeling, peak: 1 }, { kind: 'say', reply }] as const),
    ...([
      { kind: 'remember', memory },
      { kind: 'queue', boostMs: 0, reason: 'frustrated', receipt },
    ] as const),
    { kind: 'contact', text: word('contact') },
  ];
  await turn(word('text'), begin);
  const notice = { text: 'Ana joined', mark: 'joined', by: 'Ana' } as const;
  const claim = await queue.claim({ agent, token: randomUUID(), conversation: id, notice });
  if (claim.kind !== 'claimed') throw new Error(claim.kind);
  const speech = { conversation: id, agent, epoch: claim.epoch };
  await queue.speak({ ...speech, id: `${word('speech')} 1`, text: word('spoken'), note: false });
  await queue.speak({ ...speech, id: `${word('speech')} 2`, text: word('note'), note: true });
  const post = await deliveries.takeLease(id, { leaseMs: 60_000 });
  const undelivered = { text: word('undelivered'), mark: 'undelivered' } as const;
  await deliveries.undelivered(post!, post!.entries[0]!.seq, { note: undelivered, leaseMs: 60_000 });
  await turn(word('later'), []);
  const why = { reason: 'other', words: word('why') } as const;
  const ended: Effect = { kind: 'end', outcome: 'helped', notice: { text: word('closed') } };
  const close = { ...readAll, ...speech, action: 'close', notice: { text: '' }, effects: [ended], why } as const;
  expect((await queue.release(close)).kind).to.equal('moved');
  await turn(word('score'), [
    { kind: 'rate', score: 2 },
    { kind: 'comment', text: word('comment') },
  ]);
  await turn(word('again'), begin);
  await audit.note('{}', { conversation: id });
}

/** And another conversation of theirs, on another channel. */
async function elsewhere({ conversations }: Store, whose: string, id: string): Promise<void> {
  const word = words(whose);
  const customer = { id: word('id'), name: word('othername') };
  const heard = await conversations.receive({
    ...{ conversation: id, channel: 'web', activity: word('message'), customer, text: word('elsewhere') },
  });
  if (heard.kind !== 'turn') throw new Error(heard.kind);
  await conversations.commit(heard.turn, [{ kind: 'open' }, { kind: 'say', reply: { text: word('answer') } }]);
}

/** What the team wrote among themselves is in the file where it is asked for. */
const notes = ['note', 'why', 'undelivered'];

function handsOut(start: () => Promise<Ground>): void {
  let ground: Ground;
  const everything = async () => (await Promise.all(ground.nodes.map(contents))).flat();
  before(async () => {
    ground = await start();
  });
  after(() => ground.close());

  it('every word that erasing takes, of every conversation, and none of anybody else', async () => {
    const { store } = ground;
    await live(store, 'eve', 'teams-one');
    await elsewhere(store, 'eve', 'web-two');
    await live(store, 'bob', 'teams-other');
    const person = words('eve')('id');
    const file = JSON.stringify(await store.person(person));
    const whole = JSON.stringify(await store.person(person, { notes: true }));
    const before = await everything();
    await store.erase(person);
    const after = await everything();

    const taken = [...wordsIn(before.join('\n'), 'eve')].filter((one) => !after.join('\n').includes(one));
    expect(taken.length).to.be.at.least(28);
    expect([...wordsIn(after.join('\n'), 'eve')]).to.deep.equal([]);
    expect(taken.filter((one) => !whole.includes(one))).to.deep.equal([]);
    expect(taken.filter((one) => !file.includes(one)).toSorted()).to.deep.equal(notes.map(words('eve')).toSorted());
    expect(whole).to.include('teams-one').and.to.include('web-two');
    expect([...wordsIn(whole, 'bob')]).to.deep.equal([]);
    expect(whole).to.not.include('teams-other');
    expect(await store.person(person)).to.equal(undefined);

    // which keys that were: exactly those of the list, so that a new one cannot be forgotten
    const gone = before.filter((line) => !after.includes(line) && /zzeve[a-z]|teams-one|web-two/.test(line));
    const kindOf = (line: string): string => {
      const key = line.slice(0, line.search(/ -?\d+ ["[n]/));
      const names = Object.entries(keys).flatMap(([name, of]) => {
        if (typeof of === 'string') return of === key ? [name] : [];
        const made = shardNames(16).map((shard) =>
          (of as (shard: string, id: string) => string | string[])(shard, '?'),
        );
        return made.some(
          (one) => typeof one === 'string' && (one === key || (one.endsWith(':?') && key.startsWith(one.slice(0, -1)))),
        )
          ? [name]
          : [];
      });
      return names[0] ?? key;
    };
    for (const line of gone) {
      const about = (aboutPerson as Readonly<Record<string, unknown>>)[kindOf(line)];
      expect(['theirs', 'place'], `${kindOf(line)}: ${line.slice(0, 200)}`).to.include(about);
    }
    const touched = new Set(gone.map(kindOf));
    const theirs = Object.entries(aboutPerson).flatMap(([name, about]) => (about === 'theirs' ? [name] : []));
    expect(theirs.filter((name) => !touched.has(name))).to.deep.equal(['speakers']); // of several: below
  });

  it('of one of several what they wrote, and nothing of the others', async () => {
    const { store } = ground;
    const say = async (whose: string, text: string, effects: readonly Effect[]): Promise<void> => {
      const heard = await store.conversations.receive({
        ...{ conversation: 'teams-several', channel: 'teams', group: true, activity: randomUUID(), text },
        customer: { id: words(whose)('id'), name: `Name ${words(whose)('name')}` },
      });
      if (heard.kind !== 'turn') throw new Error(heard.kind);
      await store.conversations.commit(heard.turn, effects);
    };
    await say('eve', 'I am zzevefirst', [
      { kind: 'open' },
      { kind: 'say', reply: { text: 'You said: I am zzevefirst' } },
    ]);
    await say('bob', 'I am zzbobfirst', [
      { kind: 'say', reply: { text: 'You said: I am zzbobfirst' } },
      { kind: 'contact', text: 'zzbobcontact' },
      { kind: 'remember', memory: { mood: freshMood, failures: 0, answered: 'zzbobanswer' } },
    ]);
    const file = JSON.stringify(await store.person('zzeveid'));
    expect([...wordsIn(file, 'bob')]).to.deep.equal([]);
    expect([...wordsIn(file, 'eve')].toSorted()).to.deep.equal(['zzevefirst', 'zzeveid', 'zzevename']);
    const before = await everything();
    await store.erase('zzeveid');
    const after = (await everything()).join('\n');
    const taken = [...wordsIn(before.join('\n'), 'eve')].filter((one) => !after.includes(one));
    expect(taken.filter((one) => !file.includes(one))).to.deep.equal([]);
    expect([...wordsIn(after, 'eve')]).to.deep.equal([]);
  });
}

describe('the file of a person (embedded)', () => handsOut(embedded));
for (const [name, start] of [
  ['Redis', onRedis],
  ['Cluster', onCluster],
] as const) {
  describe(`the file of a person (${name})`, () => {
    if (findRedis() === undefined) it('skipped: redis-server is not on PATH');
    else handsOut(start);
  });
}
