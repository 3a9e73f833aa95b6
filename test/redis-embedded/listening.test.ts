/** Channels and transactions: what a connection knows, on both engines. */
import { expect } from 'chai';
import type { Redis } from 'ioredis';
import { findRedis, startRedis } from '../support/redis.js';
import { failure, type Ground, openGround } from './ground.js';
import { until } from '../support/until.js';
import { ask, connect } from './pair.js';

interface Place {
  readonly connect: () => Redis;
  close(): Promise<void>;
}

async function embedded(): Promise<Place> {
  const ground: Ground = openGround();
  await ground.start();
  return { connect: ground.connect, close: ground.close };
}

async function real(): Promise<Place> {
  const server = await startRedis();
  const clients: Redis[] = [];
  return {
    connect() {
      const redis = connect(server.path);
      clients.push(redis);
      return redis;
    },
    async close() {
      for (const redis of clients) redis.disconnect();
      await server.stop();
    },
  };
}

function suite(start: () => Promise<Place>): void {
  let place: Place;
  let redis: Redis;
  beforeEach(async () => {
    place = await start();
    redis = place.connect();
  });
  afterEach(() => place.close());

  async function listen(): Promise<{ client: Redis; heard: string[] }> {
    const client = place.connect();
    const heard: string[] = [];
    client.on('message', (channel: string, text: string) => heard.push(`${channel} ${text}`));
    client.on('smessage', (channel: string, text: string) => heard.push(`shard ${channel} ${text}`));
    await client.ssubscribe('a', 'b');
    return { client, heard };
  }

  it('brings what is published to who listens, in order, and keeps the two kinds of channels apart', async () => {
    const [one, two] = [await listen(), await listen()];
    await two.client.subscribe('a');
    expect(await redis.spublish('a', 'shard only')).to.equal(2);
    expect(await redis.publish('a', 'ordinary')).to.equal(1);
    expect(await redis.spublish('none', 'x')).to.equal(0);
    expect(await redis.eval("return redis.call('SPUBLISH', KEYS[1], ARGV[1])", 1, 'b', 'from a script é')).to.equal(2);
    for (let n = 0; n < 50; n += 1) await redis.spublish('b', String(n));
    await until('all messages were heard', () =>
      redis.ping().then(() => one.heard.length === 52 && two.heard.length === 53),
    );
    const numbers = Array.from({ length: 50 }, (_, n) => `shard b ${n}`);
    expect(one.heard).to.deep.equal(['shard a shard only', 'shard b from a script é', ...numbers]);
    expect(two.heard.filter((text) => text.startsWith('a'))).to.deep.equal(['a ordinary']);
  });

  it('counts what a connection listens to, and lets it stop', async () => {
    const { client } = await listen();
    expect(await client.ssubscribe('c')).to.equal(3);
    expect(await client.subscribe('c', 'd')).to.equal(2);
    expect(await client.sunsubscribe('a')).to.equal(2);
    expect(await redis.spublish('a', 'x')).to.equal(0);
    expect(await client.unsubscribe()).to.equal(0);
    expect(await client.sunsubscribe()).to.equal(0);
    expect(await redis.spublish('b', 'x')).to.equal(0);
    expect(await client.get('none')).to.equal(null);
  });

  it('forgets a listener that has gone', async () => {
    const { client } = await listen();
    client.disconnect();
    await until('nobody listens', async () => (await redis.spublish('a', 'x')) === 0);
  });

  it('runs a transaction as one, errors of its commands among the answers', async () => {
    const answers = await redis.multi().set('a', 'text').incr('a').hset('h', 'f', 1).get('a').exec();
    expect(answers?.map(([fault, value]) => fault?.message ?? value)).to.deep.equal([
      'OK',
      'ERR value is not an integer or out of range',
      1,
      'text',
    ]);
  });

  it('throws a transaction away when one of its commands makes no sense', async () => {
    const answers = await ask(redis, [
      ['EXEC'],
      ['DISCARD'],
      ['MULTI'],
      ['SET', 'a', '1'],
      ['MULTI'],
      ['GET'],
      ['NOPE', 'a'],
      ['EXEC'],
      ['GET', 'a'],
      ['MULTI'],
      ['SET', 'a', '2'],
      ['DISCARD'],
      ['EXISTS', 'a'],
      ['MULTI'],
      ['EXEC'],
    ]);
    expect(answers).to.deep.equal([
      'error ERR EXEC without MULTI',
      'error ERR DISCARD without MULTI',
      'OK',
      'QUEUED',
      'error ERR MULTI calls can not be nested',
      "error ERR wrong number of arguments for 'get' command",
      "error ERR unknown command 'NOPE', with args beginning with: 'a' ",
      'error EXECABORT Transaction discarded because of previous errors.',
      null,
      'OK',
      'QUEUED',
      'OK',
      0,
      'OK',
      [],
    ]);
  });

  it('says it is ready, and ends a connection that quits', async () => {
    expect(await redis.info()).to.match(/redis_version:7\.[^]*loading:0[^]*cluster_enabled:0/);
    expect(await redis.client('SETNAME', 'someone')).to.equal('OK');
    expect(await failure(redis.select(99))).to.equal('ERR DB index is out of range');
    expect(await redis.quit()).to.equal('OK');
    await until('the connection has ended', () => redis.status === 'end');
  });

  it('answers a thousand requests of one write in their order', async () => {
    const pipeline = redis.pipeline();
    for (let n = 0; n < 1000; n += 1) pipeline.echo(`${n} ${'é'.repeat(n)}`);
    const answers = (await pipeline.exec()) ?? [];
    expect(answers.map(([, text]) => text)).to.deep.equal(
      Array.from({ length: 1000 }, (_, n) => `${n} ${'é'.repeat(n)}`),
    );
  });
}

describe('connections (embedded)', () => suite(embedded));
if (findRedis() === undefined) describe('connections (Redis)', () => it('skipped: redis-server is not on PATH'));
else describe('connections (Redis)', () => suite(real));
