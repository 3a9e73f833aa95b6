/** No id from outside is taken for a name of ours, and no two things of the store are kept under one key. */
import { expect } from 'chai';
import fc from 'fast-check';
import { type CallExpression, type Node, parse } from 'luaparse';
import { setTimeout as pause } from 'node:timers/promises';
import { randomIds } from '../../src/base/index.js';
import type { Effect } from '../../src/conversation/index.js';
import { idKinds, keys, namedKinds, shortId } from '../../src/store/keys.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { readFiles } from './names.js';

const shards = ['s0', 's1', 's12'];
/** What an id may be: anything, and rather what looks like a part of a key. */
const id = fc.oneof(
  fc.string(),
  fc.constantFrom('owed', 'idle', 'main', 'leases', 'seats', 'audit', 'at main', '1:a', ':', '}:owed', '{s0}:owed'),
);

type Made = (shard: string, id: string) => string | readonly string[];
const entries = Object.entries(keys) as readonly (readonly [string, string | Made])[];
/** Of an agent, and not of a shard. */
const ofAgents = ['seats', 'tries', 'claimRequest'];

/** Everything there is to keep something under: which key, and of what. */
const thing = fc.record({
  name: fc.constantFrom(...entries.map(([name]) => name)),
  shard: fc.constantFrom(...shards),
  agent: id,
  id,
});
const made = ({ name, shard, agent, id: own }: { name: string; shard: string; agent: string; id: string }) => {
  const key = new Map(entries).get(name);
  if (typeof key !== 'function') return { what: name, keys: [key ?? ''] };
  const tag = ofAgents.includes(name) ? agent : shard;
  const of = name === 'tries' || name === 'claimRequest' ? shortId(own) : own; // a seat is a hash
  const found = key(tag, of);
  const all = typeof found === 'string' ? [found] : found;
  const single = key(tag, of).toString() === key(tag, `${of}!`).toString(); // there is one in a shard
  return { what: JSON.stringify([name, tag, single ? '' : of]), keys: all };
};

interface Used {
  readonly kind: string;
  /** The name, where it is one of ours. */
  readonly name?: string;
}

/** Every `key(kind, …)` in the scripts. */
function usedIn(text: string): readonly Used[] {
  const found: Used[] = [];
  const bare = (raw: string) => raw.slice(1, -1);
  const look = (node: Node) => {
    const { base, arguments: given } = node as CallExpression;
    if (node.type !== 'CallExpression' || base.type !== 'Identifier' || base.name !== 'key') return;
    const [kind, behind] = given;
    if (kind?.type !== 'StringLiteral') throw new Error('a kind of key is computed');
    found.push({ kind: bare(kind.raw), ...(behind?.type === 'StringLiteral' ? { name: bare(behind.raw) } : {}) });
  };
  parse(`local function body()\n${text}\nend`, { luaVersion: '5.1', onCreateNode: look });
  return found;
}
const used = [...readFiles()].flatMap(([file, text]) => usedIn(text).map((one) => ({ file, ...one })));

describe('the keys of the store', () => {
  it('are those of one thing each, whatever an id is', () => {
    const law = fc.property(thing, thing, (one, other) => {
      const [a, b] = [made(one), made(other)];
      const shared = a.keys.filter((key) => b.keys.includes(key));
      expect(shared.length > 0, `${a.what} and ${b.what}: ${shared.join()}`).to.equal(a.what === b.what);
    });
    fc.assert(law, { numRuns: 20_000, seed: 12 });
  });

  it('stand before names of ours or before ids, and each kind of id is of one key', () => {
    expect(namedKinds.filter((kind) => (idKinds as readonly string[]).includes(kind))).to.deep.equal([]);
    const kindsOfIds = entries.flatMap(([, key]) => {
      if (typeof key !== 'function') return [];
      const [one, other] = [key('s0', '1').toString(), key('s0', '2').toString()];
      return one === other ? [] : [one.slice(0, one.indexOf(':'))];
    });
    expect(kindsOfIds.toSorted()).to.deep.equal([...idKinds].toSorted());
  });

  it('are the same in the scripts: a name of ours only behind a kind of names, an id only behind a kind of ids', () => {
    const ours = new Set(entries.flatMap(([, key]) => (typeof key === 'function' ? key('s0', '') : key)));
    expect(used.length).to.be.above(100);
    const wrong = used.filter(({ kind, name }) =>
      name === undefined ? !(idKinds as readonly string[]).includes(kind) : !ours.has(`${kind}:{s0}:${name}`),
    );
    expect(wrong).to.deep.equal([]);
    const idle = idKinds.filter((kind) => !used.some((one) => one.kind === kind));
    expect(idle).to.deep.equal([]);
  });
});

onEveryEngine('an id that reads like a name of ours', (start) => {
  let house: StoreHouse;
  before(async () => {
    house = await start();
  });
  after(() => house.close());

  it('is that of a person who works here as any other, and takes nothing from what is owed', async () => {
    const { conversations, sessions } = await house.open({ timing: { turnLeaseMs: 1 } });
    const conversation = randomIds.next();
    const said = { conversation, channel: 'web', customer: { id: 'c' }, activity: 'a', text: 'help' } as const;
    expect((await conversations.receive(said)).kind).to.equal('turn'); // and its process dies
    await pause(5);
    for (const person of ['owed', 'idle', 'main', 'seats', 'audit']) {
      const session = `hash of ${person}`;
      await sessions.begin({ session, person, name: 'Ana', role: 'agent', about: '{}', idle: 60_000, age: 60_000 });
      expect((await sessions.of(person, 60_000)).map((one) => one.session)).to.deep.equal([session]);
      expect(await sessions.end(person)).to.equal(1);
    }
    const owed = (await conversations.overdue(100)).map((turn) => turn.said.conversation);
    expect(owed).to.deep.equal([conversation]);
  });

  it('is that of a conversation of several as any other, and of a person in it', async () => {
    const { conversations, queue, erase } = await house.open();
    const effects: readonly Effect[] = [{ kind: 'open' }, { kind: 'queue', boostMs: 0, reason: 'asked' }];
    for (const conversation of ['main', 'leases', 'owed']) {
      const who = { channel: 'teams', group: true, customer: { id: 'idle' } } as const;
      const heard = await conversations.receive({ ...who, conversation, activity: 'a', text: 'help' });
      if (heard.kind !== 'turn') throw new Error(heard.kind);
      expect((await conversations.commit(heard.turn, effects)).kind).to.equal('committed');
      expect(await queue.ticket(conversation)).to.include({ state: 'waiting' });
    }
    expect((await queue.line(['main'], 10)).total).to.equal(3);
    expect(await erase('idle')).to.deep.equal({ conversations: 3, entries: 3 });
  });
});
