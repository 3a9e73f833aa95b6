/** Live feeds over a real socket: order, heartbeat, slow readers, and every way in which they end. */
import { expect } from 'chai';
import { connect } from 'node:net';
import { type Feed, personRoute, route, type Route } from '../../src/http/index.js';
import { closeHouses, gate, openHouse, signIn, told } from './house.js';

interface Wire {
  readonly routes: readonly Route[];
  /** Resolves when the feed is open. */
  readonly opened: Promise<Feed>;
  /** Resolves when the feed was told to stop. */
  readonly stopped: Promise<unknown>;
  stops(): number;
}

function wire(): Wire {
  let open: (feed: Feed) => void = () => undefined;
  let stops = 0;
  const opened = new Promise<Feed>((resolve) => (open = resolve));
  const stopped = gate();
  const handle: Parameters<typeof route>[0]['handle'] = () =>
    Promise.resolve({
      kind: 'feed',
      open: (feed) => {
        open(feed);
        return () => {
          stops += 1;
          feed.send('goodbye', {}); // a room may still send while it stops; nobody hears it
          stopped.open();
        };
      },
    });
  return {
    routes: [route({ method: 'GET', path: '/feed', handle })],
    opened,
    stopped: stopped.passed,
    stops: () => stops,
  };
}

/** Reads until the text has come, or the end. */
async function until(response: Response, wanted: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  const reader = response.body?.getReader();
  while (reader !== undefined && !text.includes(wanted)) {
    const part = (await reader.read()) as { done: boolean; value?: Uint8Array };
    if (part.done) break;
    text += decoder.decode(part.value, { stream: true });
  }
  reader?.releaseLock();
  return text;
}

