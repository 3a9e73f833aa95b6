/** The secret of tokens, and what they carry, without a server. */
import { expect } from 'chai';
import { SupportError } from '../../src/base/index.js';
import { createTokens } from '../../src/http/index.js';

describe('tokens', () => {
  const clock = { now: () => 0 };

  it('need a secret as long as their hash', () => {
    expect(() => createTokens({ secrets: () => ['x'.repeat(31)], clock })).to.throw(
      SupportError,
      '32 bytes; it has 31',
    );
    expect(createTokens({ secrets: () => ['x'.repeat(32)], clock })).to.have.keys('sign', 'read');
  });

  it('cannot be given another purpose or life by their claims', async () => {
    const tokens = createTokens({ secrets: () => ['x'.repeat(32)], clock });
    const token = await tokens.sign('chat', { aud: 'session', exp: '9999999999', conversation: 'c' }, 60);
    expect(await tokens.read('session', token)).to.equal(undefined);
    expect(await tokens.read('chat', token)).to.include({ aud: 'chat', exp: 60, conversation: 'c' });
  });

  it('run out, and are worth nothing under another secret, whether or not they were made here', async () => {
    const own = { secret: 'x'.repeat(32), now: 0 };
    const make = () => createTokens({ secrets: () => [own.secret], clock: { now: () => own.now } });
    const [maker, reader] = [make(), make()];
    const token = await maker.sign('chat', {}, 60);
    const reads = async () => [await maker.read('chat', token), await reader.read('chat', token)];
    expect(await reads()).to.deep.equal([
      { aud: 'chat', iat: 0, exp: 60 },
      { aud: 'chat', iat: 0, exp: 60 },
    ]);
    expect(await maker.read('session', token)).to.equal(undefined);
    own.secret = 'y'.repeat(32);
    expect(await reads()).to.deep.equal([undefined, undefined]);
    own.secret = 'x'.repeat(32);
    own.now = 60_000;
    expect(await reads()).to.deep.equal([undefined, undefined]);
  });

  it('of an older secret are read while it is still named, and no new one is signed by it', async () => {
    const [older, newer] = ['x'.repeat(32), 'y'.repeat(32)];
    const before = createTokens({ secrets: () => [older], clock });
    const between = createTokens({ secrets: () => [newer, older], clock });
    const after = createTokens({ secrets: () => [newer], clock });
    const [first, second] = [await before.sign('chat', {}, 60), await between.sign('chat', {}, 60)];
    const read = async (token: string) =>
      (await Promise.all([before, between, after].map((one) => one.read('chat', token)))).map(
        (one) => one !== undefined,
      );
    expect(await read(first)).to.deep.equal([true, true, false]);
    expect(await read(second)).to.deep.equal([false, true, true]);
  });
});
