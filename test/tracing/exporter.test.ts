/** Spans on their way to a collector that answers, is slow, refuses or is not there: nobody waits, nothing piles up. */
import { expect } from 'chai';
import { createLog } from '../../src/base/index.js';
import { createExporter } from '../../src/tracing/exporter.js';
import { type Collector, startCollector } from '../support/collector.js';

const span = (n: number) =>
  ({
    id: '1'.repeat(32),
    span: n.toString(16).padStart(16, '0'),
    name: `part ${n}`,
    kind: 'internal',
    from: 1_700_000_000_000.25,
    to: 1_700_000_000_001.5,
    about: { conversation: 'web-1', seq: n },
  }) as const;

describe('the way of spans to a collector', () => {
  let collector: Collector;
  beforeEach(async () => (collector = await startCollector()));
  afterEach(() => collector.close());

  function house(endpoint = collector.url) {
    const lines: { readonly msg: string; readonly lost?: number }[] = [];
    const beats: (() => unknown)[] = [];
    const exporter = createExporter({
      endpoint,
      headers: { authorization: 'Bearer secret' },
      service: 'shop',
      log: createLog('info', { to: { write: (line) => void lines.push(JSON.parse(line) as { msg: string }) } }),
      every: (_, act) => {
        beats.push(act);
        return () => void beats.splice(0);
      },
      patienceMs: 50,
    });
    return { ...exporter, lines, beat: () => Promise.all(beats.map((act) => act())) };
  }

  it('writes them as OTLP says, with the headers that are set', async () => {
    const { add, beat } = house();
    add(span(1));
    add({ ...span(2), parent: '0'.repeat(15) + '1', kind: 'client', fault: 'unavailable' });
    await beat();
    expect(collector.headers[0]).to.include({ authorization: 'Bearer secret', 'content-type': 'application/json' });
    const [first, second] = collector.spans;
    expect(first).to.deep.equal({
      traceId: '1'.repeat(32),
      spanId: '0000000000000001',
      name: 'part 1',
      kind: 1,
      startTimeUnixNano: '1700000000000250000',
      endTimeUnixNano: '1700000000001500000',
      attributes: [
        { key: 'conversation', value: { stringValue: 'web-1' } },
        { key: 'seq', value: { intValue: '1' } },
      ],
    });
    expect(second).to.include({ parentSpanId: '0000000000000001', kind: 3 });
    expect(second?.status).to.deep.equal({ code: 2, message: 'unavailable' });
    expect(collector.bodies[0]).to.contain('{"key":"service.name","value":{"stringValue":"shop"}}');
  });

  it('names nobody', async () => {
    const { add, beat } = house();
    add({ ...span(1), about: { conversation: 'hook-bob@example.com' } });
    await beat();
    expect(collector.bodies[0]).to.contain('[e-mail address]').and.not.to.contain('bob');
  });

  it('sends many in several batches, and at the end what is left', async () => {
    const { add, close } = house();
    for (let n = 0; n < 1300; n += 1) add(span(n));
    await close();
    expect(collector.bodies).to.have.length(3);
    expect(collector.spans.map(({ name }) => name)).to.deep.equal(Array.from({ length: 1300 }, (_, n) => `part ${n}`));
  });

  for (const [what, status] of [
    ['refuses', 503],
    ['does not answer', 0],
  ] as const) {
    it(`keeps no more than 2048 for a collector that ${what}, drops the rest, and tells so once`, async () => {
      const { add, beat, lines } = house();
      collector.status = status;
      for (let round = 0; round < 3; round += 1) {
        for (let n = 0; n < 10_000; n += 1) add(span(n));
        await beat();
      }
      expect(lines.map(({ msg }) => msg)).to.deep.equal([
        'the trace collector takes nothing; what is not taken is dropped',
      ]);
      collector.status = 200;
      add(span(7));
      await beat();
      expect(collector.spans.map(({ name }) => name)).to.deep.equal(['part 7']);
      expect(lines[1]).to.include({ msg: 'the trace collector takes traces again', lost: 30_000 });
    });
  }

  it('waits a bounded time for the end', async () => {
    const { add, close } = house();
    collector.status = 0;
    add(span(1));
    const began = performance.now();
    await close();
    expect(performance.now() - began).to.be.below(3000);
  });

  it('bears a collector that is not there', async () => {
    const { add, beat, lines } = house('http://127.0.0.1:1/');
    add(span(1));
    await beat();
    expect(lines).to.have.length(1);
  });
});
