/** The limiter and the secret of tokens: arithmetic and laws, without a server. */
import { expect } from 'chai';
import fc from 'fast-check';
import { SupportError } from '../../src/base/index.js';
import { createLimiter, createTokens } from '../../src/http/index.js';

const minute = 60_000;

describe('the limiter', () => {
  function limiter(perMinute: number, burst: number) {
    let now = 0;
    const limits = createLimiter({ clock: { now: () => now }, perMinute, burst });
    return { take: (who: string) => limits.take(who), pass: (milliseconds: number) => void (now += milliseconds) };
  }

  it('lets a burst through, then one per interval', () => {
    const { take, pass } = limiter(30, 3);
    expect([take('a'), take('a'), take('a'), take('a')]).to.deep.equal([true, true, true, false]);
    pass(1999);
    expect(take('a')).to.equal(false);
    pass(1);
    expect([take('a'), take('a')]).to.deep.equal([true, false]);
  });

  it('counts every caller apart', () => {
    const { take } = limiter(1, 1);
    expect([take('a'), take('b'), take('a')]).to.deep.equal([true, true, false]);
  });

  it('never saves up more than a burst', () => {
    const { take, pass } = limiter(60, 2);
    take('a');
    pass(60 * minute);
    expect([take('a'), take('a'), take('a')]).to.deep.equal([true, true, false]);
  });

  it('neither gives nor takes anything when the clock goes back', () => {
    const { take, pass } = limiter(60, 2);
    pass(minute);
    take('a');
    pass(-minute);
    expect([take('a'), take('a')]).to.deep.equal([true, false]);
  });

  it('lets through at most a burst and what the time allows, and at least as much to who waits long enough', () => {
    const steps = fc.array(fc.record({ who: fc.constantFrom('a', 'b'), after: fc.nat(5000) }), { maxLength: 200 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 10 }),
        steps,
        (perMinute, burst, calls) => {
          const { take, pass } = limiter(perMinute, burst);
          let elapsed = 0;
          const through = new Map<string, number>();
          for (const { who, after } of calls) {
            pass(after);
            elapsed += after;
            if (take(who)) through.set(who, (through.get(who) ?? 0) + 1);
            const most = burst + (elapsed * perMinute) / minute;
            expect(through.get(who) ?? 0).to.be.at.most(most + 1e-6);
          }
          pass(Math.ceil(minute / perMinute) + 1);
          expect(take('a')).to.equal(true);
        },
      ),
    );
  });
});

describe('tokens', () => {
  const clock = { now: () => 0 };

  it('need a secret as long as their hash', () => {
    expect(() => createTokens({ secret: () => 'x'.repeat(31), clock })).to.throw(SupportError, '32 bytes; it has 31');
    expect(createTokens({ secret: () => 'x'.repeat(32), clock })).to.have.keys('sign', 'read');
  });

  it('cannot be given another purpose or life by their claims', async () => {
    const tokens = createTokens({ secret: () => 'x'.repeat(32), clock });
    const token = await tokens.sign('chat', { aud: 'session', exp: '9999999999', conversation: 'c' }, 60);
    expect(await tokens.read('session', token)).to.equal(undefined);
    expect(await tokens.read('chat', token)).to.include({ aud: 'chat', exp: 60, conversation: 'c' });
  });
});
