/** One trace from a call through its turn to its delivery, as a real collector sees it. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collector, type Span, startCollector } from '../support/collector.js';
import { call, generate } from '../support/direct-line-calls.js';
import { hookSecret, startHook, write } from '../support/hook.js';
import { type ServerProcess, startServer } from '../support/server.js';
import { redis, type StoreHouse } from '../support/stores.js';

const id = '4bf92f3577b34da6a3ce929d0e0e4736';
const outside = '00f067aa0ba902b7';

async function eventually(what: () => boolean, name: string): Promise<void> {
  for (const end = Date.now() + 40_000; !what();) {
    if (Date.now() > end) throw new Error(`It did not come to it: ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Every span by the path of names that leads to it. */
function paths(spans: readonly Span[]): readonly string[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const path = ({ name, parentSpanId = '' }: Span): string => {
    const above = byId.get(parentSpanId);
    return above === undefined ? `${parentSpanId}>${name}` : `${path(above)}>${name}`;
  };
  return spans.map(path).sort();
}

describe('traces', function () {
  this.timeout(60_000);
  let folder: string;
  let collector: Collector;
  let hook: Awaited<ReturnType<typeof startHook>>;
  const servers: ServerProcess[] = [];
  let house: StoreHouse | undefined;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'warmline-traces-'));
    collector = await startCollector();
    hook = await startHook();
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
    await house?.close();
    house = undefined;
    await collector.close();
    await hook.close();
    rmSync(folder, { recursive: true });
  });
  async function start(more: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const server = await startServer({
      DATA_DIR: folder,
      LOG_LEVEL: 'info',
      TRUST_PROXY: '127.0.0.1',
      HOOK_SECRET: hookSecret,
      HOOK_URL: hook.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20of-the-tests',
      ...more,
    });
    servers.push(server);
    return server;
  }
  const ofTrace = () => collector.spans.filter(({ traceId }) => traceId === id);
  const whole = (route: string) => {
    const way = `${outside}>POST ${route}`;
    return [
      way,
      `${way}>receive`,
      `${way}>turn`,
      `${way}>turn>commit`,
      `${way}>turn>commit>deliver`,
      `${way}>turn>decide`,
    ];
  };
  const said = {
    text: 'How long does delivery take? asks Zoltana',
    headers: { traceparent: `00-${id}-${outside}-01` },
  };

  it('lead from the call through its turn to the delivery, with the right parents and no words', async () => {
    const server = await start();
    await write(server.url, said);
    await hook.inbox.until(() => true);
    await eventually(() => ofTrace().length >= 6, 'all parts arrive');
    expect(paths(ofTrace())).to.deep.equal(whole('/api/hook/messages').sort());
    for (const span of ofTrace()) {
      expect(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano)).to.equal(true);
      expect(Math.abs(Number(BigInt(span.startTimeUnixNano) / 1_000_000n) - Date.now())).to.be.below(60_000);
    }
    const deliver = ofTrace().find(({ name }) => name === 'deliver');
    expect(deliver?.attributes).to.deep.include({ key: 'channel', value: { stringValue: 'hook' } });
    expect(collector.headers[0]?.authorization).to.equal('Bearer of-the-tests');
    expect(collector.bodies.join()).not.to.contain('Zoltana');
    const lines = server.output().split('\n');
    expect(lines.find((line) => line.includes('"msg":"turn"'))).to.contain(`"trace":"${id}"`);
  });

  it('go on at the process that delivers, whichever that is', async function () {
    if (redis.skip !== undefined) this.skip();
    house = await redis.start();
    // what the first cannot deliver, because its hook refuses for a while, the second does when the first is gone
    const [first, second] = [await start(house.env), await start({ ...house.env, OTEL_SERVICE_NAME: 'other' })];
    hook.answers.push(...Array.from({ length: 3 }, () => ({ status: 503 })));
    await write(first.url, said);
    await eventually(() => /not delivered, will try again/.test(first.output() + second.output()), 'it is refused');
    await eventually(() => ofTrace().some(({ name }) => name === 'turn'), 'the turn has arrived');
    await first.crash();
    const byOther = () => collector.bodies.some((body) => body.includes('"other"') && body.includes('"deliver"'));
    await eventually(byOther, 'the other one has tried'); // when the lease of the first is over, if that had it
    const delivered = ofTrace().filter(({ name }) => name === 'deliver');
    const commit = ofTrace().find(({ name }) => name === 'commit');
    for (const { parentSpanId } of delivered) expect(parentSpanId).to.equal(commit?.spanId);
  });

  it('are those of no proxy that has decided otherwise, and of a share of the others', async () => {
    const server = await start({ OTEL_TRACES_SAMPLER_ARG: '0' });
    await write(server.url, { ...said, conversation: 'a', headers: { traceparent: `00-${id}-${outside}-00` } });
    await write(server.url, { ...said, conversation: 'b', headers: {} });
    await hook.inbox.until(({ reply }) => reply.conversation === 'b');
    await write(server.url, { ...said, conversation: 'c' });
    await eventually(() => ofTrace().length >= 6, 'the wanted one arrives');
    expect(new Set(collector.spans.map(({ traceId }) => traceId))).to.deep.equal(new Set([id]));
    expect(ofTrace().filter(({ name }) => name === 'turn')).to.have.length(1);
  });

  it('cost no turn where the collector is away or hangs', async () => {
    collector.status = 0;
    const server = await start();
    const { token } = await generate(server.url);
    const { body } = await call(server.url, 'POST /conversations', { token });
    const place = `/conversations/${body.conversationId}/activities`;
    const times: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const began = performance.now();
      const text = { type: 'message', from: { id: 'me' }, text: 'hello' };
      expect((await call(server.url, `POST ${place}`, { token, body: text })).status).to.equal(200);
      times.push(performance.now() - began);
    }
    await eventually(() => server.output().split('"msg":"turn"').length > 20, 'all turns are settled');
    await eventually(() => /the trace collector takes nothing/.test(server.output()), 'it is told');
    expect(Math.max(...times)).to.be.below(3000);
    const began = performance.now();
    await server.stop();
    expect(performance.now() - began).to.be.below(5000);
  });
});
