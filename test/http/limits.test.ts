/** Limits: how much passes, over processes and time, and whose address it is that counts. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { IncomingMessage } from 'node:http';
import { createLog, SupportError } from '../../src/base/index.js';
import { createAddressOf } from '../../src/http/address.js';
import { createLimits, type Limits } from '../../src/http/index.js';
import { createMemoryCounters, noLimits } from '../support/memory-counters.js';
import { createTime } from '../support/time.js';

const message = { count: 12, seconds: 10 };
const guess = { count: 10, seconds: 60 };

async function refusal(work: Promise<void>): Promise<SupportError | undefined> {
  try {
    await work;
    return undefined;
  } catch (fault) {
    expect(fault).to.be.instanceOf(SupportError);
    return fault as SupportError;
  }
}

/** Some processes on one store. */
function house(processes: number) {
  const time = createTime();
  const counted = createMemoryCounters(time.clock);
  let asked = 0;
  const counters = { add: (...args: Parameters<typeof counted.add>) => ((asked += 1), counted.add(...args)) };
  const settings = { ...noLimits, message, guess };
  const all = Array.from({ length: processes }, () => createLimits({ settings, counters, clock: time.clock }));
  const at = (n: number): Limits => all[n % processes]!;
  return {
    time,
    asked: () => asked,
    take: (n: number, who = 'a') => refusal(at(n).take(['message', who])),
    guesses: (n: number) => at(n).guesses('secret'),
  };
}

describe('limits', () => {
  it('let through what is allowed, and then say how long to wait, in words too', async () => {
    const { take, time } = house(1);
    for (let n = 0; n < message.count; n += 1) expect(await take(0)).to.equal(undefined);
    time.move(3000);
    const refused = await take(0);
    expect(refused).to.include({ code: 'too-many', retryMs: 7000 });
    expect(refused?.message).to.contain('Wait 7 seconds');
    expect(await take(0, 'b')).to.equal(undefined);
    time.move(7000);
    expect(await take(0)).to.equal(undefined);
  });

  it('cost no call to the store as long as somebody stays within a quarter', async () => {
    const { take, asked } = house(1);
    for (let n = 0; n < message.count / 4; n += 1) await take(0);
    expect(asked()).to.equal(0);
    await take(0);
    expect(asked()).to.equal(1);
  });

  it('cost no call to the store once somebody is over them', async () => {
    const { take, asked } = house(1);
    for (let n = 0; n <= message.count; n += 1) await take(0);
    const before = asked();
    for (let n = 0; n < 500; n += 1) expect(await take(0)).to.not.equal(undefined);
    expect(asked()).to.equal(before);
  });

  it('are the same for everything that is asked at once', async () => {
    const { take } = house(1);
    const all = await Promise.all(Array.from({ length: 600 }, () => take(0)));
    expect(all.filter((one) => one === undefined)).to.have.length(message.count);
  });

  it('hold over processes: a quarter more for each further one at most, in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.nat(3), { minLength: 100, maxLength: 100 }),
        async (processes, order) => {
          const { take } = house(processes);
          let through = 0;
          for (const n of order) if ((await take(n)) === undefined) through += 1;
          expect(through).to.be.at.least(message.count);
          expect(through).to.be.at.most(message.count + ((processes - 1) * message.count) / 4);
        },
      ),
    );
  });

  it('let as much through as is allowed again in each window, however long it is asked', async () => {
    const { take, time } = house(1);
    let through = 0;
    for (let n = 0; n < 1000; n += 1) {
      if ((await take(0)) === undefined) through += 1;
      time.move(100);
    }
    expect(through).to.be.within(10 * message.count * 0.9, 10 * message.count + message.count);
  });

  it('count wrong tries at a secret exactly, whatever process hears them, and the right one is refused as well', async () => {
    const { guesses, time } = house(2);
    const wrong = await Promise.all(Array.from({ length: 200 }, (_, n) => refusal(guesses(n).missed('a'))));
    expect(wrong.filter((one) => one === undefined)).to.have.length(guess.count);
    expect((await refusal(guesses(0).check('a')))?.code).to.equal('too-many');
    expect(await refusal(guesses(0).check('b'))).to.equal(undefined);
    time.move(60_000);
    expect((await refusal(guesses(1).check('a')))?.retryMs).to.be.above(3_000_000); // used up for the hour, too
  });

  it('make who goes on guessing wait longer and longer', async () => {
    const { guesses, time } = house(1);
    let tried = 0;
    for (let minute = 0; minute < 48 * 60; minute += 1) {
      while ((await refusal(guesses(0).missed('a'))) === undefined) tried += 1;
      time.move(60_000);
    }
    expect(tried).to.be.at.most(2 * 6 * guess.count + guess.count);
  });

  it('go on in each process alone while the store is away', async () => {
    const away = { add: () => Promise.reject(new SupportError('unavailable', 'away')) };
    const { clock } = createTime();
    const limits = createLimits({ settings: { ...noLimits, message }, counters: away, clock });
    const all = [];
    for (let n = 0; n < 100; n += 1) all.push(await refusal(limits.take(['message', 'a'])));
    expect(all.filter((one) => one === undefined)).to.have.length(message.count);
  });

  it('limit nothing that is turned off', async () => {
    const { clock } = createTime();
    const limits = createLimits({ settings: noLimits, counters: createMemoryCounters(clock), clock });
    for (let n = 0; n < 1000; n += 1) await limits.take(['message', 'a'], ['begin', 'a']);
    for (let n = 0; n < 1000; n += 1) await limits.guesses('x').missed('a');
  });
});

