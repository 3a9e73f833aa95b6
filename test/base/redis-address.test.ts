import { expect } from 'chai';
import fc from 'fast-check';
import { readConfig, sentinelsOf } from '../../src/base/index.js';

describe('the address of a store', () => {
  it('may be that of Sentinels, with who one is there', () => {
    expect(sentinelsOf('rediss+sentinel://ada:p%40ss@one:26379,two,[::1]:7/main%20shop/3')).to.deep.equal({
      tls: true,
      username: 'ada',
      password: 'p@ss',
      hosts: ['one:26379', 'two', '[::1]:7'],
      name: 'main shop',
      db: 3,
    });
    expect(sentinelsOf('redis+sentinel://one/main')).to.deep.equal({ tls: false, hosts: ['one'], name: 'main', db: 0 });
  });

  const rows: readonly (readonly [string, boolean])[] = [
    ['redis://one', true],
    ['redis://u:p+q@one:6379,two:6379', true],
    ['unix:///run/redis.sock', true],
    ['redis+sentinel://:secret@one:26379,two:26379/main', true],
    ['redis+sentinel://one:26379', false],
    ['redis+sentinel://one:26379,/main', false],
    ['redis+sentinel://one two/main', false],
    ['redis+sentinel://:%E0%A4%A@one/main', false],
    ['redis+cluster://one', false],
    ['http+sentinel://one/main', false],
  ];
  for (const [address, isOne] of rows) {
    it(`${address} is ${isOne ? 'one' : 'none'}`, () => {
      const read = () => readConfig({ REDIS_URL: address });
      if (isOne) expect(read().REDIS_URL).to.equal(address);
      else expect(read).to.throw();
    });
  }

  it('is read in no time, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const address = `redis+sentinel://${text.repeat(50)}`;
        const began = performance.now();
        sentinelsOf(address);
        expect(performance.now() - began).to.be.below(500);
      }),
    );
  });
});
