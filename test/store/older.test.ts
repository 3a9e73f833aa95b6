/** Data that was written by an older release (see older/README.md) is read as that release read it, and goes on. */
import { expect } from 'chai';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster, Redis } from 'ioredis';
import { inPackage } from '../../src/base/index.js';
import type { Effect, Entry, Said, Turn } from '../../src/conversation/index.js';
import type { EpisodeRecord } from '../../src/effort/index.js';
import { startEngine } from '../../src/redis-embedded/index.js';
import type { Store } from '../../src/store/index.js';
import { conversation, episode, namesIn, speaker } from '../../src/store/schema/records.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { misplaced, unaccounted } from './conformance/laws.js';
import { readAll } from '../support/tickets.js';

const older = (name: string): string => inPackage('test', 'store', 'older', name);

interface Readings {
  readonly [conversation: string]: {
    readonly entries: readonly Entry[];
    readonly ticket?: object;
    readonly found?: object;
    readonly episodes: readonly (Partial<EpisodeRecord> & { readonly number: number })[];
  };
}
interface Around {
  readonly lines: readonly string[];
  readonly turns: readonly Partial<Turn>[];
}
const { lines, turns, ...readings } = JSON.parse(readFileSync(older('readings.json'), 'utf8')) as Readings & Around;
const conversations: Readings = readings;
/** With what this release also says of it. */
const known = ({ episode, ...turn }: Partial<Turn>): Partial<Turn> =>
  episode === undefined ? turn : { ...turn, episode: { ...episode, helped: false } };

/** Writes one key as another server holds it. */
async function copyKey(from: Redis, to: Redis | Cluster, key: string): Promise<void> {
  const kind = await from.type(key);
  if (kind === 'string') await to.set(key, (await from.get(key)) ?? '');
  if (kind === 'hash') await to.hset(key, await from.hgetall(key));
  if (kind === 'set') await to.sadd(key, ...(await from.smembers(key)));
  if (kind === 'list') await to.rpush(key, ...(await from.lrange(key, 0, '-1')));
  if (kind === 'zset') {
    const flat = await from.zrange(key, 0, '-1', 'WITHSCORES');
    const pairs = flat.flatMap((member, i) => (i % 2 === 0 ? [flat[i + 1] ?? '', member] : []));
    await to.zadd(key, ...pairs);
  }
  if (kind === 'stream') {
    for (const [id, fields] of await from.xrange(key, '-', '+')) await to.xadd(key, id, ...fields);
  }
}

/** A server gets what the embedded engine reads in the file. */
async function fill(to: Redis | Cluster): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-older-'));
  const [file, path] = [join(folder, 'warmline.aof'), join(folder, 'engine.sock')];
  copyFileSync(older('warmline.aof'), file);
  const engine = await startEngine({ file, sync: 'everysec', listen: { path }, report: () => undefined });
  const from = new Redis({ path, protocol: 2 });
  for (const key of await from.keys('*')) await copyKey(from, to, key);
  from.disconnect();
  await engine.close();
  rmSync(folder, { recursive: true });
}

async function furnish({ env }: StoreHouse): Promise<void> {
  const { REDIS_URL: url, DATA_DIR: folder } = env;
  if (url === undefined) {
    copyFileSync(older('warmline.aof'), join(folder ?? '', 'warmline.aof'));
    return;
  }
  const nodes = url.replace('redis://', '').split(',');
  const to = url.startsWith('unix:')
    ? new Redis({ path: url.replace('unix://', ''), protocol: 2 })
    : new Cluster(nodes.map((node) => ({ host: node.split(':')[0] ?? '', port: Number(node.split(':')[1]) })));
  await fill(to);
  to.disconnect();
}

const ana = { id: 'ana', name: 'Ana', queues: ['main', 'returns'] };
const notice = { text: '' };
const answer: readonly Effect[] = [{ kind: 'say', reply: { text: 'I go on' } }];
let count = 0;