describe('the address that counts', () => {
  const request = (remoteAddress: string, header?: string) =>
    ({
      socket: { remoteAddress },
      headers: header === undefined ? {} : { 'x-forwarded-for': header },
    }) as unknown as IncomingMessage;
  const log = createLog('silent');
  const proxies = ['10.0.0.0/8', '192.168.1.1', 'fd00::/8'];
  const rows: readonly (readonly [string, readonly string[], string, string | undefined, string])[] = [
    ['the connection, without a proxy', [], '203.0.113.5', undefined, '203.0.113.5'],
    ['the connection, whatever a stranger claims', [], '203.0.113.5', '1.2.3.4', '203.0.113.5'],
    ['the connection of a stranger beside the proxy', proxies, '203.0.113.5', '1.2.3.4', '203.0.113.5'],
    ['what the proxy saw', proxies, '10.0.0.1', '1.2.3.4', '1.2.3.4'],
    ['what the proxy saw, not what was claimed to it', proxies, '10.0.0.1', '6.6.6.6, 1.2.3.4', '1.2.3.4'],
    [
      'what the first of several proxies saw',
      proxies,
      '10.0.0.1',
      '6.6.6.6, 1.2.3.4, 10.1.1.1, 192.168.1.1',
      '1.2.3.4',
    ],
    ['the last proxy, when nobody else is named', proxies, '10.0.0.1', '10.9.9.9', '10.9.9.9'],
    ['the proxy itself, when what it says is no address', proxies, '10.0.0.1', '1.2.3.4, unknown', '10.0.0.1'],
    ['the proxy itself, when it says nothing', proxies, '10.0.0.1', '', '10.0.0.1'],
    ['an address with a port', proxies, '10.0.0.1', '1.2.3.4:5678', '1.2.3.4'],
    ['IPv4 written as IPv6', proxies, '::ffff:10.0.0.1', '::ffff:1.2.3.4', '1.2.3.4'],
    ['the network of an IPv6 address', proxies, '10.0.0.1', '2001:DB8:0:7:a:b:c:d', '2001:db8:0:7::'],
    ['the same network, written short', proxies, 'fd00::1', '[2001:db8:0:7::9]:443', '2001:db8:0:7::'],
    ['loopback', [], '::1', undefined, '0:0:0:0::'],
  ];
  for (const [what, trusted, remote, header, address] of rows) {
    it(`is ${what}`, () => expect(createAddressOf(trusted, log)(request(remote, header))).to.equal(address));
  }

  it('cannot be chosen by who is not a proxy, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())), (claimed) => {
        const header = [...claimed, '1.2.3.4'].join(', ');
        expect(createAddressOf(proxies, log)(request('10.0.0.1', header))).to.equal('1.2.3.4');
        expect(createAddressOf([], log)(request('9.9.9.9', header))).to.equal('9.9.9.9');
      }),
    );
  });
});
