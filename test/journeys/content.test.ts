import { expect } from 'chai';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage } from '../../src/base/index.js';
import { failToStart, startServer, type ServerProcess } from '../support/server.js';
import { startWebCustomer, type WebCustomer } from '../support/web-customer.js';
import { until } from '../support/until.js';

const first = readFileSync(inPackage('src', 'cli', 'first-answers.yaml'), 'utf8');
const entries = (days: string) =>
  first.replace('Two to four working days', `The crew of {brand} sends it in ${days} days`);

describe("a server with a company's own content", function () {
  this.timeout(60_000);
  let folder = '';
  let content = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'warmline-content-'));
    content = join(folder, 'content');
    mkdirSync(join(content, 'faq'), { recursive: true });
    writeFileSync(join(content, 'faq', 'first.yaml'), entries('five'));
    writeFileSync(
      join(content, 'brand.yaml'),
      'name: Point Light\nconsent: We keep what you write for a month.\nprivacy: https://example.com/privacy\n',
    );
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const start = () => startServer({ DATA_DIR: join(folder, 'data'), CONTENT_DIR: content, LOG_LEVEL: 'info' });
  async function withCustomer(act: (server: ServerProcess, customer: WebCustomer) => Promise<void>) {
    const server = await start();
    const customer = await startWebCustomer(server.url);
    await act(server, customer);
    customer.leave();
    await server.stop();
  }

  it('speaks in its name, answers from its folder, and hears of changes there', () =>
    withCustomer(async (server, customer) => {
      await customer.say('How long does delivery take?');
      await customer.until(/The crew of Point Light sends it in five days\./);
      writeFileSync(join(content, 'faq', 'first.yaml'), entries('six'));
      await until('the knowledge base is read again', async () => {
        await fetch(`${server.url}/health/live`);
        return server.output().includes('the knowledge base was read again');
      });
      const other = await startWebCustomer(server.url);
      await other.say('delivery time');
      await other.until(/The crew of Point Light sends it in six days\./);
      other.leave();
    }));

  it('says at the start what is as it ships, and tells the chat how the company treats data', async () => {
    const server = await start();
    expect(server.output()).to.include('"borrowed":["wording.yaml","policy.yaml","hours.yaml","privacy.yaml"]');
    const settings = (await (await fetch(`${server.url}/widget/settings`)).json()) as object;
    expect(settings).to.include({
      brand: 'Point Light',
      consent: 'We keep what you write for a month.',
      privacy: 'https://example.com/privacy',
    });
    await server.stop();
  });

  it('does not start with mistakes, which are all told by file and line', async () => {
    writeFileSync(join(content, 'brand.yaml'), 'nam: x\n');
    writeFileSync(join(content, 'wording.yaml'), 'thanks: {nobody}\n');
    const { code, output } = await failToStart({ DATA_DIR: join(folder, 'data'), CONTENT_DIR: content });
    expect(code).to.equal(1);
    expect(output).to.include(`  ${join(content, 'brand.yaml')}:1: nam: is not known here`);
    expect(output).to.match(/wording\.yaml:1: thanks/);
    expect(output).not.to.match(/\n {4}at /);
  });
});
