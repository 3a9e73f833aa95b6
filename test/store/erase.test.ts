/** After `erase` no word of the person is in any key, nor in any file of the store. */
import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { SupportError } from '../../src/base/index.js';
import { type Effect, efforts, freshMood, type Receipt } from '../../src/conversation/index.js';
import { effort, type EpisodeRecord, type Hour } from '../../src/effort/index.js';
import { spreadKey } from '../../src/effort/tallies.js';
import type { Store } from '../../src/store/index.js';
import { embedded, filesWith, type Ground, onCluster, onRedis } from '../support/erase-grounds.js';
import { findRedis } from '../support/redis.js';
import { contents } from './conformance/contents.js';
import { readAll } from '../support/tickets.js';

/** What was counted in all of these hours together. */
function sums(hours: readonly Hour[]): Readonly<Record<string, number>> {
  const all: Record<string, number> = {};
  for (const [name, by] of hours.flatMap(({ counters }) => Object.entries(counters))) all[name] = (all[name] ?? 0) + by;
  return all;
}

const agent = { id: 'ana', name: 'Ana', queues: ['main'] };

/** A conversation in which the word is wherever a word can be; twice, so that an old and an open episode have it. */
async function live({ conversations, queue, deliveries }: Store, id: string, word: string): Promise<void> {
  const receipt: Receipt = {
    policy: '1',
    turn: 1,
    points: 1,
    bar: 1,
    signals: [{ name: 'angry', value: 1, points: 1, words: [{ text: word, at: 0 }] }],
  };
  const evidence = [{ text: word, share: 1 }];
  const feeling = { valence: -1, frustration: 1, level: -2, evidence } as const;
  const place = { flow: 'offer', step: 'answer', memo: { said: word } };
  const memory = { mood: { ...freshMood, lasting: { [word]: 1 } }, failures: 0, answered: word, place };
  const choices = [{ title: word, value: word }];
  const talk = async (effects: readonly Effect[]): Promise<void> => {
    const heard = await conversations.receive({
      conversation: id,
      channel: 'teams',
      activity: `${word} ${randomUUID()}`,
      customer: { id: `customer ${word}`, name: `Eve ${word}` },
      text: `I am ${word}`,
      value: word,
      reference: JSON.stringify({ to: word }),
    });
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    expect((await conversations.commit(heard.turn, effects)).kind).to.equal('committed');
  };
  const begin: readonly Effect[] = [
    { kind: 'open' },
    { kind: 'feel', feeling, peak: 1 },
    { kind: 'say', reply: { text: `Hello ${word}`, choices, faq: word } },
    { kind: 'remember', memory },
  ];
  const ticket: readonly Effect[] = [
    { kind: 'queue', boostMs: 0, reason: 'frustrated', receipt },
    { kind: 'contact', text: `${word}@example.org` },
  ];
  await talk([...begin, ...ticket]);
  const notice = { text: 'Ana joined', mark: 'joined', by: 'Ana' } as const;
  const claim = await queue.claim({ agent, token: randomUUID(), conversation: id, notice });
  if (claim.kind !== 'claimed') throw new Error(claim.kind);
  const speech = { conversation: id, agent, epoch: claim.epoch };
  await queue.speak({ ...speech, id: `${word} 1`, text: `Dear ${word}`, note: false });
  await queue.speak({ ...speech, id: `${word} 2`, text: `A note on ${word}`, note: true });
  const post = await deliveries.takeLease(id, { leaseMs: 60_000 });
  const note = { text: `Not delivered: ${word}`, mark: 'undelivered' } as const;
  await deliveries.undelivered(post!, post!.entries[0]!.seq, { note, leaseMs: 60_000 });
  const ended: Effect = { kind: 'end', outcome: 'helped', notice: { text: `Closed for ${word}` } };
  await queue.release({ ...readAll, ...speech, action: 'close', notice: { text: '' }, effects: [ended] });
  await talk([
    { kind: 'rate', score: 2 },
    { kind: 'comment', text: `Bad, says ${word}` },
  ]);
  await talk([...begin, ...ticket]);
}

