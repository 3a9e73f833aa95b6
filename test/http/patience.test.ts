/** Callers who are slow, or send without end, on real sockets: bounded in time and in bytes, and told why. */
import { expect } from 'chai';
import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import { json, route } from '../../src/http/index.js';
import { closeHouses, openHouse, post } from './house.js';

const echo = route({
  method: 'POST',
  path: '/echo',
  body: z.object({ text: z.string() }),
  handle: ({ body }) => Promise.resolve(json(body)),
});
const patience = { headMs: 300, requestMs: 600, checkMs: 50, lingerMs: 60_000, lingerBytes: 1_000_000 };
const head = 'POST /echo HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n';
const part = `10000\r\n${'x'.repeat(65_536)}\r\n`;

/** Everything that is heard until the connection is gone, however it goes. */
function listen(socket: Socket): Promise<string> {
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve) => socket.once('close', () => resolve(Buffer.concat(parts).toString())));
}

/** Writes for as long as it is read. */
function pour(socket: Socket): void {
  const more = () => {
    while (socket.writable && socket.write(part));
  };
  socket.on('drain', more);
  more();
}

function dial(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  return socket;
}

/** A byte whenever the one before has left; nothing is waited for but the server. */
function drip(socket: Socket): void {
  const timer = setInterval(() => socket.write('x'), 20);
  socket.once('close', () => clearInterval(timer));
}

describe('the patience of the server', () => {
  afterEach(closeHouses);

  for (const [what, start, answer] of [
    ['too long', `${head}transfer-encoding: chunked\r\n\r\n`, /^HTTP\/1\.1 413 /],
    [
      'for an address that is not there',
      `${head.replace('/echo', '/no')}transfer-encoding: chunked\r\n\r\n`,
      /^HTTP\/1\.1 404 /,
    ],
    ['of a wrong type', `${head.replace('json', 'xml')}transfer-encoding: chunked\r\n\r\n`, /^HTTP\/1\.1 415 /],
    ['said to be too long', `${head}content-length: 400000000\r\n\r\n`, /^HTTP\/1\.1 413 /],
  ] as const) {
    it(`reads no more of a body ${what} than it takes to be heard`, async () => {
      const { port } = await openHouse({ routes: [echo], maxBody: 1024, patience: { ...patience, requestMs: 60_000 } });
      const socket = dial(port);
      const heard = listen(socket);
      socket.write(start);
      pour(socket);
      expect(await heard)
        .to.match(answer)
        .and.to.match(/\r\nconnection: close\r\n/i);
      // what lies in the buffers of both ends was written, too
      expect(socket.bytesWritten).to.be.below(20_000_000);
    });
  }

  it('does not wait for ever for the end of a body that was refused', async () => {
    const { port } = await openHouse({ routes: [echo], maxBody: 1024, patience: { lingerMs: 100 } });
    const socket = dial(port);
    socket.write(`${head}transfer-encoding: chunked\r\n\r\n${part}`);
    expect(await listen(socket)).to.match(/^HTTP\/1\.1 413 /);
  });

  it('keeps the connection of who sent all of a refused body', async () => {
    const { url } = await openHouse({ routes: [echo], maxBody: 1024 });
    const refused = await post(`${url}/no`, { text: 'x' });
    expect([refused.status, refused.headers.get('connection')]).to.deep.equal([404, 'keep-alive']);
  });

  it('gives up on a head that does not end, and on a connection that says nothing', async () => {
    const { port } = await openHouse({ routes: [echo], patience });
    const [slow, silent] = [dial(port), dial(port)];
    slow.write('GET / HTTP/1.1\r\nx-slow: ');
    drip(slow);
    expect(await listen(slow)).to.match(/^HTTP\/1\.1 408 /);
    expect(await listen(silent)).to.match(/^HTTP\/1\.1 408 /);
  });

  it('gives up on a body that does not end', async () => {
    const { port } = await openHouse({ routes: [echo], patience });
    const socket = dial(port);
    socket.write(`${head}content-length: 1000\r\n\r\n`);
    drip(socket);
    expect(await listen(socket)).to.match(/^HTTP\/1\.1 4\d\d /);
  });

  it('has time for honest callers, and for none others', async () => {
    const { usualPatience } = await import('../../src/http/patience.js');
    expect(usualPatience).to.include({ headMs: 10_000, requestMs: 30_000 });
  });
});