describe('a feed', () => {
  afterEach(closeHouses);

  it('tells when to come back, then sends events in order, one line of JSON each', async () => {
    const { routes, opened } = wire();
    const { url } = await openHouse({ routes });
    const response = await fetch(`${url}/feed`);
    const feed = await opened;
    feed.send('ticket', { text: 'two\nlines' }, '7');
    feed.send('gone', { id: 1 });
    expect(response.headers.get('content-type')).to.match(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).to.equal('no-store');
    expect(await until(response, 'gone')).to.equal(
      'retry: 1000\n\nid: 7\nevent: ticket\ndata: {"text":"two\\nlines"}\n\nevent: gone\ndata: {"id":1}\n\n',
    );
  });

  it('beats, with a comment for proxies and an event for the page', async () => {
    const { routes, opened } = wire();
    const { url, beat } = await openHouse({ routes });
    const response = await fetch(`${url}/feed`);
    await opened;
    beat();
    expect(await until(response, 'data: {}')).to.contain(': ping\nevent: beat\ndata: {}\n\n');
  });

  it('beats every fifteen seconds, and no more once it is over', async () => {
    const { routes, stopped } = wire();
    const beats: number[] = [];
    const rest = gate();
    const { url } = await openHouse({
      routes,
      every: (milliseconds) => {
        beats.push(milliseconds);
        return () => rest.open();
      },
    });
    const leave = new AbortController();
    await fetch(`${url}/feed`, { signal: leave.signal });
    leave.abort();
    await Promise.all([rest.passed, stopped]);
    expect(beats).to.deep.equal([15_000]);
  });

  it('stops once when the reader leaves, and does not mind being sent to afterwards', async () => {
    const { routes, opened, stopped, stops } = wire();
    const { url, http, logged } = await openHouse({ routes });
    const leave = new AbortController();
    await fetch(`${url}/feed`, { signal: leave.signal });
    const feed = await opened;
    leave.abort();
    await stopped;
    feed.send('late', {});
    await http.close();
    expect(stops()).to.equal(1);
    expect(logged).to.deep.equal([]);
  });

  it('lets a reader go who is more than 256 kB behind', async () => {
    const { routes, opened, stopped } = wire();
    const { port, http } = await openHouse({ routes });
    const reader = connect(port, '127.0.0.1');
    reader.on('error', () => undefined);
    reader.pause();
    reader.write('GET /feed HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
    const feed = await opened;
    const block = 'x'.repeat(64 * 1024);
    let sent = 0;
    // 64 MB is far more than the kernel keeps for a reader who does not read
    for (; sent < 1000; sent += 1) feed.send('block', block);
    await stopped;
    reader.destroy();
    await http.close();
  });

  it('lets a reader go who has read nothing between two beats', async () => {
    const { routes, opened, stops } = wire();
    const { port, http, beat } = await openHouse({ routes });
    const reader = connect(port, '127.0.0.1');
    reader.on('error', () => undefined);
    reader.pause();
    reader.write('GET /feed HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
    const feed = await opened;
    const block = 'x'.repeat(8 * 1024);
    // little by little, so that the limit of bytes is never what ends it
    while (stops() === 0) {
      for (let sent = 0; sent < 16; sent += 1) feed.send('block', block);
      await new Promise((resolve) => setImmediate(resolve));
      beat();
    }
    reader.destroy();
    await http.close();
  });

  it('keeps a reader who reads, however much is sent', async () => {
    const { routes, opened } = wire();
    const { url } = await openHouse({ routes });
    const response = await fetch(`${url}/feed`);
    const feed = await opened;
    const block = 'x'.repeat(200 * 1024);
    for (let n = 1; n <= 20; n += 1) {
      feed.send('block', `${block} ${n}.`);
      expect(await until(response, ` ${n}."`)).to.contain(` ${n}."`);
    }
  });

  it('ends when the sign-in of its reader has run out', async () => {
    const handle = () => Promise.resolve({ kind: 'feed', open: () => () => undefined } as const);
    const team = personRoute({ method: 'GET', path: '/team', roles: ['agent'], handle });
    const { url, beat, pass } = await openHouse({ routes: [team] });
    const cookie = await signIn(url, 'ana');
    const response = await fetch(`${url}/team`, { headers: { cookie } });
    beat();
    expect(await until(response, 'data: {}')).to.contain('event: beat');
    pass(12 * 3_600_000);
    beat();
    const rest = await response.text().catch(() => 'cut');
    expect(rest).to.equal('cut');
    expect((await fetch(`${url}/team`, { headers: { cookie } })).status).to.equal(401);
  });

  it('ends when the server stops', async () => {
    const { routes, opened, stops } = wire();
    const { url, http } = await openHouse({ routes });
    const response = await fetch(`${url}/feed`);
    const feed = await opened;
    feed.send('last', {});
    await http.close();
    feed.send('too late', {});
    expect(await response.text()).to.match(/event: last\ndata: \{\}\n\n$/);
    expect(stops()).to.equal(1);
  });

  it('that cannot open is cut, and the server lives on', async () => {
    const open = (): never => {
      throw new Error('no store');
    };
    const broken = route({ method: 'GET', path: '/feed', handle: () => Promise.resolve({ kind: 'feed', open }) });
    const { url, logged } = await openHouse({ routes: [broken] });
    const ended = fetch(`${url}/feed`).then((response) => response.text());
    expect(
      await ended.then(
        () => 'whole',
        () => 'cut',
      ),
    ).to.equal('cut');
    expect(logged.join('')).to.contain('no store');
    expect((await told(await fetch(`${url}/nowhere`))).status).to.equal(404);
  });

  it('tells where the reader was', async () => {
    let seen: unknown;
    const echo = route({
      method: 'GET',
      path: '/feed',
      handle: ({ headers }) => {
        seen = headers['last-event-id'];
        return Promise.resolve({ kind: 'feed', open: () => () => undefined });
      },
    });
    const { url, http } = await openHouse({ routes: [echo] });
    const reader = await fetch(`${url}/feed`, { headers: { 'last-event-id': '41' } });
    await http.close();
    await reader.text();
    expect(seen).to.equal('41');
  });
});