function forgets(start: () => Promise<Ground>): void {
  let ground: Ground;
  const word = `m${randomUUID().replaceAll('-', '')}`;
  const everything = async () => (await Promise.all(ground.nodes.map(contents))).flat();
  const inKeys = async (one: string) => (await everything()).filter((line) => line.includes(one));

  before(async () => {
    ground = await start();
  });
  after(() => ground.close());

  it('every word of the person, and nothing of the counts', async () => {
    const { store, nodes, folders } = ground;
    await live(store, 'teams-one', word);
    await live(store, 'teams-other', 'somebody else');
    for (const conversation of ['teams-one', 'teams-other']) await store.audit.note('Ana closed it', { conversation });
    await Promise.all(nodes.map((node) => node.bgrewriteaof())); // words in the base of the file, and words after it
    for (const one of [word, 'teams-one']) {
      expect(await inKeys(one)).to.not.deep.equal([]);
      expect(filesWith(folders, one)).to.not.deep.equal([]);
    }
    const period = { from: Date.now() - 3_600_000, to: Date.now() + 3_600_000 };
    const hours = await store.ledger.hours(period);
    const before = await store.ledger.episodes(period, 10);
    expect(before.filter(({ conversation }) => conversation === 'teams-one')).to.have.length(2);

    const erased = await store.erase(`customer ${word}`);
    expect(erased.conversations).to.equal(1);
    expect(erased.entries).to.be.above(10);
    for (const one of [word, 'teams-one']) {
      expect(await inKeys(one)).to.deep.equal([]);
      expect(filesWith(folders, one)).to.deep.equal([]);
    }

    const ended = (await store.ledger.episodes(period, 10)).find(({ outcome }) => outcome === 'gave-up')!;
    const { askedAt = 0, stoodTill = 0, effort: cost = 0 } = ended;
    const high = cost >= efforts.high ? { 'effort:high': 1 } : {};
    const lost = { [spreadKey('lost', stoodTill - askedAt)]: 1 };
    const added = { 'outcome:gave-up': 1, 'effort:n': 1, 'effort:sum': cost, ...high, ...lost };
    expect(sums(await store.ledger.hours(period))).to.deep.equal(sums([...hours, { at: 0, counters: added }]));
    expect(await store.ledger.episode('teams-one', 1)).to.equal(undefined);
    const after = await store.ledger.episodes(period, 10);
    expect(after).to.have.length(before.length);
    const kept = after.filter(({ conversation }) => conversation.startsWith('erased-'));
    expect(new Set(kept.map(({ conversation }) => conversation)).size).to.equal(2);
    const figures = ({ channel, ces, counts, reason, peak, level, contacts }: EpisodeRecord) => ({
      channel,
      ces,
      counts,
      reason,
      peak,
      level,
      contacts,
    });
    for (const one of kept) {
      const was = before.find(({ bornAt }) => bornAt === one.bornAt)!;
      expect(figures(one)).to.deep.equal(figures(was));
      expect(one.effort).to.equal(was.effort ?? effort(one));
      expect(one.customer).to.deep.equal({ id: '' });
      expect(one.outcome).to.equal(was.outcome ?? 'gave-up');
      if (was.endedAt !== undefined) expect(one.stints).to.deep.equal(was.stints);
    }
    expect((await store.queue.line(['main'], 100)).tickets.map(({ conversation }) => conversation)).to.deep.equal([
      'teams-other',
    ]);
    const deeds = [];
    for await (const { deed, about } of store.audit.between(0, 8.64e15)) deeds.push([deed, about]);
    expect(deeds).to.deep.equal([
      ['Ana closed it', 'forgotten'],
      ['Ana closed it', { conversation: 'teams-other' }],
    ]);
    expect(filesWith(folders, 'somebody else')).to.not.deep.equal([]);
  });

  it('one of several, with every word of theirs and no word of the others', async () => {
    const { store, nodes, folders } = ground;
    const words = ['eve', 'bob', 'carol'].map((name) => `${name}${randomUUID().replaceAll('-', '')}`);
    const say = async (one: string, effects: readonly Effect[]): Promise<void> => {
      const heard = await store.conversations.receive({
        conversation: 'teams-several',
        channel: 'teams',
        group: true,
        activity: randomUUID(),
        customer: { id: `customer ${one}`, name: `Name ${one}` },
        text: `I am ${one}`,
        value: one,
      });
      if (heard.kind !== 'turn') throw new Error(heard.kind);
      await store.conversations.commit(heard.turn, effects);
    };
    const [eve = '', bob = '', carol = ''] = words;
    const place = { flow: 'offer', step: 'answer', memo: { said: bob } };
    const memory = { mood: freshMood, failures: 0, place };
    const signals = [{ name: 'angry', value: 1, points: 1, words: [{ text: bob }] }];
    const receipt: Receipt = { policy: '1', turn: 1, points: 1, bar: 1, signals };
    const feeling = { valence: -1, frustration: 1, level: -2, evidence: [{ text: bob, share: 1 }] } as const;
    await say(eve, [{ kind: 'open' }]);
    await say(bob, [
      { kind: 'feel', feeling, peak: 1 },
      { kind: 'queue', boostMs: 0, reason: 'frustrated', receipt },
      { kind: 'contact', text: `${bob}@example.org` },
      { kind: 'remember', memory },
    ]);
    await say(carol, []);
    await say(bob, []);
    await Promise.all(nodes.map((node) => node.bgrewriteaof()));
    expect(await inKeys(bob)).to.not.deep.equal([]);

    expect(await store.erase(`customer ${bob}`)).to.deep.equal({ conversations: 1, entries: 2 });
    expect(await inKeys(bob)).to.deep.equal([]);
    expect(filesWith(folders, bob)).to.deep.equal([]);
    const said = (await store.conversations.entries('teams-several', 0)).map(({ text }) => text);
    expect(said).to.include.members([`I am ${eve}`, `I am ${carol}`]);
    for (const one of [eve, carol]) expect((await store.erase(`customer ${one}`)).entries).to.equal(1);
    for (const one of words) expect(await inKeys(one)).to.deep.equal([]);
  });

  it('asked again, what it could not write out of the files the first time', async () => {
    const { store, folders, jam } = ground;
    const name = `n${randomUUID().replaceAll('-', '')}`;
    await live(store, 'teams-jammed', name);
    const over = await jam();
    const fault = await store.erase(`customer ${name}`).catch((thrown: unknown) => thrown);
    expect(fault)
      .to.be.instanceOf(SupportError)
      .with.property('message')
      .that.matches(/files of the store may still hold/);
    expect(await inKeys(name)).to.deep.equal([]);
    expect(filesWith(folders, name)).to.not.deep.equal([]);
    await over();
    expect(await store.erase(`customer ${name}`)).to.deep.equal({ conversations: 0, entries: 0, finished: true });
    for (const one of [name, 'teams-jammed']) expect(filesWith(folders, one)).to.deep.equal([]);
    expect(await inKeys('teams-jammed')).to.deep.equal([]);
    expect(await store.erase(`customer ${name}`)).to.deep.equal({ conversations: 0, entries: 0 });
  });

  it('a person nobody knows without touching anything', async () => {
    const before = await everything();
    expect(await ground.store.erase('nobody')).to.deep.equal({ conversations: 0, entries: 0 });
    expect(await everything()).to.deep.equal(before);
  });
}

describe('erase forgets (embedded)', () => forgets(embedded));
for (const [name, start] of [
  ['Redis', onRedis],
  ['Cluster', onCluster],
] as const) {
  describe(`erase forgets (${name})`, () => {
    if (findRedis() === undefined) it('skipped: redis-server is not on PATH');
    else forgets(start);
  });
}
