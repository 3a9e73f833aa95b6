/** What is masked is shown to who may see it, and to nobody else; and it is nowhere in the clear. */
import { expect } from 'chai';
import { SupportError } from '../../src/base/index.js';
import { createSealing } from '../../src/bot/index.js';
import type { Privacy } from '../../src/conversation/index.js';
import type { Person } from '../../src/http/index.js';
import type { Store } from '../../src/store/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { next, revealDesk } from './reveal-desk.js';

const [first, second] = ['first', 'second'].map((name) => `${name} secret of the tests`.padEnd(40, 'x')) as [
  string,
  string,
];
const policy: Privacy = {
  mask: ['card', 'iban', 'email', 'phone', 'password'],
  reveal: { email: 'agent', phone: 'agent', iban: 'supervisor', password: 'nobody' },
};
const iban = 'DE89 3704 0044 0532 0130 00';
const words = `card 4242 4242 4242 4242, mail zoe@example.com, call +49 171 1234567, IBAN ${iban}, password: hunter2!`;
const secrets = /4242 4242|zoe@|1234567|0532|hunter2/;

const ana: Person = { id: 'ana', name: 'Ana', role: 'agent' };
const ben: Person = { id: 'ben', name: 'Ben', role: 'agent' };
const sam: Person = { id: 'sam', name: 'Sam', role: 'supervisor' };