onEveryEngine('data of the release before acts had names', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    await furnish(house);
    store = await house.open();
  });
  after(() => house.close());

  const said = (id: string): Said => ({
    conversation: id,
    channel: id.startsWith('teams') ? 'teams' : 'web',
    activity: `new${(count += 1)}`,
    customer: { id: `u-${id}`, name: 'Zoë', vip: true },
    text: 'what now?',
    ...(id.startsWith('teams') ? { reference: `ref of ${id}` } : {}),
  });

  async function goesOn(id: string, effects = answer): Promise<Turn> {
    const heard = await store.conversations.receive(said(id));
    if (heard.kind !== 'turn') throw new Error(`${id}: ${heard.kind}`);
    expect(await store.conversations.commit(heard.turn, effects), id).to.deep.equal({ kind: 'committed' });
    return heard.turn;
  }

  for (const [id, { entries, ticket, found, episodes }] of Object.entries(conversations)) {
    it(`is read as it was: ${id}`, async () => {
      expect(await store.conversations.entries(id, 0)).to.deep.equal(entries);
      const now = { ticket: await store.queue.ticket(id), found: await store.conversations.find(id) };
      if (ticket === undefined) expect(now.ticket).to.equal(undefined);
      else expect(now.ticket).to.deep.include(ticket);
      if (found === undefined) expect(now.found).to.equal(undefined);
      else expect(now.found).to.deep.include(found);
      for (const one of episodes) expect(await store.ledger.episode(id, one.number)).to.deep.include(one);
      expect(await store.ledger.episode(id, episodes.length + 1)).to.equal(undefined);
    });
  }

  it('has no field that the table does not know', async () => {
    const records = [conversation, episode, speaker].map((of) => new Set(namesIn(of, Object.keys(of) as never)));
    const counts = Object.keys(conversations['web-talking']?.episodes[0]?.counts ?? {});
    const unknown: string[] = [];
    const { eachServer } = await house.connect();
    await eachServer(async (server) => {
      for (const key of [...(await server.keys('c:*')), ...(await server.keys('p:*'))]) {
        unknown.push(
          ...(await server.hkeys(key)).filter(
            (field) => !records.some((names) => names.has(field)) && !counts.includes(field),
          ),
        );
      }
    });
    expect(unknown).to.deep.equal([]);
  });

  it('has its lines in their order', async () => {
    const { tickets } = await store.queue.line(ana.queues, 10);
    expect(tickets.map((one) => one.conversation)).to.deep.equal(lines);
  });

  it('has its owed turns, and they are run', async () => {
    const owed = await store.conversations.overdue(100);
    for (const expected of turns) {
      const id = expected.said?.conversation ?? '';
      expect(
        owed.find((one) => one.said.conversation === id),
        id,
      ).to.deep.include(known(expected));
    }
    const turn = owed.find((one) => one.said.conversation === 'web-owed');
    expect(turn && (await store.conversations.commit(turn, answer))).to.deep.equal({ kind: 'committed' });
    for (const one of owed) await store.conversations.commit(one, []);
  });

  it('lets its customers go on, with what is known of their episode', async () => {
    const { episode: current } = await goesOn('web-talking');
    expect(current?.counts).to.deep.equal(conversations['web-talking']?.episodes[0]?.counts);
    expect(current?.memory).to.deep.include({ failures: 1, place: { flow: 'offer', step: 'answer' } });
    expect((await goesOn('web-again')).episode?.number).to.equal(2);
    expect((await goesOn('web-greeted', [{ kind: 'open' }, ...answer])).episode).to.equal(undefined);
    await goesOn('web-closed', [{ kind: 'rate', score: 7 }]);
    expect((await store.ledger.episode('web-closed', 1))?.ces).to.equal(7);
    await goesOn('web-rated', [{ kind: 'rate', score: 1 }]);
    expect((await store.ledger.episode('web-rated', 1))?.ces, 'once').to.equal(6);
  });

  it('lets its agents go on with the tickets they hold, and take others', async () => {
    const held = await store.queue.ticket('web-assigned');
    const hold = { conversation: 'web-assigned', agent: ana, epoch: held?.epoch ?? 0 };
    expect(await store.queue.present(ana, true)).to.deep.equal(['web-assigned']);
    expect((await store.queue.speak({ ...hold, id: 'n1', text: 'still here', note: false })).kind).to.equal('said');
    const done: readonly Effect[] = [{ kind: 'end', outcome: 'helped' }];
    expect((await store.queue.release({ ...readAll, ...hold, action: 'close', notice, effects: done })).kind).to.equal(
      'moved',
    );
    for (const id of lines) {
      const claim = await store.queue.claim({ agent: ana, token: `older ${id}`, notice });
      expect(claim).to.include({ kind: 'claimed', conversation: id });
    }
  });

  it('brings its post, and counts on from the tries that failed', async () => {
    const post = await store.deliveries.takeLease('teams-post', { leaseMs: 20_000 });
    expect(post).to.include({ reference: 'ref of teams-post', tries: 2 });
    expect(post && (await store.deliveries.sent(post, post.entries[0]?.seq ?? 0, 1000))).to.equal(true);
  });

  it('keeps forgotten what was erased', async () => {
    expect(await store.conversations.greet(said('web-erased'), { text: 'hello' })).to.equal(undefined);
    expect((await store.conversations.read('web-erased', { after: 0 })).kind).to.equal('gone');
  });

  it('accounts for every episode afterwards, and has every ticket where it belongs', async () => {
    const broken: string[] = [];
    const { eachServer } = await house.connect();
    await eachServer(async (server) => {
      broken.push(...(await unaccounted(server)), ...(await misplaced(server)));
    });
    expect(broken).to.deep.equal([]);
  });
});
