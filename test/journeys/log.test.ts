/** The log of a running server, at its most talkative: no card, address, number or password of anybody is in it. */
import { expect } from 'chai';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage } from '../../src/base/index.js';
import { startServer } from '../support/server.js';
import { until } from '../support/until.js';
import { startWebCustomer } from '../support/web-customer.js';

const personal =
  'my card 4242 4242 4242 4242, bob@example.com, +49 171 1234567, DE89 3704 0044 0532 0130 00, pin: 4711';
const secret = ['4242 4242', '4242-4242', 'bob@', 'bob%40', '1234567', '0532', '4711'];
const first = readFileSync(inPackage('src', 'cli', 'first-answers.yaml'), 'utf8');

interface Line {
  readonly level: number;
  readonly msg: string;
}

describe('the log of a running server', function () {
  this.timeout(60_000);
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'warmline-log-'));
    mkdirSync(join(folder, 'content', 'faq'), { recursive: true });
    writeFileSync(join(folder, 'content', 'faq', 'first.yaml'), first);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has nothing personal in it, whatever is said, asked for, refused or broken', async () => {
    const settings = { DATA_DIR: join(folder, 'data'), CONTENT_DIR: join(folder, 'content'), LOG_LEVEL: 'trace' };
    const server = await startServer(settings);
    const customer = await startWebCustomer(server.url);
    await customer.say(personal);
    await customer.until(/./, customer.seen.length);

    const asked = encodeURIComponent(personal);
    await fetch(`${server.url}/${asked}`);
    await fetch(`${server.url}/v3/directline/conversations/${asked}?mail=${asked}`, { headers: { 'x-mail': asked } });
    await fetch(`${server.url}/api/messages`, { method: 'POST', body: personal });
    // a channel that is not there: what could not be sent, and where to, is told as a fault with its cause
    const to = { id: 'bob@example.com', name: personal };
    const activity = {
      type: 'message',
      id: 'one',
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1:9/4242-4242-4242-4242',
      conversation: { id: personal },
      from: to,
      recipient: { id: 'bot' },
      text: personal,
    };
    const headers = { 'content-type': 'application/json' };
    await fetch(`${server.url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
    writeFileSync(join(folder, 'content', 'faq', 'first.yaml'), `${first}\n${personal}: "${personal}"\n`);

    await until('the log has what it must have', async () => {
      await fetch(`${server.url}/health/live`);
      return /not delivered/.test(server.output()) && /the changed knowledge base is broken/.test(server.output());
    });
    customer.leave();
    await server.stop();
    const lines = server.output().split('\n');
    const written = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Line);
    expect(written.map(({ level }) => level)).to.include.members([30, 40, 50]);
    expect(written.map(({ msg }) => msg)).to.include('turn');
    expect(lines.filter((line) => secret.some((one) => line.includes(one)))).to.deep.equal([]);
    expect(server.output()).to.include('[card ending 4242]').and.to.include('[e-mail address]');
  });
});