onEveryEngine('what is masked and may be seen', (start) => {
  let house: StoreHouse;
  let store: Store;
  const logged: string[] = [];
  before(async () => {
    house = await start();
    store = await house.open({ capacity: 50 });
  });
  after(() => house.close());

  const desk = (privacy = policy, secrets: readonly [string, ...string[]] = [first]) =>
    revealDesk({ store, privacy, secrets, logged });

  async function everything(id: string): Promise<string> {
    const { redis } = await house.connect();
    const shard = shardOf(id, Number(await redis.get(keys.shards)));
    const [transcript, seal] = [keys.transcript(shard, id), keys.sealed(shard, `1:${id}`)];
    return JSON.stringify([await redis.lrange(transcript, 0, '-1'), await redis.get(seal)]);
  }

  it('is shown by kind to who holds the ticket, and to a supervisor', async () => {
    const { says, holds, looks } = desk();
    const id = await says(words);
    const epoch = await holds(ana, id);
    expect(await looks(ana, id, { epoch, kind: 'email' })).to.equal('zoe@example.com');
    expect(await looks(ana, id, { epoch, kind: 'phone' })).to.equal('+49 171 1234567');
    expect(await looks(ana, id, { epoch, kind: 'iban' })).to.equal('forbidden');
    expect(await looks(sam, id, { epoch, kind: 'iban' })).to.equal(iban);
    for (const person of [ana, sam])
      for (const kind of ['card', 'password'] as const)
        expect(await looks(person, id, { epoch, kind }), kind).to.equal('forbidden');
  });

  it('comes back in the places of its masks', async () => {
    const { says, holds, ask } = desk();
    const id = await says('first zoe@example.com, then +49 171 1234567, then zed@example.com');
    const epoch = await holds(ana, id);
    const view = await ask(ana, 'GET /api/desk/tickets/:id', { id });
    const [entry] = view['entries'] as readonly { text: string; sealed: { kinds: readonly string[] } }[];
    expect(entry?.sealed.kinds).to.deep.equal(['email', 'phone']);
    expect(view['reveals']).to.deep.equal(['email', 'phone']);
    const body = { epoch, entry: 1, kind: 'email' };
    const answer = await ask(ana, 'POST /api/desk/tickets/:id/reveal', { id, body });
    const shown = answer['shown'] as readonly { text: string; at: number; length: number }[];
    expect(shown.map(({ text }) => text)).to.deep.equal(['zoe@example.com', 'zed@example.com']);
    for (const { at, length } of shown) expect(entry?.text.slice(at, at + length)).to.equal('[e-mail address]');
  });

  it('is nowhere in the clear: not in the store, not in the log', async () => {
    const { says, holds, looks } = desk();
    const id = await says(words);
    await looks(ana, id, { epoch: await holds(ana, id), kind: 'email' });
    const kept = await everything(id);
    expect(kept).to.include('[e-mail address]').and.to.not.match(secrets);
    expect(logged.join('\n')).to.not.match(secrets);
  });

  it('is not shown to who does not hold it, by an old epoch, or once it is over', async () => {
    const { says, holds, looks, ask } = desk();
    const id = await says(words);
    expect(await looks(ana, id, { epoch: 0, kind: 'email' })).to.equal('not-found');
    const epoch = await holds(ana, id);
    expect(await looks(ben, id, { epoch, kind: 'email' })).to.equal('forbidden');
    expect(await looks(ana, id, { epoch: epoch - 1, kind: 'email' })).to.equal('forbidden');
    const body = { token: next('token'), ticket: id, takeOver: true };
    await ask(sam, 'POST /api/desk/claim', { body });
    expect(await looks(ana, id, { epoch, kind: 'email' }), 'of who had it').to.equal('forbidden');
    const now = (await store.queue.ticket(id))!;
    expect(await looks(ana, id, { epoch: now.epoch, kind: 'email' })).to.equal('forbidden');
    expect(await looks(sam, id, { epoch: now.epoch, kind: 'email' })).to.equal('zoe@example.com');
    const move = { epoch: now.epoch, seen: now.seq, action: 'close', why: { reason: 'other' } };
    await ask(sam, 'POST /api/desk/tickets/:id/move', { id, body: move });
    expect(await looks(sam, id, { epoch: now.epoch, kind: 'email' })).to.equal('not-found');
  });

  it('is not there for entries and kinds that have none', async () => {
    const { says, holds, looks } = desk();
    const id = await says('mail zoe@example.com');
    const epoch = await holds(ana, id);
    for (const entry of [2, 3, 99, 1e9])
      expect(await looks(ana, id, { epoch, kind: 'email', entry })).to.equal('not-found');
    expect(await looks(ana, id, { epoch, kind: 'phone' })).to.equal('not-found');
    const fake = await says('I typed [e-mail address] myself');
    expect(await looks(ana, fake, { epoch: await holds(ana, fake), kind: 'email' })).to.equal('not-found');
  });

  it('opens in no other message, conversation or state than its own, and garbage not at all', async () => {
    const { says, holds, looks } = desk();
    const [one, other] = [await says('mail zoe@example.com'), await says('mail zed@example.com')];
    const [epoch, also] = [await holds(ana, one), await holds(ana, other)];
    const { redis } = await house.connect();
    const shards = Number(await redis.get(keys.shards));
    const sealOf = (id: string) => keys.sealed(shardOf(id, shards), `1:${id}`);
    const [mine, theirs] = [await redis.get(sealOf(one)), await redis.get(sealOf(other))];
    await redis.set(sealOf(other), mine ?? '');
    expect(await looks(ana, other, { epoch: also, kind: 'email' }), 'moved').to.equal('gone');
    for (const garbage of ['x', '💥', 'A'.repeat(5000), (theirs ?? '').slice(1)]) {
      await redis.set(sealOf(other), garbage);
      expect(await looks(ana, other, { epoch: also, kind: 'email' }), garbage.slice(0, 5)).to.equal('gone');
    }
    await redis.set(sealOf(other), theirs ?? '');
    expect(await looks(ana, other, { epoch: also, kind: 'email' })).to.equal('zed@example.com');
    await redis.eval(`return redis.call('DEL', KEYS[1])`, 1, sealOf(one));
    expect(await looks(ana, one, { epoch, kind: 'email' }), 'past its age').to.equal('gone');
  });

  it('opens after its secret was put behind a new one, and not when that is gone', async () => {
    const { says, holds } = desk();
    const id = await says('mail zoe@example.com');
    const epoch = await holds(ana, id);
    expect(await desk(policy, [second, first]).looks(ana, id, { epoch, kind: 'email' })).to.equal('zoe@example.com');
    expect(await desk(policy, [second]).looks(ana, id, { epoch, kind: 'email' })).to.equal('gone');
    expect(logged.join('\n')).to.include('a seal does not open');
  });

  it('is not shown any more once the policy says so, though it is still sealed', async () => {
    const { says, holds } = desk();
    const id = await says('mail zoe@example.com');
    const epoch = await holds(ana, id);
    const stricter: Privacy = { ...policy, reveal: { email: 'supervisor' } };
    expect(await desk(stricter).looks(ana, id, { epoch, kind: 'email' })).to.equal('forbidden');
    expect(await desk(stricter).looks(sam, id, { epoch, kind: 'email' })).to.equal('zoe@example.com');
    expect(await desk({ mask: policy.mask }).looks(sam, id, { epoch, kind: 'email' })).to.equal('forbidden');
  });

  it('has an age of its own, and is never kept longer than what it was said in', async () => {
    const { redis } = await house.connect();
    const ttl = async (id: string) =>
      redis.eval(
        `return redis.call('TTL', KEYS[1])`,
        1,
        keys.sealed(shardOf(id, Number(await redis.get(keys.shards))), `1:${id}`),
      );
    const day = 86_400;
    expect(await ttl(await desk().says('mail zoe@example.com'))).to.be.within(7 * day - 60, 7 * day);
    const two: Privacy = { ...policy, revealDays: 2 };
    expect(await ttl(await desk(two).says('mail zoe@example.com'))).to.be.within(2 * day - 60, 2 * day);
    const long: Privacy = { ...policy, revealDays: 3650 };
    expect(await ttl(await desk(long).says('mail zoe@example.com'))).to.be.within(30 * day - 60, 30 * day);
    expect(await ttl(await desk().says('card 4242 4242 4242 4242')), 'nobody may see it').to.equal(-2);
  });

  it('is erased with the person, and masked in what is handed out of them', async () => {
    const { says, holds, looks } = desk();
    const customer = next('customer');
    const id = await says(words, next('web'), customer);
    const epoch = await holds(ana, id);
    const file = JSON.stringify(await store.person(customer));
    expect(file).to.include('[e-mail address]').and.to.not.match(secrets);
    expect(file).to.include('it is masked here, too');
    expect((await store.erase(customer)).conversations).to.equal(1);
    const { redis } = await house.connect();
    const shard = shardOf(id, Number(await redis.get(keys.shards)));
    expect(await redis.exists(keys.sealed(shard, `1:${id}`))).to.equal(0);
    expect(await looks(ana, id, { epoch, kind: 'email' })).to.equal('not-found');
  });

  it('is written down: who, what, of which message, from where, and what came of it', async () => {
    const { says, holds, looks } = desk();
    const id = await says(words);
    const epoch = await holds(ana, id);
    await looks(ana, id, { epoch, kind: 'email' });
    await looks(ben, id, { epoch, kind: 'phone' });
    const { found } = await store.audit.page({ from: 0, to: 8.64e15, most: 2, wanted: () => true });
    const deeds = found.map(({ deed, about }) => ({ ...(JSON.parse(deed) as object), about }));
    const deed = { what: 'reveal', from: '192.0.2.7', about: { conversation: id } };
    expect(deeds).to.deep.equal([
      {
        ...deed,
        who: { id: 'ben', name: 'Ben', role: 'agent' },
        asked: { kind: 'phone', entry: 1 },
        outcome: 'forbidden',
      },
      {
        ...deed,
        who: { id: 'ana', name: 'Ana', role: 'agent' },
        asked: { kind: 'email', entry: 1 },
        outcome: 'revealed',
      },
    ]);
  });

  it('is shown to nobody where it cannot be written down', async () => {
    const { says, holds } = desk();
    const id = await says(words);
    const epoch = await holds(ana, id);
    const { note } = store.audit;
    const broken = { note: () => Promise.reject(new SupportError('unavailable', 'The store is away.')) };
    Object.assign(store.audit, broken);
    try {
      expect(await desk().looks(ana, id, { epoch, kind: 'email' })).to.equal('unavailable');
    } finally {
      Object.assign(store.audit, { note });
    }
  });
});

describe('the secret that seals', () => {
  it('is asked for where the policy lets somebody see what is masked, and only there', () => {
    expect(() => createSealing({ privacy: policy, secrets: undefined })).to.throw(/iban, email, phone.*SEAL_SECRET/);
    const { seal } = createSealing({ privacy: { mask: ['card'] }, secrets: undefined });
    expect(seal('web-1', { text: '', hidden: [], kinds: [], placeOf: (at) => at })).to.equal(undefined);
  });
});
