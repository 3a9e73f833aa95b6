/** Every call has a name: in its answer, whatever that is, and in every line of the log that comes of it. */
import { expect } from 'chai';
import { createLog, currentCause, randomIds } from '../../src/base/index.js';
import { route } from '../../src/http/index.js';
import { until } from '../support/until.js';
import { closeHouses, openHouse, post, speak, told } from './house.js';

const own = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = `00-${trace}-00f067aa0ba902b7-01`;

const lines: Record<string, unknown>[] = [];
const log = createLog('info', {
  to: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
});

/** Logs before and after it has waited, and in a moment of its own. */
const talkative = route({
  method: 'GET',
  path: '/it/:n',
  handle: async ({ params: { n } }) => {
    log.info({ n }, 'at once');
    await new Promise((resolve) => setImmediate(resolve));
    log.info({ n }, 'later');
    setImmediate(() => log.info({ n }, 'after the answer'));
    if (n === 'fault') throw new Error('nobody has foreseen this');
    return { kind: 'json', body: { name: currentCause()?.request } };
  },
});

describe('the name of a call', () => {
  beforeEach(() => void lines.splice(0));
  afterEach(closeHouses);

  const rows: readonly (readonly [string, Record<string, string>, readonly string[], RegExp])[] = [
    ['is made here', {}, [], own],
    ['is not what a stranger says', { 'x-request-id': 'mine' }, [], own],
    ['is not what a stranger says beside a proxy', { 'x-request-id': 'mine', traceparent: parent }, ['10.0.0.1'], own],
    ['is what a proxy says', { 'x-request-id': 'a1:b.c_d-9' }, ['127.0.0.1'], /^a1:b[.]c_d-9$/],
    ['is the trace that a proxy is in', { traceparent: parent }, ['127.0.0.1'], new RegExp(`^${trace}$`)],
    ['is its own name before that', { 'x-request-id': 'a', traceparent: parent }, ['127.0.0.0/8'], /^a$/],
    ['is not 65 signs long', { 'x-request-id': 'a'.repeat(65) }, ['127.0.0.1'], own],
    ['has no signs that mean something elsewhere', { 'x-request-id': 'a" b' }, ['127.0.0.1'], own],
    ['is not empty', { 'x-request-id': '' }, ['127.0.0.1'], own],
    ['is no trace of zeros', { traceparent: parent.replace(trace, '0'.repeat(32)) }, ['127.0.0.1'], own],
    ['is no trace of an unknown shape', { traceparent: parent.replace('00-', 'ff-') }, ['127.0.0.1'], own],
  ];
  for (const [what, headers, proxies, name] of rows) {
    it(what, async () => {
      const { url } = await openHouse({ routes: [talkative], proxies });
      const answer = await fetch(`${url}/it/1`, { headers });
      expect(answer.headers.get('x-request-id')).to.match(name);
      expect(await answer.json()).to.deep.equal({ name: answer.headers.get('x-request-id') });
    });
  }

  it('is in every line that comes of it, of many calls at once', async () => {
    const { url } = await openHouse({ routes: [talkative] });
    const names = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => (await fetch(`${url}/it/${n}`)).headers.get('x-request-id')),
    );
    await until('what is said after the answers', () => lines.length >= 60);
    expect(lines).to.have.length(60);
    expect(new Set(names).size).to.equal(20);
    for (const { n, request } of lines) expect(request).to.equal(names[Number(n)]);
  });

  it('is not in what a process does by itself', async () => {
    await openHouse({ routes: [talkative] });
    log.info('by itself');
    expect(lines.map(({ request }) => request)).to.deep.equal([undefined]);
  });

  it('is told to a caller whose call failed, and is in the line that says why', async () => {
    const { url, logged } = await openHouse({ routes: [talkative], ids: randomIds });
    const answer = await fetch(`${url}/it/fault`);
    const name = answer.headers.get('x-request-id') ?? 'none';
    expect((await told(answer)).message).to.contain(name);
    const why = logged.map((line) => JSON.parse(line) as { msg: string; request?: string });
    expect(why.find(({ msg }) => msg === 'request failed')?.request).to.equal(name);
  });

  it('is in what no route answers, and in a refused socket', async () => {
    const { url, port } = await openHouse({ routes: [talkative] });
    expect((await fetch(`${url}/nowhere`)).headers.get('x-request-id')).to.match(own);
    expect((await post(`${url}/it/1`, {})).headers.get('x-request-id')).to.match(own);
    const upgrade = 'GET /none HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';
    expect(await speak(port, upgrade)).to.match(/x-request-id: [\da-f-]{36}\r\n/i);
    const whole = 'GET http://elsewhere/ HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n';
    expect(await speak(port, whole)).to.match(/x-request-id: [\da-f-]{36}\r\n/i);
  });
});
