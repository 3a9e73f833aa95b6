/** Two processes on one store are replaced one after the other under load: nobody who asks for something notices. */
import { expect } from 'chai';
import { type DeskMember, signIn } from '../../support/desk-member.js';
import { call, generate } from '../../support/direct-line-calls.js';
import { type Balancer, startBalancer } from '../../support/balancer.js';
import { type ServerProcess, startServer } from '../../support/server.js';
import { redis, type StoreHouse } from '../../support/stores.js';
import { type Crowd, newAccount, openPage, startCrowd } from './load.js';

const crowdSize = 8;
const second = 1000;
/** Those who supervise processes kill what has not ended by then. */
const mostStopMs = 10 * second;

async function timed(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** Until they have had some more answers, or one of them saw an error. */
async function goOn({ account }: Crowd, more = crowdSize * 3): Promise<void> {
  const enough = account.answered + more;
  for (const end = performance.now() + 30 * second; account.answered < enough && account.errors.length === 0;) {
    if (performance.now() > end) throw new Error(`Only ${account.answered} of ${enough} answers came.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a rolling upgrade', function () {
  this.timeout(120 * second);
  if (redis.skip !== undefined) {
    it(`skipped: ${redis.skip}`);
    return;
  }
  let house: StoreHouse;
  let balancer: Balancer;
  const servers: ServerProcess[] = [];

  beforeEach(async () => {
    house = await redis.start();
    balancer = await startBalancer();
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.crash();
    await balancer.close();
    await house.close();
  });

  async function start(drain: number): Promise<ServerProcess> {
    const env = { ...house.env, DRAIN_SECONDS: String(drain), PUBLIC_URL: balancer.url, LIMITS: 'off' };
    const server = await startServer(env);
    servers.push(server);
    await balancer.add(server);
    return server;
  }

  /** A customer whose page stays open, and whose ticket she has. */
  async function servedBy(agent: DeskMember) {
    const granted = await generate(balancer.url);
    const account = newAccount();
    const page = await openPage(balancer.url, granted, account);
    const body = { type: 'message', text: 'A person, please', from: { id: 'me' }, channelData: { choice: 'person' } };
    await call(balancer.url, `POST /conversations/${granted.conversationId}/activities`, {
      token: granted.token,
      body,
    });
    await page.screen.until(({ text = '' }) => /getting a person|in the line for a person/.test(text));
    return { page, account, ticket: await agent.take(granted.conversationId) };
  }

  it('loses nothing and shows nobody an error', async () => {
    const old = [await start(2), await start(2)];
    const ana = await signIn(balancer.url, 'ana');
    await ana.here();
    const { page, account, ticket } = await servedBy(ana);
    const crowd = startCrowd(balancer.url, crowdSize);
    await goOn(crowd);
    for (const [step, server] of old.entries()) {
      await start(2);
      const stopped = timed(() => server.stop());
      expect(await ana.say(ticket, `before ${step}`)).to.include({ kind: 'said' });
      expect(await stopped).to.be.below(mostStopMs);
      expect(await ana.say(ticket, `after ${step}`)).to.include({ kind: 'said' });
      await goOn(crowd);
    }
    await crowd.end();
    const { errors, asked, answered } = crowd.account;
    expect(errors).to.deep.equal([]);
    expect(answered)
      .to.equal(asked)
      .and.to.be.above(crowdSize * 8);
    const lines = ['before 0', 'after 0', 'before 1', 'after 1'];
    await page.screen.until(({ text }) => text === lines.at(-1));
    expect(page.screen.got.flatMap(({ text = '' }) => (lines.includes(text) ? [text] : []))).to.deep.equal(lines);
    expect(account.errors).to.deep.equal([]);
    expect(account.connections).to.be.within(2, 3); // told to come back by each server it was at
    page.leave();
    for (const server of old) expect(server.output()).not.to.match(/"level":[56]0/);
  });

  it('would be noticed if it were not orderly', async () => {
    const [first] = [await start(0), await start(0)];
    const crowd = startCrowd(balancer.url, crowdSize);
    await goOn(crowd);
    await first.crash();
    await goOn(crowd);
    expect(crowd.account.errors).not.to.deep.equal([]);
  });
});
