import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failToStart, startServer, type ServerProcess } from '../support/server.js';
import { startWebCustomer, type WebCustomer } from '../support/web-customer.js';
import { until } from '../support/tickets.js';

const entries = (opens: string) => `entries:
  - id: opening
    title: When do you open?
    ask: [when do you open, opening hours, are you open on Sunday]
    answer: The lighthouse of {brand} opens at ${opens}.
  - id: climb
    title: May I climb the tower?
    ask: [may I climb the tower, how many stairs are there, is there a lift]
    answer: There are 211 stairs and no lift.
`;

describe("a server with a company's own content", function () {
  this.timeout(60_000);
  let folder = '';
  let content = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'warmline-content-'));
    content = join(folder, 'content');
    mkdirSync(join(content, 'faq'), { recursive: true });
    writeFileSync(join(content, 'faq', 'tower.yaml'), entries('nine'));
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
      await customer.say('When do you open?');
      await customer.until(/The lighthouse of Point Light opens at nine\./);
      writeFileSync(join(content, 'faq', 'tower.yaml'), entries('ten'));
      await until(async () => {
        await fetch(`${server.url}/health/live`);
        return server.output().includes('the knowledge base was read again');
      });
      await customer.say('opening hours');
      await customer.until(/The lighthouse of Point Light opens at ten\./);
    }));

  it('says at the start what is as it ships, and tells the chat how the company treats data', async () => {
    const server = await start();
    expect(server.output()).to.include('"borrowed":["wording.yaml","policy.yaml","hours.yaml"]');
    const settings = (await (await fetch(`${server.url}/v3/directline/widget/settings`)).json()) as object;
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
