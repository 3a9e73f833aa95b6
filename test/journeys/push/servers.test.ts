/** Push delivery by whole servers to a real connector: two processes on one Redis, ended the hard way, counted outside. */
import { expect } from 'chai';
import { type Connector, sayInTeams, startConnector } from '../../support/connector.js';
import { hastyProduct, type ServerProcess, startServer } from '../../support/server.js';
import { redis, type StoreHouse } from '../../support/stores.js';
import { byAna, createDesk, type Desk, numbers } from './desk.js';

function twoServers(this: Mocha.Suite): void {
  this.timeout(90_000);
  let house: StoreHouse;
  let channel: Connector;
  let servers: [ServerProcess, ServerProcess];
  let turn = 0;
  const url = () => servers[(turn += 1) % 2]?.url ?? '';

  before(async () => {
    house = await redis.start();
    channel = await startConnector();
    servers = await Promise.all([startServer(house.env, hastyProduct), startServer(house.env, hastyProduct)]);
  });
  after(async () => {
    for (const server of servers) await server.crash();
    await channel.close();
    await house.close();
  });

  const texts = (to: string) => channel.got.filter((one) => one.to === to).map(({ text }) => text);
  const spoken = (to: string) => texts(to).filter((text) => text.startsWith('Ana Silva:'));

  async function assigned(desk: Desk, conversation: string): Promise<number> {
    const message = { serviceUrl: channel.serviceUrl, conversation, text: 'I want to talk to a person' };
    expect(await sayInTeams(url(), message)).to.equal(200);
    await desk.waiting(`teams-${conversation}`);
    return desk.claim(`teams-${conversation}`);
  }

  it('every message arrives once and in order, whichever server heard of it', async () => {
    const desk = await createDesk(url);
    const people = ['a', 'b'];
    const epochs = await Promise.all(people.map((conversation) => assigned(desk, conversation)));
    for (const text of numbers(0, 30)) {
      await Promise.all(people.map((one, index) => desk.say(`teams-${one}`, epochs[index] ?? 0, text)));
    }
    for (const one of people) {
      await channel.until(({ to, text }) => to === one && text === byAna('line 29'));
      expect(spoken(one)).to.deep.equal(numbers(0, 30).map(byAna));
    }
  });

  it('an orderly stop in the middle repeats nothing', async () => {
    const desk = await createDesk(url);
    const epoch = await assigned(desk, 'stopped');
    const slow = () =>
      new Promise<{ status: number }>((resolve) => {
        setImmediate(() => resolve({ status: 200 }));
      });
    channel.answer = slow;
    for (const text of numbers(0, 20)) await desk.say('teams-stopped', epoch, text);
    await servers[0].stop();
    servers[0] = await startServer(house.env, hastyProduct);
    await servers[1].stop();
    servers[1] = await startServer(house.env, hastyProduct);
    for (const text of numbers(20, 25)) await desk.say('teams-stopped', epoch, text);
    await channel.until(({ to, text }) => to === 'stopped' && text === byAna('line 24'));
    expect(spoken('stopped')).to.deep.equal(numbers(0, 25).map(byAna));
  });

  it('a server that is killed while it sends is followed by the other: nothing is lost, only what was under way repeats', async () => {
    const desk = await createDesk(url);
    const epoch = await assigned(desk, 'killed');
    let kill: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (kill = resolve));
    channel.answer = ({ text }) => {
      if (text !== byAna('line 5')) return { status: 200 };
      kill(); // it has arrived; whoever sent it will never hear so
      return new Promise(() => undefined);
    };
    const all = numbers(0, 10);
    for (const text of all) await desk.say('teams-killed', epoch, text);
    await held;
    channel.answer = () => ({ status: 200 });
    // whichever of the two sent it: the other one delivers the rest once the lease is over
    await servers[0].crash();
    servers[0] = await startServer(house.env, hastyProduct);
    await servers[1].crash();
    await channel.until(({ to, text }) => to === 'killed' && text === byAna('line 9'));
    const twice = [...all.slice(0, 6), ...all.slice(5)].map(byAna);
    expect(spoken('killed')).to.deep.equal(twice);
  });
}

describe('two servers that deliver to Teams', function () {
  if (redis.skip === undefined) twoServers.call(this);
  else it('skipped: redis-server is not on PATH');
});
